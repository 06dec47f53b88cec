import type { Handlers } from '../../shared/contract/contract.ts';

type Handler = (input: unknown, context: unknown) => unknown;

/** Handlers over one state of the world, and how to let go of it. */
export interface Generation {
  readonly handlers: Handlers;
  close(): void;
}

interface Running {
  readonly generation: Generation;
  calls: number;
  isReplaced: boolean;
}

export interface LiveHandlers {
  readonly handlers: Handlers;
  close(): void;
}

/**
 * Handlers that follow the catalogue: whenever `stamp` has changed since they were made, the next
 * call makes them anew. Calls that are under way go on with what they began with, which is closed
 * after the last of them.
 * @param stamp  cheap to ask, as it is asked before every call; where it throws, nothing has changed:
 *   a call that needs what is broken says so itself
 * @param open  makes a generation; where it throws, the old one goes on
 * @param log  gets what it threw
 * @param onReplaced  hears of every new generation and of the stamp that asked for it
 */
export function liveHandlers(
  stamp: () => string,
  open: () => Generation,
  log: (error: unknown) => void,
  onReplaced: (stamp: string) => void = () => undefined,
): LiveHandlers {
  let seen = stamp();
  let current: Running = { generation: open(), calls: 0, isReplaced: false };

  const closeIfDone = (running: Running): void => {
    if (running.isReplaced && running.calls === 0) running.generation.close();
  };

  function stampOr(last: string): string {
    try {
      return stamp();
    } catch {
      return last;
    }
  }

  function refreshed(): Running {
    const now = stampOr(seen);
    if (now === seen) return current;
    // Not tried again before the next change, however it ends.
    seen = now;
    try {
      const next: Running = { generation: open(), calls: 0, isReplaced: false };
      const old = current;
      current = next;
      old.isReplaced = true;
      closeIfDone(old);
      onReplaced(now);
    } catch (error) {
      log(error);
    }
    return current;
  }

  const channels = Object.keys(current.generation.handlers) as (keyof Handlers)[];
  const entries = channels.map((channel) => [
    channel,
    (input: unknown, context: unknown) => {
      const running = refreshed();
      const handle = running.generation.handlers[channel] as Handler;
      const done = (): void => {
        running.calls -= 1;
        closeIfDone(running);
      };
      running.calls += 1;
      let answer: unknown;
      try {
        answer = handle(input, context);
      } catch (error) {
        done();
        throw error;
      }
      if (answer instanceof Promise) return answer.finally(done);
      done();
      return answer;
    },
  ]);
  return {
    // Same channels, same inputs and answers.
    handlers: Object.fromEntries(entries) as Handlers,
    close() {
      current.isReplaced = true;
      closeIfDone(current);
    },
  };
}
