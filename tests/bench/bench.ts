/** One line of the result. `size` is the number of products unless the name says otherwise. */
export interface Measurement {
  readonly name: string;
  readonly size: number;
  readonly unit: string;
  readonly [figure: string]: string | number;
}

export interface BenchContext {
  /** Path of the real catalogue. */
  readonly catalogue: string;
  /** An empty folder, removed afterwards. */
  readonly folder: string;
  /** Prints one result; nothing else goes to standard output. */
  readonly report: (measurement: Measurement) => void;
  /** Says on standard error what is going on. */
  readonly say: (line: string) => void;
}

/** A section of the benchmark, chosen by `--only NAME`. */
export interface BenchModule {
  readonly name: string;
  readonly about: string;
  readonly run: (context: BenchContext) => void | Promise<void>;
}

/** Value below which `share` (0..1) of the numbers lie, by nearest rank. @throws for no numbers */
export function percentile(numbers: readonly number[], share: number): number {
  if (numbers.length === 0) throw new RangeError('there is no percentile of nothing');
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]!;
}

/** Rounds to three significant digits: the rest is noise. */
export function round(value: number): number {
  return Number(value.toPrecision(3));
}

/** Median and 95th percentile, rounded. */
export function spread(times: readonly number[]): { readonly p50: number; readonly p95: number } {
  return { p50: round(percentile(times, 0.5)), p95: round(percentile(times, 0.95)) };
}

/** Milliseconds that `work` takes. */
export function timed<T>(work: () => T): { readonly value: T; readonly ms: number } {
  const start = performance.now();
  const value = work();
  return { value, ms: performance.now() - start };
}

/** The same numbers in 0..1 for the same seed, on every machine. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    // Marsaglia's xorshift: 32 bits of state are plenty for choosing test data.
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
}
