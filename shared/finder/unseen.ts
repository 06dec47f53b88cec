/**
 * How many tools none of the lists has seen.
 *
 * Each list (single sign-on, spend, the page's requests…) catches some of the tools in use. How far
 * the lists overlap tells how much all of them miss together, as with marked and recaptured fish.
 */

export interface UnseenEstimate {
  /** Distinct tools that at least one list names. */
  readonly seen: number;
  /** Tools named by exactly one list and by exactly two. */
  readonly once: number;
  readonly twice: number;
  readonly lists: number;
  /** Estimated tools that no list names; a lower bound in expectation. */
  readonly unseen: number;
  /** 95% interval of `unseen`. */
  readonly low: number;
  readonly high: number;
}

/** Two-sided 95% of the normal distribution. */
const Z = 1.96;

/**
 * Chao's lower bound for repeated samples of presence, bias-corrected, so that it is defined when
 * no tool is on exactly two lists, with the log-normal interval.
 * @param lists the ids found by each list; repeats within a list count once
 * @returns null with fewer than two lists that found anything: nothing overlaps then
 * Source: A. Chao, "Estimating the population size for capture-recapture data with unequal
 * catchability", Biometrics 43 (1987), 783–791; variance as in Chao and Colwell (2017), for t
 * samples.
 */
export function estimateUnseen(lists: readonly (readonly string[])[]): UnseenEstimate | null {
  const found = lists.map((list) => new Set(list)).filter((list) => list.size > 0);
  const t = found.length;
  if (t < 2) return null;
  const counts = new Map<string, number>();
  for (const list of found) {
    for (const id of list) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  let once = 0;
  let twice = 0;
  for (const count of counts.values()) {
    if (count === 1) once++;
    if (count === 2) twice++;
  }
  const base = { seen: counts.size, once, twice, lists: t };
  // A single tool on one list only says nothing about others like it.
  if (once < 2) return { ...base, unseen: 0, low: 0, high: 0 };
  const a = (t - 1) / t;
  const unseen = (a * once * (once - 1)) / (2 * (twice + 1));
  const variance =
    (a * once * (once - 1)) / (2 * (twice + 1)) +
    (a * a * once * (2 * once - 1) ** 2) / (4 * (twice + 1) ** 2) +
    (a * a * once ** 2 * twice * (once - 1) ** 2) / (4 * (twice + 1) ** 4);
  const spread = Math.exp(Z * Math.sqrt(Math.log(1 + variance / unseen ** 2)));
  return { ...base, unseen, low: unseen / spread, high: unseen * spread };
}
