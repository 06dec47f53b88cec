import type { StackChange } from '../../shared/contract/contract.ts';

/** A change of a stack on its way into the page. */
export interface Arrived {
  readonly change: StackChange;
  /** Of a change made here: what is to be seen together with it, called when it is in. */
  readonly alongside?: () => void;
}

export interface ChangeInbox {
  /** Takes in a change that was told of. It waits for the answers that are on their way. */
  tell(change: StackChange): Promise<void>;
  /**
   * Waits for the answer to a call of this page.
   * @param read what has arrived with it; null where the call was refused
   */
  expect<T>(call: Promise<T>, read: (answer: T) => Arrived | null): Promise<T>;
}

/**
 * Takes changes in one after the other, by their revisions. A change made here is told of before its
 * call is answered; it is the answer that counts, because what belongs with it is known there.
 * @param take does not throw, and skips what is in already
 */
export function createChangeInbox(take: (arrived: Arrived) => Promise<void>): ChangeInbox {
  const waiting: Arrived[] = [];
  let asked = 0;
  let queue = Promise.resolve();

  async function takeAll(): Promise<void> {
    for (;;) {
      waiting.sort(
        (a, b) =>
          a.change.revision - b.change.revision || Number(!a.alongside) - Number(!b.alongside),
      );
      const next = waiting.shift();
      if (!next) return;
      await take(next);
    }
  }

  function work(): Promise<void> {
    queue = queue.then(takeAll);
    return queue;
  }

  return {
    async tell(change) {
      waiting.push({ change });
      if (asked === 0) await work();
    },
    async expect(call, read) {
      asked += 1;
      try {
        const answer = await call;
        const arrived = read(answer);
        if (arrived) waiting.push(arrived);
        return answer;
      } finally {
        asked -= 1;
        await work();
      }
    },
  };
}
