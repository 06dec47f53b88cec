import { FileText, Trash2 } from 'lucide-react';
import { useState, type FormEvent, type ReactNode } from 'react';
import { GivenName } from '../../shared/domain/ids.ts';
import { MAX_PEOPLE } from '../../shared/workshop/workshop.ts';
import type { WorkshopSummary } from '../../shared/workshop/view.ts';
import { momentText } from '../product/words.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { CheckBox } from '../ui/check-box.tsx';
import { TextField } from '../ui/text-field.tsx';
import { NumberInput } from './number-input.tsx';
import { beginWorkshop, deleteWorkshop, showWorkshop, useWorkshop } from './workshop-state.ts';
import styles from './workshop.module.css';

/** What most workshops about a stack go through. A suggestion of this application. */
const usualAgenda = [
  { title: 'Collect what we use', minutes: 20 },
  { title: 'Connect it', minutes: 15 },
  { title: 'What is missing?', minutes: 15 },
  { title: 'Vote', minutes: 10 },
  { title: 'Decide who does what', minutes: 15 },
];

const today = (): string => new Date().toLocaleDateString([], { dateStyle: 'long' });

function Earlier({ workshop }: { readonly workshop: WorkshopSummary }): ReactNode {
  const { id, name, startedAt, endedAt } = workshop;
  return (
    <li className={styles.entry}>
      <button
        type="button"
        className={styles.open}
        onClick={() => {
          useWorkshop.setState({ tab: 'minutes' });
          void showWorkshop(id);
        }}
      >
        <FileText aria-hidden="true" />
        <span>
          <bdi>{name}</bdi>
          <small>
            {momentText(startedAt)}
            {endedAt === null ? ', running' : ''}
          </small>
        </span>
      </button>
      <IconButton label={`Delete ${name}`} onPress={() => void deleteWorkshop(workshop)}>
        <Trash2 />
      </IconButton>
    </li>
  );
}

/** Begins a workshop about the open stack, or opens an earlier one. */
export function BeginForm({ stackId }: { readonly stackId: string }): ReactNode {
  const list = useWorkshop((state) => state.list);
  const [name, setName] = useState(() => `Workshop, ${today()}`);
  const [people, setPeople] = useState(10);
  const [isUsual, setUsual] = useState(true);
  const [isBusy, setBusy] = useState(false);
  const given = GivenName.safeParse(name);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!given.success || isBusy) return;
    setBusy(true);
    const agenda = isUsual ? usualAgenda : [];
    void beginWorkshop({ stackId, name: given.data, people, agenda }).finally(() => setBusy(false));
  };
  return (
    <div className={styles.body}>
      <p className={styles.lead}>
        Run a workshop about this stack: an agenda with a timer, votes, a parking lot and decisions.
        Every change of the stack goes into the minutes by itself. Nothing leaves this machine.
      </p>
      <form className={styles.form} onSubmit={submit}>
        <TextField label="Name of the workshop" value={name} onChange={setName} autoFocus />
        <NumberInput
          label="People in the room"
          value={people}
          least={1}
          most={MAX_PEOPLE}
          onChange={setPeople}
        />
        <CheckBox isSelected={isUsual} onChange={setUsual}>
          Begin with a usual agenda:{' '}
          {usualAgenda.map(({ title }) => title.toLowerCase()).join(', ')}
        </CheckBox>
        <Button type="submit" tone="primary" isDisabled={!given.success || isBusy}>
          Begin the workshop
        </Button>
      </form>
      {list && list.length > 0 ? (
        <section aria-label="Earlier workshops">
          <h3>Earlier workshops</h3>
          <ul>
            {list.map((workshop) => (
              <Earlier key={workshop.id} workshop={workshop} />
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
