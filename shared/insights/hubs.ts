import type { HubCandidate } from './relate-pairs.ts';

/** What one candidate would do. */
export interface Hub {
  readonly key: number;
  /** Open pairs that both integrate with it. */
  readonly connects: number;
}

export interface HubSet {
  readonly keys: readonly number[];
  /** Open pairs that both ends of integrate with one of them. */
  readonly connects: number;
  /** False where there were too many candidates to compare them all; it is the best one found then. */
  readonly isExact: boolean;
}

export interface HubStep {
  readonly key: number;
  /** Open pairs that it connects and none of the steps before does. */
  readonly adds: number;
  /** Open pairs connected after this step. */
  readonly total: number;
  /** No set of as many products connects more than this. */
  readonly atMost: number;
}

/** Candidates as sets of open pairs, one bit a pair. */
export interface HubProblem {
  readonly pairs: number;
  readonly sets: readonly {
    readonly key: number;
    readonly bits: Uint32Array;
    readonly count: number;
  }[];
}

/**
 * Greedy choice reaches at least this share of the best choice of as many products: coverage of
 * pairs is monotone and submodular (Nemhauser, Wolsey and Fisher, 1978).
 */
export const GREEDY_GUARANTEE = 1 - 1 / Math.E;

/** Comparisons of 32 pairs each; about a tenth of a second. */
const MOST_WORK = 40_000_000;

/**
 * The open pairs that each candidate would connect, the best candidates first and equals in the
 * order given. Candidates that connect none are left out.
 * @param size number of products in the stack
 */
export function hubProblem(
  size: number,
  open: readonly (readonly [number, number])[],
  candidates: readonly HubCandidate[],
): HubProblem {
  const numberOf = new Int32Array(size * size).fill(-1);
  open.forEach(([a, b], at) => (numberOf[a * size + b] = at));
  const words = Math.ceil(open.length / 32);
  const sets = candidates.flatMap(({ key, members }) => {
    let bits: Uint32Array | undefined;
    let count = 0;
    for (let i = 0; i < members.length; i++) {
      for (let j = i + 1; j < members.length; j++) {
        const pair = numberOf[members[i]! * size + members[j]!]!;
        if (pair < 0) continue;
        bits ??= new Uint32Array(words);
        bits[pair >> 5]! |= 1 << (pair & 31);
        count++;
      }
    }
    return bits ? [{ key, bits, count }] : [];
  });
  sets.sort((a, b) => b.count - a.count);
  return { pairs: open.length, sets };
}

/** The products that would connect the most open pairs, each by itself; exact. */
export function bestHubs({ sets }: HubProblem, limit: number): Hub[] {
  return sets.slice(0, limit).map(({ key, count }) => ({ key, connects: count }));
}

/**
 * The products that together would connect the most open pairs, or null with fewer candidates than
 * asked for. Exact: what each candidate adds to those chosen is counted anew, and as it can only
 * shrink, the search leaves off where the largest that are left cannot add up to more.
 * @param count how many products, two or three; more take too long
 * @param mostWork words of 32 pairs that may be looked at before the best so far is given instead
 */
export function bestHubSet(
  { pairs, sets }: HubProblem,
  count: number,
  mostWork = MOST_WORK,
): HubSet | null {
  if (sets.length < count) return null;
  const words = Math.ceil(pairs / 32);
  let most = -1;
  let best: readonly number[] = [];
  let work = 0;

  /** @param ranked candidates that may still be taken, with what they add to `covered`, best first */
  const search = (
    covered: Uint32Array,
    chosen: readonly number[],
    total: number,
    ranked: readonly { readonly at: number; readonly gain: number }[],
  ): void => {
    const left = count - chosen.length;
    if (left === 0) {
      if (total > most) {
        most = total;
        best = chosen;
      }
      return;
    }
    for (let from = 0; from + left <= ranked.length; from++) {
      const bound = ranked.slice(from, from + left).reduce((sum, { gain }) => sum + gain, total);
      if (bound <= most || (work > mostWork && most >= 0)) return;
      const { at, gain } = ranked[from]!;
      const next = covered.map((word, place) => word | sets[at]!.bits[place]!);
      const rest = ranked.slice(from + 1);
      work += rest.length * words;
      const again =
        left === 1
          ? []
          : rest
              .map((each) => ({ at: each.at, gain: addedBy(sets[each.at]!.bits, next) }))
              .sort((a, b) => b.gain - a.gain || a.at - b.at);
      search(next, [...chosen, at], total + gain, again);
    }
  };
  search(
    new Uint32Array(words),
    [],
    0,
    sets.map((set, at) => ({ at, gain: set.count })),
  );
  return {
    keys: best.map((at) => sets[at]!.key),
    connects: most,
    isExact: work <= mostWork,
  };
}

/**
 * Adds the product that connects the most of what is still open, again and again, until nothing is
 * gained. Reaches at least GREEDY_GUARANTEE of the best choice of as many products; `atMost` is the
 * often closer bound of this very case: what is connected after any earlier step and the largest
 * gains there were then.
 */
export function greedyHubs({ pairs, sets }: HubProblem, most: number): HubStep[] {
  const covered = new Uint32Array(Math.ceil(pairs / 32));
  const steps: HubStep[] = [];
  /** For each step: pairs connected before it, and the gains of all candidates then, largest first. */
  const states: { readonly total: number; readonly gains: readonly number[] }[] = [];
  let total = 0;
  while (steps.length < most) {
    let bestAt = -1;
    let bestGain = 0;
    const gains = sets.map(({ bits }, at) => {
      const gain = addedBy(bits, covered);
      if (gain > bestGain) {
        bestGain = gain;
        bestAt = at;
      }
      return gain;
    });
    const chosen = sets[bestAt];
    if (!chosen) break;
    states.push({ total, gains: gains.sort((a, b) => b - a).slice(0, most) });
    chosen.bits.forEach((word, at) => (covered[at]! |= word));
    total += bestGain;
    const size = steps.length + 1;
    const bounds = states.map((state) =>
      state.gains.slice(0, size).reduce((sum, gain) => sum + gain, state.total),
    );
    steps.push({ key: chosen.key, adds: bestGain, total, atMost: Math.min(pairs, ...bounds) });
  }
  return steps;
}

/** Bits that are set in `bits` and not in `present`. */
function addedBy(bits: Uint32Array, present: Uint32Array): number {
  let count = 0;
  for (let at = 0; at < bits.length; at++) {
    let word = bits[at]! & ~present[at]!;
    word -= (word >>> 1) & 0x55555555;
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
    count += (((word + (word >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
  }
  return count;
}
