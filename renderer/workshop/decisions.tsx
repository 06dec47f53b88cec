import { Pencil, Trash2 } from 'lucide-react';
import { useId, useMemo, useState, type FormEvent, type ReactNode } from 'react';
import { MAX_TEXT, type Decision } from '../../shared/workshop/workshop.ts';
import { useCanvas } from '../stack/canvas-state.ts';
import { dateText } from '../product/words.ts';
import { useStacks } from '../state/stacks.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { RemovedList } from './removed-list.tsx';
import { leavesBy, useEditing } from './use-editing.ts';
import { applyStep, removeEntry, useWorkshop } from './workshop-state.ts';
import styles from './workshop.module.css';

/** No product, in a list of ids. */
const NONE = '';

interface Draft {
  readonly what: string;
  readonly who: string;
  readonly due: string | null;
  readonly productId: string | null;
}

/** The product that is selected on the canvas, if it is one. */
function selectedProduct(): string | null {
  const [id, ...more] = useCanvas.getState().selection;
  if (id === undefined || more.length > 0) return null;
  return useStacks.getState().current?.stack.nodes[id]?.productId ?? null;
}

interface DecisionFormProps {
  readonly decision: Decision | null;
  readonly onDone: (draft: Draft) => Promise<boolean>;
  readonly onCancel: () => void;
}

function DecisionForm({ decision, onDone, onCancel }: DecisionFormProps): ReactNode {
  const nodes = useStacks((state) => state.current?.stack.nodes);
  const [what, setWhat] = useState(decision?.what ?? '');
  const [who, setWho] = useState(decision?.who ?? '');
  const [due, setDue] = useState(decision?.due ?? '');
  const [productId, setProductId] = useState(decision?.product?.id ?? NONE);
  const [selected] = useState(selectedProduct);
  const dueId = useId();
  const kept = decision?.product ?? null;
  const options = useMemo(() => {
    const names = new Map(Object.values(nodes ?? {}).map((node) => [node.productId, node.name]));
    if (kept) names.set(kept.id, kept.name);
    const products = [...names].map(([id, label]) => ({ id, label }));
    // What is selected may be what is spoken of: it is near, but nobody has said so.
    const isFirst = (id: string): number => (id === selected ? 0 : 1);
    products.sort((a, b) => isFirst(a.id) - isFirst(b.id) || a.label.localeCompare(b.label));
    return [{ id: NONE, label: 'no product in particular' }, ...products];
  }, [nodes, kept, selected]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (what.trim() === '') return;
    const product = productId === NONE ? null : productId;
    const draft = { what: what.trim(), who: who.trim(), due: due === '' ? null : due };
    void onDone({ ...draft, productId: product });
  };
  return (
    <form className={styles.form} onSubmit={submit} onKeyDown={leavesBy(onCancel)}>
      <TextField label="Decision" value={what} onChange={setWhat} maxLength={MAX_TEXT} autoFocus />
      <TextField label="Who sees to it" value={who} onChange={setWho} maxLength={200} />
      <div className={styles.line}>
        <div className={styles.area}>
          <label htmlFor={dueId}>Until</label>
          <input
            id={dueId}
            type="date"
            value={due}
            onChange={(event) => setDue(event.target.value)}
          />
        </div>
        <div className={styles.about}>
          <Select
            label="About"
            prefix="About:"
            value={productId}
            options={options}
            onChange={setProductId}
          />
        </div>
      </div>
      <div className={styles.line}>
        <Button onPress={onCancel}>Cancel</Button>
        <Button type="submit" tone="primary" isDisabled={what.trim() === ''}>
          {decision ? 'Save' : 'Write it down'}
        </Button>
      </div>
    </form>
  );
}

function DecisionEntry({ decision }: { readonly decision: Decision }): ReactNode {
  const { id: decisionId, what, who, due, product } = decision;
  const editing = useEditing();
  if (editing.isOn) {
    return (
      <li className={styles.card}>
        <DecisionForm
          decision={decision}
          onCancel={editing.end}
          onDone={async (draft) => {
            const isDone = await applyStep({ type: 'edit-decision', decisionId, ...draft });
            if (isDone) editing.end();
            return isDone;
          }}
        />
      </li>
    );
  }
  const facts = [
    who === '' ? 'nobody named' : who,
    ...(due === null ? [] : [`until ${dateText(due)}`]),
    ...(product ? [`about ${product.name}`] : []),
  ];
  return (
    <li className={styles.entry}>
      <div className={styles.words}>
        <bdi>{what}</bdi>
        <small>{facts.join(' · ')}</small>
      </div>
      <div className={styles.tools}>
        <IconButton label={`Edit ${what}`} autoFocus={editing.hasEnded} onPress={editing.begin}>
          <Pencil />
        </IconButton>
        <IconButton
          label={`Remove ${what}`}
          onPress={() => void removeEntry('decisions', decisionId)}
        >
          <Trash2 />
        </IconButton>
      </div>
    </li>
  );
}

/** What was decided: what, who, until when, and about which product. */
export function Decisions(): ReactNode {
  const decisions = useWorkshop((state) => state.current?.decisions);
  const adding = useEditing();
  const shown = (decisions ?? []).filter(({ isRemoved }) => !isRemoved);
  return (
    <>
      {adding.isOn ? (
        <DecisionForm
          decision={null}
          onCancel={adding.end}
          onDone={async (draft) => {
            const decisionId = crypto.randomUUID();
            const isDone = await applyStep({ type: 'add-decision', decisionId, ...draft });
            if (isDone) adding.end();
            return isDone;
          }}
        />
      ) : (
        <Button autoFocus={adding.hasEnded} onPress={adding.begin}>
          Add a decision…
        </Button>
      )}
      {shown.length === 0 && !adding.isOn ? (
        <p className={styles.muted}>Nothing is decided yet.</p>
      ) : null}
      <ul className={styles.list}>
        {shown.map((decision) => (
          <DecisionEntry key={decision.id} decision={decision} />
        ))}
      </ul>
      <RemovedList list="decisions" />
    </>
  );
}
