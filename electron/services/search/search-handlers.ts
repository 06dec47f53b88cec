import type { Handlers } from '../../../shared/contract/contract.ts';
import type { SearchHit } from '../../../shared/domain/query.ts';
import { Refusal } from '../../../shared/result.ts';
import type { SearchMatches } from '../../../shared/search/search-products.ts';
import { listHas, type Columns } from '../../store/catalogue/columns.ts';
import type { Catalogue } from '../../store/catalogue/open-catalogue.ts';
import { sortProducts } from '../catalogue/product-orders.ts';
import { createQueryReader } from './read-query.ts';
import type { SearchEngine } from './search-engine.ts';

type SearchHandlers = Pick<Handlers, 'catalogue:search'>;

/**
 * Handler of the search by itself: best hits first, with the score that put them there. Terms of
 * the query language narrow the hits; where there are terms and no words, all that they keep are
 * hits alike, the best known first. Unlike a list, which a person sees beside the problem, it refuses
 * a term that it cannot understand.
 */
export function createSearchHandlers(catalogue: Catalogue, search: SearchEngine): SearchHandlers {
  const { columns, repository } = catalogue;
  const read = createQueryReader(catalogue, search);
  return {
    'catalogue:search': ({ text, category, limit }) => {
      const wanted = category === undefined ? undefined : columns.categoryIds.indexOf(category);
      if (wanted === -1) {
        throw new Refusal('not-found', `There is no category “${category}” in the catalogue.`, {
          category,
        });
      }
      const query = read(text);
      if (query.problems.length > 0) throw new Refusal('invalid-input', query.problems.join(' '));
      const { keeps } = query;
      const matches = search.match(query.text) ?? (keeps ? allOf(columns, query.order) : null);
      const hits: SearchHit[] = [];
      for (let at = 0; matches && at < matches.products.length && hits.length < limit; at++) {
        const product = matches.products[at]!;
        if (keeps && !keeps(product)) continue;
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

function allOf(columns: Columns, order: Uint32Array | null): SearchMatches {
  const products = order ?? sortProducts(columns, columns.byName, 'relevance');
  return { products, scores: new Float32Array(products.length).fill(1) };
}
