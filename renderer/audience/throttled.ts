/**
 * Calls with the latest value at most once in a while: the first at once, what comes meanwhile at the
 * end of the while. Nothing that was said last is lost.
 */
export interface Throttled<T> {
  (value: T): void;
  /** Forgets what has not been told yet. */
  cancel(): void;
}

export function throttled<T>(tell: (value: T) => void, everyMs: number): Throttled<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: { readonly value: T } | null = null;
  const rest = (): void => {
    timer = undefined;
    if (waiting === null) return;
    const { value } = waiting;
    waiting = null;
    timer = setTimeout(rest, everyMs);
    tell(value);
  };
  const call = (value: T): void => {
    if (timer !== undefined) {
      waiting = { value };
      return;
    }
    timer = setTimeout(rest, everyMs);
    tell(value);
  };
  return Object.assign(call, {
    cancel() {
      clearTimeout(timer);
      timer = undefined;
      waiting = null;
    },
  });
}
