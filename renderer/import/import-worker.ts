import type { WorkerAnswer, WorkerQuestion } from './worker-messages.ts';

export interface ImportWorker {
  ask(question: WorkerQuestion): Promise<WorkerAnswer>;
  /** Ends at once whatever it is doing. */
  end(): void;
}

/** A thread that holds the file of one import. One question at a time. */
export function createImportWorker(): ImportWorker {
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), { type: 'module' });
  let settle: ((answer: WorkerAnswer) => void) | null = null;
  const finish = (answer: WorkerAnswer): void => {
    settle?.(answer);
    settle = null;
  };
  worker.addEventListener('message', ({ data }: MessageEvent<WorkerAnswer>) => finish(data));
  // Out of memory, most likely: the page itself goes on.
  worker.addEventListener('error', () =>
    finish({ type: 'failed', message: 'There is not enough memory to read this file.' }),
  );
  return {
    ask: (question) =>
      new Promise((resolve) => {
        settle = resolve;
        worker.postMessage(question);
      }),
    end: () => worker.terminate(),
  };
}
