import type { Source } from '../../shared/domain/product.ts';
import { fold } from '../../shared/search/fold.ts';

export const sourceColumns = [
  'title',
  'licence',
  'snapshotDate',
  'products',
  'integrations',
] as const;
export type SourceColumn = (typeof sourceColumns)[number];

export interface SourceSort {
  readonly column: SourceColumn;
  readonly isDescending: boolean;
}

/** Numbers and dates are of interest from the top, words from A. */
export function startsDescending(column: SourceColumn): boolean {
  return column !== 'title' && column !== 'licence';
}

/** Sources whose title, licence or id has all words of `text`, in order; by title among equals. */
export function sortSources(
  sources: readonly Source[],
  { column, isDescending }: SourceSort,
  text = '',
): Source[] {
  const words = fold(text).split(' ');
  const collator = new Intl.Collator('en', { numeric: true });
  const sign = isDescending ? -1 : 1;
  return sources
    .filter(({ id, title, licence }) => {
      const searched = fold(`${title} ${licence} ${id}`);
      return words.every((word) => searched.includes(word));
    })
    .sort((a, b) => {
      const left = a[column];
      const right = b[column];
      const order =
        typeof left === 'number' && typeof right === 'number'
          ? left - right
          : collator.compare(String(left), String(right));
      return order * sign || collator.compare(a.title, b.title);
    });
}
