import { shared, targetsOf, type Adjacency } from './adjacency.ts';
import type { ExitLoss } from './weak-points.ts';

/** A product that could take the place of another. */
export interface Rival {
  readonly key: number;
  /** Products of the stack that it integrates with, ascending. */
  readonly members: ArrayLike<number>;
}

export interface RatedRival {
  readonly key: number;
  /** Connections of the replaced product that it is documented to have as well. */
  readonly kept: readonly number[];
  /** Those it is not documented to have. */
  readonly lost: readonly number[];
  /** Connections with the rest of the stack that come on top. */
  readonly gained: readonly number[];
}

/** Bands of the index, each up to but not including its end. */
export const bands = [
  { id: 'swap', below: 15, label: 'Swap at will' },
  { id: 'rework', below: 35, label: 'Some rework' },
  { id: 'plan', below: 60, label: 'Plan with care' },
  { id: 'load-bearing', below: Infinity, label: 'Load-bearing' },
] as const;
export type BandId = (typeof bands)[number]['id'];

/** What the index counts, in words that stand on the screen beside it. */
export const indexFormula =
  'Index = 100 × c ÷ (c + 2) × (0.7 × lost + 0.3 × cut). c: its connections within the stack. ' +
  'lost: the share of them that even the best alternative is not documented to have. ' +
  'cut: the share of all other connected pairs that have no path without it.';

/**
 * How hard a product is to replace, 0 to 100; a rule of this application, not a measured cost. The
 * more of its connections no alternative has, the higher; products that many depend on weigh more
 * than those at the edge. Without connections it is 0: nothing documented depends on it.
 * @param connections number of its connections within the stack
 * @param lost how many of them the best alternative lacks; all of them where there is none
 */
export function replaceIndex(
  connections: number,
  lost: number,
  { lostPairs, pairs }: Pick<ExitLoss, 'lostPairs' | 'pairs'>,
): number {
  if (connections === 0) return 0;
  const cut = pairs === 0 ? 0 : lostPairs / pairs;
  const weight = connections / (connections + 2);
  return Math.round(100 * weight * (0.7 * (lost / connections) + 0.3 * cut));
}

export function bandOf(index: number): BandId {
  return bands.find(({ below }) => index < below)!.id;
}

/**
 * Alternatives by the connections they keep, then by those they add, then in the order given.
 * O(rivals · (degree + members)).
 */
export function rateRivals(stack: Adjacency, node: number, rivals: readonly Rival[]): RatedRival[] {
  const mine = [...targetsOf(stack, node)];
  return rivals
    .map(({ key, members }) => {
      const kept = shared(mine, members);
      const keeps = new Set(kept);
      const gained: number[] = [];
      for (let at = 0; at < members.length; at++) {
        const member = members[at]!;
        if (member !== node && !keeps.has(member)) gained.push(member);
      }
      return { key, kept, lost: mine.filter((other) => !keeps.has(other)), gained };
    })
    .sort((a, b) => b.kept.length - a.kept.length || b.gained.length - a.gained.length);
}

/** Those of the lost connections that could still go through one product of the stack. */
export function bridgeable(
  stack: Adjacency,
  node: number,
  { lost, kept, gained }: RatedRival,
): number[] {
  const reach = new Set([...kept, ...gained]);
  return lost.filter((other) =>
    [...targetsOf(stack, other)].some((between) => between !== node && reach.has(between)),
  );
}
