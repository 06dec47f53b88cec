/** A product as a set of what it covers. */
export interface CoverSet {
  /** What it costs to keep it; more than 0. */
  readonly weight: number;
  /** Numbers of elements, each once. */
  readonly elements: readonly number[];
}

export interface Cover {
  /** Places of the sets that are kept, ascending. */
  readonly chosen: readonly number[];
  readonly weight: number;
  /** Whether no cover weighs less. */
  readonly isExact: boolean;
  /** No cover weighs less than this. */
  readonly atLeast: number;
  /** A greedy cover weighs at most this many times the lightest one; 1 where it is exact. */
  readonly factor: number;
}

/** Up to this many sets the lightest cover is searched for; beyond, one set after the other is taken. */
export const MOST_EXACT_SETS = 60;
/** Branches that are looked at before the best cover so far is given instead. */
const MOST_BRANCHES = 200_000;

/** 1 + 1/2 + … + 1/n, at most 1 + ln n: how far greedy covers can be off (Chvátal, 1979). */
export function harmonic(n: number): number {
  let sum = 0;
  for (let k = 1; k <= n; k++) sum += 1 / k;
  return sum;
}

interface Problem {
  readonly sets: readonly CoverSet[];
  /** By element: places of the sets that have it. */
  readonly covering: readonly (readonly number[])[];
}

/**
 * A weight that no cover of the open elements goes below: each element is priced at the cheapest
 * share that a set of it asks, so that no set is paid more than its weight (linear-programming
 * duality).
 */
function leastWeight({ sets, covering }: Problem, isOpen: Uint8Array, isOut: Uint8Array): number {
  const shares = sets.map(({ weight, elements }, at) => {
    if (isOut[at]) return Infinity;
    const open = elements.reduce((sum, element) => sum + isOpen[element]!, 0);
    return open === 0 ? Infinity : weight / open;
  });
  let sum = 0;
  isOpen.forEach((open, element) => {
    if (open) sum += Math.min(...covering[element]!.map((at) => shares[at]!));
  });
  return sum;
}

/** Takes the set that covers most of what is open for its weight, again and again. */
function greedy({ sets }: Problem, size: number): number[] {
  const isOpen = new Uint8Array(size).fill(1);
  const chosen: number[] = [];
  for (let left = size; left > 0;) {
    let best = -1;
    let bestShare = 0;
    sets.forEach(({ weight, elements }, at) => {
      const open = elements.reduce((sum, element) => sum + isOpen[element]!, 0);
      if (open / weight > bestShare) {
        bestShare = open / weight;
        best = at;
      }
    });
    for (const element of sets[best]!.elements) {
      left -= isOpen[element]!;
      isOpen[element] = 0;
    }
    chosen.push(best);
  }
  // What was taken early may have become needless.
  return chosen.reduce((kept, at) => {
    const others = kept.filter((other) => other !== at);
    const rest = new Set(others.flatMap((other) => sets[other]!.elements));
    return sets[at]!.elements.every((element) => rest.has(element)) ? others : kept;
  }, chosen);
}

/**
 * The lightest choice of sets that covers all elements: by branch and bound up to `MOST_EXACT_SETS`
 * sets, greedily beyond. Branches on the element that the fewest sets have; a set that was tried for
 * it is out in the branches that follow.
 * @param size elements are numbered from 0 up to it; each is in one set at least
 * @throws RangeError for an element that no set has, and for a weight that is not above 0
 */
export function lightestCover(size: number, sets: readonly CoverSet[]): Cover {
  const covering: number[][] = Array.from({ length: size }, () => []);
  sets.forEach(({ weight, elements }, at) => {
    if (!(weight > 0)) throw new RangeError(`set ${at} weighs ${weight}`);
    for (const element of elements) covering[element]!.push(at);
  });
  const alone = covering.findIndex((list) => list.length === 0);
  if (alone !== -1) throw new RangeError(`no set has element ${alone}`);
  const problem = { sets, covering };
  const weigh = (chosen: readonly number[]): number =>
    chosen.reduce((sum, at) => sum + sets[at]!.weight, 0);
  const all = new Uint8Array(size).fill(1);
  const root = leastWeight(problem, all, new Uint8Array(sets.length));
  let best = greedy(problem, size);
  let bestWeight = weigh(best);
  const largest = Math.max(0, ...sets.map(({ elements }) => elements.length));
  const asGreedy = (): Cover => ({
    chosen: [...best].sort((a, b) => a - b),
    weight: bestWeight,
    isExact: false,
    atLeast: Math.min(root, bestWeight),
    factor: harmonic(largest),
  });
  if (sets.length > MOST_EXACT_SETS) return asGreedy();

  let branches = 0;
  const search = (
    isOpen: Uint8Array,
    isOut: Uint8Array,
    chosen: number[],
    weight: number,
  ): void => {
    if (branches++ > MOST_BRANCHES) return;
    let element = -1;
    let fewest = Infinity;
    isOpen.forEach((open, at) => {
      if (!open) return;
      const count = covering[at]!.reduce((sum, set) => sum + (isOut[set] ? 0 : 1), 0);
      if (count < fewest) {
        fewest = count;
        element = at;
      }
    });
    if (element === -1) {
      if (weight < bestWeight) {
        bestWeight = weight;
        best = [...chosen];
      }
      return;
    }
    // Nothing lighter can come of it; sums of fractions are compared with some slack.
    if (weight + leastWeight(problem, isOpen, isOut) >= bestWeight - 1e-9) return;
    const out = isOut.slice();
    const share = (at: number): number =>
      sets[at]!.weight / sets[at]!.elements.reduce((sum, each) => sum + isOpen[each]!, 0);
    const candidates = covering[element]!.filter((at) => !out[at]);
    for (const at of candidates.sort((a, b) => share(a) - share(b) || a - b)) {
      const open = isOpen.slice();
      for (const each of sets[at]!.elements) open[each] = 0;
      search(open, out, [...chosen, at], weight + sets[at]!.weight);
      out[at] = 1;
    }
  };
  search(all, new Uint8Array(sets.length), [], 0);
  if (branches > MOST_BRANCHES) return asGreedy();
  const chosen = [...best].sort((a, b) => a - b);
  return { chosen, weight: bestWeight, isExact: true, atLeast: bestWeight, factor: 1 };
}
