import { create } from 'zustand';
import type { StackNode } from '../../shared/stack/stack.ts';
import type { NodeState } from '../../shared/stack/vocabulary.ts';

/** Up to so many possible connections are shown without being asked for. */
export const MOST_POSSIBLE = 16;

/** More than so many are shown only for the products that are selected. */
export const MOST_POSSIBLE_DRAWN = 300;

interface FocusState {
  /** States and owners that stand out; all products do where none is chosen. */
  readonly states: ReadonlySet<NodeState>;
  readonly owners: ReadonlySet<string>;
  /** Whether possible connections are shown; null: while they are few. */
  readonly possible: boolean | null;
  /** Whether cards say who answers for them. */
  readonly showOwners: boolean;
  toggleState(state: NodeState): void;
  toggleOwner(owner: string): void;
  clear(): void;
}

function toggled<T>(set: ReadonlySet<T>, value: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(value)) next.add(value);
  return next;
}

/** Which products and connections stand out. A matter of the view: not stored, not undone. */
export const useFocus = create<FocusState>()((set) => ({
  states: new Set<NodeState>(),
  owners: new Set<string>(),
  possible: null,
  showOwners: true,
  toggleState: (state) => set(({ states }) => ({ states: toggled(states, state) })),
  toggleOwner: (owner) => set(({ owners }) => ({ owners: toggled(owners, owner) })),
  clear: () => set({ states: new Set(), owners: new Set() }),
}));

type Focus = Pick<FocusState, 'states' | 'owners'>;

/** Whether a product stands out: it has one of the states, and one of the owners, that are chosen. */
export function isInFocus(
  { states, owners }: Focus,
  node: Pick<StackNode, 'state' | 'owner'>,
): boolean {
  return (
    (states.size === 0 || states.has(node.state)) && (owners.size === 0 || owners.has(node.owner))
  );
}

export function isFocused({ states, owners }: Focus): boolean {
  return states.size > 0 || owners.size > 0;
}
