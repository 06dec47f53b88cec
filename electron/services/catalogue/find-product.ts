import { Refusal } from '../../../shared/result.ts';
import type { Columns } from '../../store/catalogue/columns.ts';

/** Index of a product. @throws Refusal `not-found` for an id the catalogue does not have */
export function requireProduct(columns: Columns, id: string): number {
  const index = columns.indexOf.get(id);
  if (index === undefined) {
    throw new Refusal('not-found', `There is no product “${id}” in the catalogue.`, { id });
  }
  return index;
}

/** Indexes of the products that exist, in the order asked, each as often as asked. */
export function knownProducts(columns: Columns, ids: readonly string[]): number[] {
  return ids.flatMap((id) => columns.indexOf.get(id) ?? []);
}
