import { parseQuery } from '../../shared/search/query-language.ts';
import { emptyFilter, isFiltering } from './filter-state.ts';
import type { ListQuery } from './product-list-store.ts';

/** A query near the one that found nothing. */
export interface WayOut {
  readonly query: ListQuery;
  /** Leads to the number of products: "Without the filters, …". */
  readonly words: string;
  readonly action: string;
}

/** More words than this and nobody knows which of them was wrong. */
const TRIED_WORDS = 4;

/**
 * What to try when nothing is found, the nearest first: the same words without the filters, each
 * word alone from the longest, and the start of the longest word, which a slip further on spoils.
 */
export function wayOuts(query: ListQuery): WayOut[] {
  const ways: WayOut[] = [];
  const { text, terms } = parseQuery(query.text);
  if (isFiltering(query.filter)) {
    ways.push({
      query: { ...query, filter: emptyFilter },
      words: 'Without the filters',
      action: 'Show them',
    });
  }
  if (terms.length > 0) {
    ways.push({
      query: { ...query, text, filter: emptyFilter },
      words: text === '' ? 'Without the terms' : `For “${text.slice(0, 40)}” without the terms`,
      action: 'Show them',
    });
  }
  const words = [...new Set(text.split(/\s+/).filter((word) => word.length > 1))].sort(
    (a, b) => b.length - a.length,
  );
  const tryText = (part: string): void => {
    ways.push({
      query: { ...query, text: part, filter: emptyFilter },
      words: `For “${part.slice(0, 40)}”`,
      action: `Search for “${part.slice(0, 40)}”`,
    });
  };
  if (words.length > 1) words.slice(0, TRIED_WORDS).forEach(tryText);
  const [longest] = words;
  if (longest && longest.length > 5) tryText([...longest].slice(0, 4).join(''));
  return ways;
}
