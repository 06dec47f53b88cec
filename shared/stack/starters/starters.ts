import { b2bSoftware } from './b2b-software.ts';
import { directToConsumer } from './direct-to-consumer.ts';
import { nonProfit } from './non-profit.ts';
import { publisher } from './publisher.ts';
import type { StarterStack } from './starter.ts';

/** Examples to start from, for common cases. */
export const starters: readonly StarterStack[] = [
  b2bSoftware,
  directToConsumer,
  publisher,
  nonProfit,
];

/** The example of this id; undefined where there is none. */
export function findStarter(id: string): StarterStack | undefined {
  return starters.find((starter) => starter.id === id);
}
