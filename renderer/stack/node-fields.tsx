import { useMemo, type ReactNode } from 'react';
import type { StackNode } from '../../shared/stack/stack.ts';
import { nodeStateLabels, nodeStateMeanings } from '../../shared/stack/state-words.ts';
import { nodeStates, type NodeState } from '../../shared/stack/vocabulary.ts';
import { useStacks } from '../state/stacks.ts';
import { Select } from '../ui/select.tsx';
import { CommittedInput } from './committed-input.tsx';
import { commitCost, editNodes } from './node-edits.ts';
import { commonValue, ownersOf } from './node-values.ts';
import styles from './node-fields.module.css';

const SEVERAL = 'several';
const several = { id: SEVERAL, label: 'Several' };

const agreements = [
  { id: 'unknown', label: 'Not entered' },
  { id: 'signed', label: 'Signed' },
  { id: 'none', label: 'Not signed' },
] as const;
const agreementValues = { unknown: null, signed: true, none: false } as const;

function agreementOf(node: StackNode): keyof typeof agreementValues {
  if (node.hasProcessorAgreement === null) return 'unknown';
  return node.hasProcessorAgreement ? 'signed' : 'none';
}

/** What a person says about products on the stack: one of them, or many at once. */
export function NodeFields({ nodeIds }: { readonly nodeIds: readonly string[] }): ReactNode {
  const nodes = useStacks((state) => state.current?.stack.nodes);
  const chosen = useMemo(() => nodeIds.flatMap((id) => nodes?.[id] ?? []), [nodeIds, nodes]);
  const owners = useMemo(() => ownersOf(nodes ?? {}), [nodes]);
  if (chosen.length === 0) return null;
  const state = commonValue(chosen, (node) => node.state);
  const owner = commonValue(chosen, (node) => node.owner);
  const cost = commonValue(chosen, (node) => node.yearlyCost ?? -1);
  const agreement = commonValue(chosen, agreementOf);
  return (
    <div className={styles.fields}>
      <div className={styles.field}>
        <span aria-hidden="true">State</span>
        <Select
          label="State"
          value={state ?? SEVERAL}
          options={[
            ...(state === null ? [several] : []),
            ...nodeStates.map((id) => ({ id, label: nodeStateLabels[id] })),
          ]}
          onChange={(id) => {
            if (id !== SEVERAL) void editNodes(nodeIds, { state: id as NodeState });
          }}
        />
        {state === null || state === 'in-use' ? null : (
          <p className={styles.meaning}>{nodeStateMeanings[state]}</p>
        )}
      </div>
      <div className={styles.field}>
        <span aria-hidden="true">Owner</span>
        <CommittedInput
          label="Owner"
          value={owner ?? ''}
          maxLength={100}
          list="stack-owners"
          placeholder={owner === null ? 'Several' : 'The department that answers for it'}
          onCommit={(value) => editNodes(nodeIds, { owner: value })}
        />
        <datalist id="stack-owners">
          {owners.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      </div>
      <div className={styles.field}>
        <span aria-hidden="true">Cost a year</span>
        <CommittedInput
          label="Cost a year"
          value={cost === null || cost === -1 ? '' : String(cost)}
          maxLength={24}
          inputMode="decimal"
          placeholder={cost === null ? 'Several' : 'Not entered'}
          onCommit={(value) => commitCost(nodeIds, value)}
        />
      </div>
      <div className={styles.field}>
        <span aria-hidden="true">Processor agreement</span>
        <Select
          label="Processor agreement"
          value={agreement ?? SEVERAL}
          options={[...(agreement === null ? [several] : []), ...agreements]}
          onChange={(id) => {
            if (id in agreementValues) {
              const hasProcessorAgreement = agreementValues[id as keyof typeof agreementValues];
              void editNodes(nodeIds, { hasProcessorAgreement });
            }
          }}
        />
      </div>
    </div>
  );
}
