import ElkApi from 'elkjs/lib/elk-api.js';
import workerUrl from 'elkjs/lib/elk-worker.min.js?url';
import type { ELK } from 'elkjs/lib/elk-api.js';
import type { LayoutEngine } from '../../shared/stack/arrange/lane-order.ts';

interface ElkOptions {
  readonly workerFactory: () => Worker;
}

// A CommonJS module whose types describe another shape than the bundler gives it.
const Elk = ElkApi as unknown as new (options: ElkOptions) => ELK;

/**
 * Runs some work with the layout engine in a worker of its own, which ends with the work.
 * @returns null where it was called off; the worker ends then at once
 */
export function withLayoutEngine<T>(
  signal: AbortSignal,
  work: (layout: LayoutEngine) => Promise<T>,
): Promise<T | null> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return resolve(null);
    let worker: Worker | null = null;
    const end = (): void => worker?.terminate();
    const elk = new Elk({
      workerFactory: () => {
        worker = new Worker(workerUrl);
        worker.addEventListener('error', (event) => {
          end();
          reject(new Error(event.message || 'The layout did not start.'));
        });
        return worker;
      },
    });
    signal.addEventListener(
      'abort',
      () => {
        end();
        resolve(null);
      },
      { once: true },
    );
    work((graph) => elk.layout(graph))
      .then(resolve, reject)
      .finally(end);
  });
}
