import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Refusal } from '../../../shared/result.ts';
import { resourcePath, resources } from './resource-path.ts';
import { writePng } from './write-png.ts';

interface Order {
  readonly svg: string;
  /** Units of the drawing. */
  readonly size: { readonly width: number; readonly height: number };
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly fonts: readonly Uint8Array[];
}

/** A part of the picture, from one row to another. Pixels. */
interface Band {
  readonly top: number;
  readonly height: number;
}

/** Below, a second thread costs more than it saves. */
const PIXELS_PER_BAND = 6_000_000;
const MOST_BANDS = 4;

/**
 * What a thread runs: given as text, because the bundle is one file and the thread would need a
 * second. It knows nothing but the rasteriser, whose files lie beside the program. It answers with
 * rows as PNG wants them: a byte that says "no filter", then the pixels, which the rasteriser has
 * multiplied with their own transparency.
 */
const program = `
const { readFileSync } = require('node:fs');
const { parentPort, workerData } = require('node:worker_threads');
const { library, module, svg, fonts } = workerData;
const { initWasm, Resvg } = require(library);
initWasm(readFileSync(module)).then(() => {
  const image = new Resvg(svg, {
    font: { fontBuffers: fonts, defaultFontFamily: 'Inter', sansSerifFamily: 'Inter' },
  }).render();
  const { width, height, pixels } = image;
  for (let at = 0; at < pixels.length; at += 4) {
    const alpha = pixels[at + 3];
    if (alpha === 255 || alpha === 0) continue;
    for (let of = at; of < at + 3; of++) pixels[of] = Math.round((pixels[of] * 255) / alpha);
  }
  const line = width * 4;
  const rows = new Uint8Array((line + 1) * height);
  for (let row = 0; row < height; row++) {
    rows.set(pixels.subarray(row * line, (row + 1) * line), row * (line + 1) + 1);
  }
  parentPort.postMessage(rows, [rows.buffer]);
});
`;

function bandsOf({ width, height }: Order): readonly Band[] {
  const count = Math.min(
    MOST_BANDS,
    availableParallelism(),
    height,
    Math.ceil((width * height) / PIXELS_PER_BAND),
  );
  const edges = Array.from({ length: count + 1 }, (_, at) => Math.round((height * at) / count));
  return edges.slice(1).map((end, at) => ({ top: edges[at]!, height: end - edges[at]! }));
}

/** The drawing seen through a window of the band's size, in whole pixels so that bands meet. */
function windowOn({ svg, size, width, height }: Order, { top, height: rows }: Band): string {
  const unit = size.height / height;
  const view = `0 ${top * unit} ${size.width} ${rows * unit}`;
  const inner = svg.replace(/^<\?xml[^>]*\?>\s*/, '').replace('<svg ', '<svg overflow="visible" ');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${rows}" ` +
    `viewBox="${view}" preserveAspectRatio="none">${inner}</svg>`
  );
}

function drawBand(svg: string, fonts: Order['fonts'], signal: AbortSignal): Promise<Uint8Array> {
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
        svg,
        fonts,
      },
    });
    const finish = (settle: () => void): void => {
      signal.removeEventListener('abort', onAbort);
      void worker.terminate();
      settle();
    };
    const onAbort = (): void => finish(() => reject(cancelled()));
    signal.addEventListener('abort', onAbort, { once: true });
    worker.once('message', (rows: Uint8Array) => finish(() => resolve(rows)));
    worker.once('error', (error) => finish(() => reject(error)));
    worker.once('exit', (code) =>
      finish(() => reject(new Error(`The rasteriser ended early, with status ${code}.`))),
    );
  });
}

/**
 * Draws an SVG as PNG, in threads of their own, a large one in bands side by side: the window stays
 * alive meanwhile, a cancelled picture stops at once, and the memory, hundreds of megabytes for a
 * large one, is free again afterwards.
 * @throws Refusal 'cancelled' when the signal says so; Error when the rasteriser fails
 */
export async function rasterise(order: Order, signal: AbortSignal): Promise<Uint8Array> {
  const others = new AbortController();
  const either = AbortSignal.any([signal, others.signal]);
  try {
    const bands = await Promise.all(
      bandsOf(order).map((band) => drawBand(windowOn(order, band), order.fonts, either)),
    );
    return await writePng(order.width, bands);
  } catch (error) {
    // One band that fails leaves no other at work.
    others.abort();
    throw error;
  }
}
