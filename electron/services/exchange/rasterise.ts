import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Refusal } from '../../../shared/result.ts';
import { resourcePath, resources } from './resource-path.ts';

interface Order {
  readonly svg: string;
  /** Pixels. */
  readonly width: number;
  readonly fonts: readonly Uint8Array[];
}

/**
 * What the thread runs: given as text, because the bundle is one file and the thread would need a
 * second. It knows nothing but the rasteriser, whose files lie beside the program.
 */
const program = `
const { readFileSync } = require('node:fs');
const { parentPort, workerData } = require('node:worker_threads');
const { library, module, order } = workerData;
const { initWasm, Resvg } = require(library);
initWasm(readFileSync(module)).then(() => {
  const image = new Resvg(order.svg, {
    fitTo: { mode: 'width', value: order.width },
    font: { fontBuffers: order.fonts, defaultFontFamily: 'Inter', sansSerifFamily: 'Inter' },
  });
  parentPort.postMessage(image.render().asPng());
});
`;

/**
 * Draws an SVG as PNG, in a thread of its own: the window stays alive meanwhile, a cancelled picture
 * stops at once, and the memory, hundreds of megabytes for a large one, is free again afterwards.
 * @throws Refusal 'cancelled' when the signal says so; Error when the rasteriser fails
 */
export function rasterise(order: Order, signal: AbortSignal): Promise<Uint8Array> {
  const folder = resourcePath(resources.rasteriser);
  return new Promise((resolve, reject) => {
    const cancelled = (): Refusal => new Refusal('cancelled', 'The export was cancelled.');
    if (signal.aborted) {
      reject(cancelled());
      return;
    }
    const worker = new Worker(program, {
      eval: true,
      // None of the flags this process was started with concern the thread.
      execArgv: [],
      workerData: {
        library: join(folder, 'index.js'),
        module: join(folder, 'index_bg.wasm'),
        order,
      },
    });
    const finish = (settle: () => void): void => {
      signal.removeEventListener('abort', onAbort);
      void worker.terminate();
      settle();
    };
    const onAbort = (): void => finish(() => reject(cancelled()));
    signal.addEventListener('abort', onAbort, { once: true });
    worker.once('message', (png: Uint8Array) => finish(() => resolve(png)));
    worker.once('error', (error) => finish(() => reject(error)));
    worker.once('exit', (code) =>
      finish(() => reject(new Error(`The rasteriser ended early, with status ${code}.`))),
    );
  });
}
