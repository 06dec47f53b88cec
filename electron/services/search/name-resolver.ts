import { groupIds } from '../../../shared/domain/catalogue.ts';
import { fold } from '../../../shared/search/fold.ts';
import type { NameKind } from '../../store/catalogue/names.ts';
import type { Catalogue } from '../../store/catalogue/open-catalogue.ts';
import type { SearchEngine } from './search-engine.ts';

/** Turns what people call things into what the catalogue calls them; nothing found is empty. */
export interface NameResolver {
  /** By id, then by any name exactly, then the best hit of a search that is no mere guess. */
  readonly product: (name: string) => number | undefined;
  /** Category indexes: by id or name, a whole group by its own, or all whose name has the words. */
  readonly categories: (name: string) => readonly number[];
  /** What a category value stands for, in words: a category, a group, or several of them. */
  readonly categoryNames: (name: string) => readonly string[];
  /** Source indexes, by id or title, or all whose title has the words. */
  readonly sources: (name: string) => readonly number[];
  /** Title of a source by its index. */
  readonly sourceTitle: (index: number) => string;
}

/** A hit below this shares a few letters with what was typed, no more. */
const SURE_ENOUGH = 0.45;

const kindRank: Readonly<Record<NameKind, number>> = { product: 0, name: 1, former: 2, domain: 3 };

/** Look-ups by name over one catalogue; each table is made when first needed. */
export function createNameResolver(catalogue: Catalogue, search: SearchEngine): NameResolver {
  const { columns, repository } = catalogue;
  let names: ReadonlyMap<string, number> | undefined;
  let groups: ReturnType<typeof repository.taxonomy> | undefined;
  let titles: ReadonlyMap<string, string> | undefined;
  const titleOf = (index: number): string => {
    titles ??= new Map(repository.sources().map(({ id, title }) => [id, title]));
    const id = columns.sourceIds[index]!;
    return titles.get(id) ?? id;
  };
  const groupOf = (name: string) => {
    groups ??= repository.taxonomy();
    const folded = fold(name);
    return groups.find(({ id, name: own }) => id === name.toLowerCase() || fold(own) === folded);
  };
  const exact = (ids: readonly string[], called: readonly string[], name: string): number[] => {
    const folded = fold(name);
    const index = ids.findIndex((id, at) => id === name.toLowerCase() || called[at] === folded);
    return index < 0 ? [] : [index];
  };
  const holding = (called: readonly string[], name: string): number[] => {
    const folded = fold(name);
    return folded === '' ? [] : called.flatMap((each, at) => (each.includes(folded) ? [at] : []));
  };
  const foldedCategories = columns.categoryNames.map(fold);
  const categories = (name: string): readonly number[] => {
    const found = exact(columns.categoryIds, foldedCategories, name);
    if (found.length > 0) return found;
    const group = groupOf(name);
    if (group) {
      const place = groupIds.indexOf(group.id);
      return columns.categoryGroups.flatMap((id, at) => (groupIds.indexOf(id) === place ? at : []));
    }
    return holding(foldedCategories, name);
  };
  return {
    categories,
    categoryNames: (name) => {
      const group =
        exact(columns.categoryIds, foldedCategories, name).length > 0 ? undefined : groupOf(name);
      return group ? [group.name] : categories(name).map((index) => columns.categoryNames[index]!);
    },
    sourceTitle: titleOf,
    sources: (name) => {
      const called = columns.sourceIds.map((_, index) => fold(titleOf(index)));
      const found = exact(columns.sourceIds, called, name);
      return found.length > 0 ? found : holding(called, name);
    },
    product: (name) => {
      const id = columns.indexOf.get(name.toLowerCase());
      if (id !== undefined) return id;
      names ??= indexNames(catalogue);
      const named = names.get(fold(name));
      if (named !== undefined) return named;
      const hits = search.match(name);
      return hits && hits.products.length > 0 && hits.scores[0]! >= SURE_ENOUGH
        ? hits.products[0]
        : undefined;
    },
  };
}

/** Every folded name and whom it most likely means: the owner of the name before those of aliases. */
function indexNames({ columns, readNames }: Catalogue): ReadonlyMap<string, number> {
  const { products, texts, kinds } = readNames();
  const found = new Map<string, { product: number; rank: number }>();
  texts.forEach((text, entry) => {
    const product = products[entry]!;
    // Of two with the same name, the better known one is meant.
    const rank = kindRank[kinds[entry]!] - columns.fame[product]! / 2;
    const key = kinds[entry] === 'domain' ? fold(text) : text;
    const other = found.get(key);
    if (!other || rank < other.rank) found.set(key, { product, rank });
  });
  return new Map([...found].map(([text, { product }]) => [text, product]));
}
