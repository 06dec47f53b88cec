import type { Handlers } from '../../../shared/contract/contract.ts';
import type { SearchHit } from '../../../shared/domain/query.ts';
import { Refusal } from '../../../shared/result.ts';
import { listHas } from '../../store/catalogue/columns.ts';
import type { Catalogue } from '../../store/catalogue/open-catalogue.ts';
import type { SearchEngine } from './search-engine.ts';

type SearchHandlers = Pick<Handlers, 'catalogue:search'>;

/** Handler of the search by itself: best hits first, with the score that put them there. */
export function createSearchHandlers(catalogue: Catalogue, search: SearchEngine): SearchHandlers {
  const { columns, repository } = catalogue;
  return {
    'catalogue:search': ({ text, category, limit }) => {
      const wanted = category === undefined ? undefined : columns.categoryIds.indexOf(category);
      if (wanted === -1) {
        throw new Refusal('not-found', `There is no category “${category}” in the catalogue.`, {
          category,
        });
      }
      const matches = search.match(text);
      const hits: SearchHit[] = [];
      for (let at = 0; matches && at < matches.products.length && hits.length < limit; at++) {
        const product = matches.products[at]!;
        if (wanted !== undefined && !listHas(columns.categories, product, wanted)) continue;
        const { id, name, homepage, categories, aliases } = repository.searchFields(product);
        hits.push({
          id,
          name,
          homepage,
          category: columns.categoryIds[columns.primaryCategory[product]!]!,
          categories,
          aliases,
          score: Math.round(matches.scores[at]! * 1000) / 1000,
        });
      }
      return hits;
    },
  };
}
