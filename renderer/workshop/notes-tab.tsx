import { ArrowRightFromLine, Check, Pencil, Trash2 } from 'lucide-react';
import { useState, type FormEvent, type ReactNode } from 'react';
import { MAX_TEXT, type Point } from '../../shared/workshop/workshop.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { Decisions } from './decisions.tsx';
import { RemovedList } from './removed-list.tsx';
import { leavesBy, useEditing } from './use-editing.ts';
import { applyStep, removeEntry, useWorkshop } from './workshop-state.ts';
import styles from './workshop.module.css';

interface LineFormProps {
  readonly label: string;
  readonly placeholder?: string;
  readonly value: string;
  readonly action: string;
  readonly onDone: (text: string) => Promise<boolean>;
  readonly onCancel?: () => void;
}

function LineForm(props: LineFormProps): ReactNode {
  const { label, placeholder, value, action, onDone, onCancel } = props;
  const [draft, setDraft] = useState(value);
  const text = draft.trim();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text === '') return;
    void onDone(text).then((isDone) => {
      if (isDone) setDraft('');
    });
  };
  return (
    <form className={styles.inline} onSubmit={submit} onKeyDown={leavesBy(onCancel)}>
      <TextField
        label={label}
        {...(placeholder === undefined ? {} : { placeholder })}
        value={draft}
        onChange={setDraft}
        maxLength={MAX_TEXT}
        autoFocus={onCancel !== undefined}
      />
      {onCancel ? <Button onPress={onCancel}>Cancel</Button> : null}
      <Button type="submit" isDisabled={text === ''}>
        {action}
      </Button>
    </form>
  );
}

const stateWords: Readonly<Record<Point['state'], string>> = {
  open: '',
  done: 'Done',
  carried: 'Carried over',
};

function PointEntry({ point }: { readonly point: Point }): ReactNode {
  const { id: pointId, text, state } = point;
  const editing = useEditing();
  const toggle = (wanted: Point['state']): void =>
    void applyStep({
      ...{ type: 'edit-point', pointId },
      state: state === wanted ? 'open' : wanted,
    });
  if (editing.isOn) {
    return (
      <li className={styles.card}>
        <LineForm
          label="Point"
          value={text}
          action="Save"
          onCancel={editing.end}
          onDone={async (next) => {
            const isDone = await applyStep({ type: 'edit-point', pointId, text: next });
            if (isDone) editing.end();
            return isDone;
          }}
        />
      </li>
    );
  }
  return (
    <li className={styles.entry}>
      <div className={styles.words}>
        <bdi className={state === 'done' ? styles.done : ''}>{text}</bdi>
        {state === 'open' ? null : <small>{stateWords[state]}</small>}
      </div>
      <div className={styles.tools}>
        <IconButton
          label={`${text} is done`}
          pressed={state === 'done'}
          onPress={() => toggle('done')}
        >
          <Check />
        </IconButton>
        <IconButton
          label={`Carry ${text} over`}
          pressed={state === 'carried'}
          onPress={() => toggle('carried')}
        >
          <ArrowRightFromLine />
        </IconButton>
        <IconButton label={`Edit ${text}`} autoFocus={editing.hasEnded} onPress={editing.begin}>
          <Pencil />
        </IconButton>
        <IconButton label={`Remove ${text}`} onPress={() => void removeEntry('points', pointId)}>
          <Trash2 />
        </IconButton>
      </div>
    </li>
  );
}

/** What is not for now, and what was decided. */
export function NotesTab(): ReactNode {
  const points = useWorkshop((state) => state.current?.points);
  const shown = (points ?? []).filter(({ isRemoved }) => !isRemoved);
  return (
    <div className={styles.body}>
      <section className={styles.section} aria-label="Decisions">
        <h3>Decisions</h3>
        <Decisions />
      </section>
      <section className={styles.section} aria-label="Parking lot">
        <h3>Parking lot</h3>
        <LineForm
          label="Not for now"
          placeholder="What we come back to"
          value=""
          action="Park"
          onDone={(text) => applyStep({ type: 'add-point', pointId: crypto.randomUUID(), text })}
        />
        {shown.length === 0 ? (
          <p className={styles.muted}>Nothing is parked. What would lead away goes here.</p>
        ) : (
          <ul className={styles.list}>
            {shown.map((point) => (
              <PointEntry key={point.id} point={point} />
            ))}
          </ul>
        )}
        <RemovedList list="points" />
      </section>
    </div>
  );
}
