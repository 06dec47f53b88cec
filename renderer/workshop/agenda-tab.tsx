import { ArrowDown, ArrowUp, Check, Pencil, Play, Trash2 } from 'lucide-react';
import { useState, type FormEvent, type ReactNode } from 'react';
import { itemTime } from '../../shared/workshop/agenda.ts';
import { MAX_MINUTES, type AgendaItem } from '../../shared/workshop/workshop.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { NumberInput } from './number-input.tsx';
import { RemovedList } from './removed-list.tsx';
import { useNow } from './workshop-live.ts';
import { leavesBy, useEditing } from './use-editing.ts';
import { applyStep, removeEntry, useWorkshop } from './workshop-state.ts';
import styles from './workshop.module.css';

/** Here only minutes are shown. */
const MINUTES_TICK_MS = 5000;

interface ItemFormProps {
  readonly title: string;
  readonly minutes: number;
  readonly action: string;
  readonly onDone: (title: string, minutes: number) => Promise<boolean>;
  readonly onCancel?: () => void;
}

function ItemForm({ title, minutes, action, onDone, onCancel }: ItemFormProps): ReactNode {
  const [draft, setDraft] = useState(title);
  const [planned, setPlanned] = useState(minutes);
  const wanted = draft.trim();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (wanted === '' || wanted.length > 200) return;
    void onDone(wanted, planned).then((isDone) => {
      if (isDone && !onCancel) setDraft('');
    });
  };
  return (
    <form className={styles.form} onSubmit={submit} onKeyDown={leavesBy(onCancel)}>
      <TextField
        label="Item"
        value={draft}
        onChange={setDraft}
        maxLength={200}
        autoFocus={!!onCancel}
      />
      <div className={styles.line}>
        <NumberInput
          label="Minutes"
          value={planned}
          least={1}
          most={MAX_MINUTES}
          onChange={setPlanned}
        />
        <span className={styles.space} />
        {onCancel ? <Button onPress={onCancel}>Cancel</Button> : null}
        <Button type="submit" isDisabled={wanted === ''}>
          {action}
        </Button>
      </div>
    </form>
  );
}

interface ItemProps {
  readonly item: AgendaItem;
  readonly place: number;
  readonly last: number;
  readonly now: number;
  readonly isEnded: boolean;
}

function stateWords(item: AgendaItem, now: number): string {
  const { phase, elapsedMs } = itemTime(item, now);
  const planned = `${item.minutes} min${item.extraMinutes > 0 ? ` + ${item.extraMinutes}` : ''}`;
  if (phase === 'waiting') return planned;
  const taken = `${Math.floor(elapsedMs / 60_000)} of ${planned}`;
  return { running: `on, ${taken}`, paused: `paused, ${taken}`, done: `done, ${taken}` }[phase];
}

function Item({ item, place, last, now, isEnded }: ItemProps): ReactNode {
  const editing = useEditing();
  const { phase } = itemTime(item, now);
  const { id: itemId, title } = item;
  if (editing.isOn) {
    return (
      <li className={styles.card}>
        <ItemForm
          title={title}
          minutes={item.minutes}
          action="Save"
          onCancel={editing.end}
          onDone={async (next, minutes) => {
            const isDone = await applyStep({ type: 'edit-item', itemId, title: next, minutes });
            if (isDone) editing.end();
            return isDone;
          }}
        />
      </li>
    );
  }
  const move = (to: number): void => void applyStep({ type: 'move-item', itemId, to });
  const isOn = phase === 'running' || phase === 'paused';
  return (
    <li
      className={`${styles.entry} ${isOn ? styles.on : ''}`}
      aria-current={isOn ? 'step' : undefined}
    >
      <div className={styles.words}>
        <bdi className={phase === 'done' ? styles.muted : ''}>
          {phase === 'done' ? <Check aria-hidden="true" /> : null}
          {title}
        </bdi>
        <small>{stateWords(item, now)}</small>
      </div>
      {isEnded ? null : (
        <div className={styles.tools}>
          {isOn ? null : (
            <IconButton
              label={`Start ${title}`}
              onPress={() => void applyStep({ type: 'start-item', itemId })}
            >
              <Play />
            </IconButton>
          )}
          <IconButton
            label={`Move ${title} up`}
            isDisabled={place === 0}
            onPress={() => move(place - 1)}
          >
            <ArrowUp />
          </IconButton>
          <IconButton
            label={`Move ${title} down`}
            isDisabled={place === last}
            onPress={() => move(place + 1)}
          >
            <ArrowDown />
          </IconButton>
          <IconButton label={`Edit ${title}`} autoFocus={editing.hasEnded} onPress={editing.begin}>
            <Pencil />
          </IconButton>
          <IconButton label={`Remove ${title}`} onPress={() => void removeEntry('agenda', itemId)}>
            <Trash2 />
          </IconButton>
        </div>
      )}
    </li>
  );
}

/** The agenda: what is planned, what is on, and what it took. */
export function AgendaTab(): ReactNode {
  const agenda = useWorkshop((state) => state.current?.agenda);
  const isEnded = useWorkshop((state) => (state.current?.endedAt ?? null) !== null);
  const now = useNow(!isEnded, MINUTES_TICK_MS);
  const shown = (agenda ?? []).filter(({ isRemoved }) => !isRemoved);
  const planned = shown.reduce((sum, { minutes, extraMinutes }) => sum + minutes + extraMinutes, 0);
  return (
    <div className={styles.body}>
      {shown.length === 0 ? (
        <p className={styles.muted}>
          Nothing is planned. Add the first item below; its time is counted once it is started.
        </p>
      ) : (
        <p className={styles.muted}>{planned} minutes altogether</p>
      )}
      <ol className={styles.list} aria-label="Agenda">
        {shown.map((item, place) => (
          <Item key={item.id} {...{ item, place, now, isEnded }} last={shown.length - 1} />
        ))}
      </ol>
      {isEnded ? null : (
        <ItemForm
          title=""
          minutes={10}
          action="Add"
          onDone={(title, minutes) =>
            applyStep({ type: 'add-item', itemId: crypto.randomUUID(), title, minutes })
          }
        />
      )}
      <RemovedList list="agenda" />
    </div>
  );
}
