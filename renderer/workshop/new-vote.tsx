import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { optionKeys } from '../../shared/workshop/votes.ts';
import {
  MAX_BUDGET,
  MAX_LABEL,
  MAX_OPTIONS,
  MAX_PEOPLE,
  voteMethods,
  type VoteOption,
} from '../../shared/workshop/workshop.ts';
import type { Stack } from '../../shared/stack/stack.ts';
import { counted } from '../product/words.ts';
import { useCanvas } from '../stack/canvas-state.ts';
import { useStacks } from '../state/stacks.ts';
import { Button } from '../ui/button.tsx';
import { CheckBox } from '../ui/check-box.tsx';
import { TextField } from '../ui/text-field.tsx';
import { NumberInput } from './number-input.tsx';
import { applyStep, useWorkshop } from './workshop-state.ts';
import styles from './workshop.module.css';

type Method = (typeof voteMethods)[number];

const methodLabels: Readonly<Record<Method, readonly [string, string]>> = {
  hands: ['Show of hands', 'You count and type'],
  keys: ['By key', 'Each key gives a dot, Backspace takes it back'],
  ballot: ['Silent ballot', 'The screen goes from hand to hand'],
};

const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim().slice(0, MAX_LABEL).trim())
      .filter((line) => line !== ''),
  ),
];

/** Lines as options; one that is the name of a product of the stack is about that product. */
function optionsOf(lines: readonly string[], nodes: Stack['nodes']): VoteOption[] {
  const byName = new Map(
    Object.values(nodes).map(({ name, productId }) => [
      name.replace(/\s+/g, ' ').slice(0, MAX_LABEL).trim(),
      productId,
    ]),
  );
  return lines.map((label) => ({
    id: crypto.randomUUID(),
    label,
    productId: byName.get(label) ?? null,
  }));
}

function selectedNames(): string[] {
  const nodes = useStacks.getState().current?.stack.nodes ?? {};
  return [...useCanvas.getState().selection].flatMap(
    (id) => nodes[id]?.name.replace(/\s+/g, ' ') ?? [],
  );
}

interface NewVoteProps {
  readonly onDone: () => void;
  readonly onCancel?: () => void;
}

/** Asks what is voted on and how; begins with the products that are selected. */
export function NewVote({ onDone, onCancel }: NewVoteProps): ReactNode {
  const people = useWorkshop((state) => state.current?.people ?? 1);
  const selected = useCanvas(({ selection }) => selection.size);
  const [question, setQuestion] = useState('');
  const [text, setText] = useState(() => selectedNames().join('\n'));
  const [method, setMethod] = useState<Method>('hands');
  const [budget, setBudget] = useState(3);
  const [voters, setVoters] = useState(people);
  const [isOnePerOption, setOne] = useState(false);
  const optionsId = useId();
  const lines = linesOf(text);
  const problem =
    lines.length > MAX_OPTIONS
      ? `A vote has at most ${MAX_OPTIONS} options, one for each key.`
      : null;
  const isReady =
    question.trim() !== '' && question.trim().length <= 200 && lines.length >= 2 && !problem;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isReady) return;
    const nodes = useStacks.getState().current?.stack.nodes ?? {};
    void applyStep({
      ...{ type: 'open-vote', voteId: crypto.randomUUID(), question: question.trim(), method },
      ...{ budget, isOnePerOption, people: voters, options: optionsOf(lines, nodes) },
    }).then((isDone) => {
      if (isDone) onDone();
    });
  };
  return (
    <form className={styles.form} onSubmit={submit} aria-label="New vote">
      <TextField
        label="Question"
        placeholder="Which of these do we keep?"
        value={question}
        onChange={setQuestion}
        maxLength={200}
      />
      <div className={styles.area}>
        <label htmlFor={optionsId}>Options, one a line</label>
        <textarea
          id={optionsId}
          rows={Math.min(10, Math.max(4, lines.length + 1))}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {problem === null ? null : <p className={styles.problem}>{problem}</p>}
      </div>
      {selected > 0 ? (
        <Button onPress={() => setText([...new Set([...lines, ...selectedNames()])].join('\n'))}>
          Take in {counted(selected, 'selected product', 'selected products')}
        </Button>
      ) : (
        <p className={styles.muted}>Products that are selected on the canvas can be taken in.</p>
      )}
      <RadioGroup
        className={styles.radios ?? ''}
        value={method}
        onChange={(next) => setMethod(voteMethods.find((each) => each === next) ?? 'hands')}
      >
        <Label>How it is taken</Label>
        {voteMethods.map((each) => (
          <Radio key={each} value={each} className={styles.radio ?? ''}>
            <span>
              <span>{methodLabels[each][0]}</span> <small>{methodLabels[each][1]}</small>
            </span>
          </Radio>
        ))}
      </RadioGroup>
      <div className={styles.line}>
        <NumberInput
          label="Dots each"
          value={budget}
          least={1}
          most={MAX_BUDGET}
          onChange={setBudget}
        />
        <NumberInput
          label="People who vote"
          value={voters}
          least={1}
          most={MAX_PEOPLE}
          onChange={setVoters}
        />
      </div>
      <CheckBox isSelected={isOnePerOption} onChange={setOne}>
        One dot for an option at most
      </CheckBox>
      <div className={styles.line}>
        {onCancel ? <Button onPress={onCancel}>Cancel</Button> : null}
        <Button type="submit" tone="primary" isDisabled={!isReady}>
          Open the vote
        </Button>
      </div>
    </form>
  );
}

/** The key of each option, as it is written on a keycap. */
export const keyOf = (place: number): string => optionKeys[place] ?? '';
