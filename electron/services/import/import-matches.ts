import { getDomain } from 'tldts';
import type { ImportMatch } from '../../../shared/import/contract.ts';
import type { Catalogue } from '../../store/catalogue/open-catalogue.ts';
import { createNameMatcher } from '../finder/name-matches.ts';
import { fold } from '../../../shared/search/fold.ts';
import { parseSearchQuery } from '../../../shared/search/search-query.ts';
import { similarities } from '../../../shared/search/similarity.ts';
import type { SearchEngine } from '../search/search-engine.ts';

export interface ImportItem {
  readonly name: string;
  readonly homepage: string | null;
}

const MOST_OFFERED = 5;
/** Best hits of a search that are looked at letter by letter. */
const LOOKED_AT = 5;
/** One wrong letter in six, as Fuse counts it. */
const ALIKE = 0.75;
const isNew: ImportMatch = { state: 'new', products: [], why: 'nothing is called so' };

/** Says what a row of a person's table is, by its name and its address together. */
export function createImportMatcher(catalogue: Catalogue, search: SearchEngine) {
  const { columns, repository } = catalogue;
  const names = createNameMatcher(catalogue, search);
  let byDomain: ReadonlyMap<string, readonly number[]> | undefined;

  /** Products of an address, the best known first. */
  function ofDomain(domain: string): readonly number[] {
    if (!byDomain) {
      const index = new Map<string, number[]>();
      const { products, texts, kinds } = catalogue.readNames();
      texts.forEach((text, entry) => {
        if (kinds[entry] !== 'domain') return;
        const product = products[entry]!;
        const others = index.get(text);
        if (!others) index.set(text, [product]);
        else if (!others.includes(product)) others.push(product);
      });
      byDomain = index;
    }
    return byDomain.get(domain) ?? [];
  }

  /** Products whose names differ from this one by a slip of the hand. */
  function misspelt(name: string): readonly number[] {
    const query = parseSearchQuery(name);
    const hits = search.match(name);
    if (!query || !hits) return [];
    const near = [...hits.products.slice(0, LOOKED_AT)];
    const values = similarities(
      query,
      repository.rows(near).map((row) => fold(row.name)),
    );
    return near.filter((_, at) => values[at]! >= ALIKE);
  }

  const refs = (products: readonly number[]): ImportMatch['products'] =>
    repository
      .rows([...new Set(products)].slice(0, MOST_OFFERED))
      .map(({ id, name }) => ({ id, name }));

  const found = (
    state: ImportMatch['state'],
    products: readonly number[],
    why: string,
  ): ImportMatch => ({ state, products: refs(products), why });

  return ({ name, homepage }: ImportItem, forgiving: boolean): ImportMatch => {
    const byId = columns.indexOf.get(name);
    if (byId !== undefined) return found('same', [byId], 'this is its id');
    const called = names.called(name).map(({ product }) => product);
    const domain = homepage === null ? getDomain(name) : getDomain(homepage);
    const hosted = domain === null ? [] : ofDomain(domain);
    const both = called.filter((product) => hosted.includes(product));
    if (both.length > 0) return found('same', both, 'name and address are the same');
    if (called.length > 0) {
      if (hosted.length > 0) {
        return found('doubtful', [...called, ...hosted], 'name and address are of two products');
      }
      if (called.length > 1) return found('doubtful', called, 'several products have this name');
      // Another address may mean another product, unless the catalogue knows of none.
      const own = repository.row(called[0]!).domain;
      const differs = domain !== null && own !== null && own !== domain;
      return differs
        ? found('doubtful', called, `the catalogue has it at ${own}`)
        : found('same', called, 'the name is the same');
    }
    if (hosted.length > 0) {
      const isName = homepage === null;
      // Of the products of one address, the one that the address is named after.
      const label = names.called(domain?.split('.')[0] ?? '').map((each) => each.product);
      const named = hosted.filter((product) => label.includes(product));
      if (isName && named.length === 1) return found('same', named, 'this is its domain');
      return isName && hosted.length === 1
        ? found('same', hosted, 'this is its domain')
        : found('doubtful', hosted, 'the address is the same');
    }
    if (!forgiving) return isNew;
    const near = names.match(name);
    const likely = [near.product, ...near.alternatives].flatMap(
      (id) => (id === null ? undefined : columns.indexOf.get(id)) ?? [],
    );
    if (likely.length > 0) return found('doubtful', likely, near.reason);
    const alike = misspelt(name);
    return alike.length > 0 ? found('doubtful', alike, 'the names are much alike') : isNew;
  };
}
