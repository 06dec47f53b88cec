import type { ELK } from 'elkjs/lib/elk-api.js';
import * as bundled from 'elkjs/lib/elk.bundled.js';
import type { LayoutEngine } from '../../shared/stack/arrange/lane-order.ts';

// A CommonJS module whose types describe another shape than Node gives it.
const Elk = bundled.default as unknown as new () => ELK;

/** The layout engine on the thread of the test. */
export function elkEngine(): LayoutEngine {
  const elk = new Elk();
  return (graph) => elk.layout(graph);
}
