import type { Direction, IntegrationKind } from '../domain/catalogue.ts';
import type { Arc } from './adjacency.ts';

/**
 * The ways in which data is stated to go along an integration. None where the sources state no
 * direction. An extension that is installed in a platform says where it lives, not where data goes,
 * so it counts only where the sources state both ways.
 */
export function* flowsOf(
  from: number,
  to: number,
  kind: IntegrationKind | 'own',
  direction: Direction,
): Generator<Arc> {
  if (direction === 'none' || (kind === 'plugin' && direction !== 'both')) return;
  yield [from, to];
  if (direction === 'both') yield [to, from];
}
