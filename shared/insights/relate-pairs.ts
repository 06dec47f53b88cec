import { isNextTo, shared, targetsOf, type Adjacency } from './adjacency.ts';

export const relations = ['direct', 'through', 'hub', 'unknown'] as const;
/**
 * How two products of a stack are connected, the closest that applies: an integration of the two,
 * one product of the stack that both integrate with, one product outside of it that would do the
 * same, or nothing that is documented.
 */
export type Relation = (typeof relations)[number];

/** A product outside of the stack and the stack's products that it integrates with. */
export interface HubCandidate {
  /** Whatever the caller tells products apart by. */
  readonly key: number;
  /** Places in the stack, ascending, at least two for a pair to be connected. */
  readonly members: ArrayLike<number>;
}

export interface RelatedPair {
  /** Places in the stack, a < b. */
  readonly a: number;
  readonly b: number;
  readonly relation: Relation;
  /** Products of the stack that both integrate with, best connected first. */
  readonly via: readonly number[];
  /** Keys of products to add that both integrate with, in the order of the candidates. */
  readonly hubs: readonly number[];
}

/** Enough to choose from. */
const SHOWN_HUBS = 5;

/**
 * How each pair of a stack is connected. For n products with m connections and candidates that join
 * p pairs together: O(n² · degree + p).
 * @param candidates products to add, the best first
 */
export function relatePairs(stack: Adjacency, candidates: readonly HubCandidate[]): RelatedPair[] {
  const { size } = stack;
  const hubs = new Map<number, number[]>();
  for (const { key, members } of candidates) {
    for (let i = 0; i < members.length; i++) {
      for (let j = i + 1; j < members.length; j++) {
        const pair = members[i]! * size + members[j]!;
        const found = hubs.get(pair);
        if (!found) hubs.set(pair, [key]);
        else if (found.length < SHOWN_HUBS) found.push(key);
      }
    }
  }
  const degree = (node: number): number => stack.starts[node + 1]! - stack.starts[node]!;
  const pairs: RelatedPair[] = [];
  for (let a = 0; a < size; a++) {
    for (let b = a + 1; b < size; b++) {
      const via = shared(targetsOf(stack, a), targetsOf(stack, b)).sort(
        (x, y) => degree(y) - degree(x) || x - y,
      );
      const toAdd = hubs.get(a * size + b) ?? [];
      const relation = isNextTo(stack, a, b)
        ? 'direct'
        : via.length > 0
          ? 'through'
          : toAdd.length > 0
            ? 'hub'
            : 'unknown';
      pairs.push({ a, b, relation, via, hubs: toAdd });
    }
  }
  return pairs;
}

/** The pairs that nothing in the stack connects, neither directly nor through one product of it. */
export function openPairs(stack: Adjacency): [a: number, b: number][] {
  const open: [number, number][] = [];
  for (let a = 0; a < stack.size; a++) {
    for (let b = a + 1; b < stack.size; b++) {
      if (isNextTo(stack, a, b)) continue;
      if (shared(targetsOf(stack, a), targetsOf(stack, b)).length === 0) open.push([a, b]);
    }
  }
  return open;
}
