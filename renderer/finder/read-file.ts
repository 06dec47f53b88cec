import type { Inventory } from '../../shared/finder/sightings.ts';
import { fail, type Result } from '../../shared/result.ts';

/** Reads a file in a worker of its own, which ends with it, or at once when `signal` says so. */
export function readFile(file: File, signal: AbortSignal): Promise<Result<Inventory>> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./read-worker.ts', import.meta.url), { type: 'module' });
    const end = (result: Result<Inventory>): void => {
      worker.terminate();
      resolve(result);
    };
    signal.addEventListener('abort', () => end(fail('cancelled', 'Cancelled.')));
    worker.addEventListener('message', ({ data }: MessageEvent<Result<Inventory>>) => end(data));
    // Out of memory, most likely: the page itself goes on.
    worker.addEventListener('error', () =>
      end(fail('too-large', 'There is not enough memory to read this file.')),
    );
    worker.postMessage(file);
  });
}
