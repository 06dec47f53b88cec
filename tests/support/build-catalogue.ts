import { realCatalogue } from './catalogue.ts';

/** Vitest's global setup of the integration tests: the real catalogue is there before any starts. */
export function setup(): void {
  realCatalogue();
}
