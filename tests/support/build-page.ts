import { buildRenderer, isBuildCurrent } from '../../scripts/build.ts';

/** Vitest global setup: the page is built once, so that no test waits for it or races with another. */
export async function setup(): Promise<void> {
  if (!isBuildCurrent(['renderer'])) await buildRenderer();
}
