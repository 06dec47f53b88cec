import type { InsightProduct, MatrixPair } from '../../shared/insights/contract.ts';
import type { MatrixOrder } from './insights-state.ts';

/** The sign of a cell, as seen from its row; empty where nothing is documented. */
export function cellSign(pair: MatrixPair | undefined, row: number): string {
  if (!pair) return '';
  if (pair.relation === 'through') return '○';
  if (pair.relation === 'hub') return '+';
  if (pair.direction === 'both') return '↔';
  if (pair.direction === 'none') return '●';
  return (pair.direction === 'forward') === (pair.a === row) ? '→' : '←';
}

export interface MatrixNames {
  readonly products: readonly InsightProduct[];
  readonly hubs: readonly InsightProduct[];
}

/** What a cell says, as a sentence for those who do not see it. */
export function cellWords(
  { products, hubs }: MatrixNames,
  pair: MatrixPair | undefined,
  row: number,
  column: number,
): string {
  const ends = `${products[row]?.name} and ${products[column]?.name}`;
  switch (pair?.relation) {
    case 'direct':
      return `${ends}: ${pair.kinds.length > 0 ? 'documented integration' : 'connection you drew'}`;
    case 'through':
      return `${ends}: both connect to ${products[pair.via[0] ?? -1]?.name}, which is on the stack`;
    case 'hub':
      return `${ends}: both integrate with ${hubs[pair.hubs[0] ?? -1]?.name}, which could be added`;
    default:
      return `${ends}: nothing documented`;
  }
}

/** Places of the products in the order of rows and columns. */
export function matrixOrder(
  products: readonly InsightProduct[],
  pairs: readonly MatrixPair[],
  order: MatrixOrder,
): number[] {
  const places = [...products.keys()];
  // Products come by category already.
  if (order === 'category') return places;
  const name = (place: number): string => products[place]?.name ?? '';
  const byName = (a: number, b: number): number => name(a).localeCompare(name(b), 'en');
  if (order === 'name') return places.sort(byName);
  const direct = new Map<number, number>();
  for (const { a, b, relation } of pairs) {
    if (relation !== 'direct') continue;
    for (const end of [a, b]) direct.set(end, (direct.get(end) ?? 0) + 1);
  }
  return places.sort((a, b) => (direct.get(b) ?? 0) - (direct.get(a) ?? 0) || byName(a, b));
}
