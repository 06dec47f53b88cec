import { field, readTsv } from './tsv.ts';

export type Group = { readonly id: string; readonly name: string };
export type Category = {
  readonly id: string;
  readonly group: string;
  readonly name: string;
  readonly covers: string;
};
export type Taxonomy = {
  readonly groups: readonly Group[];
  readonly categories: readonly Category[];
};

/** The taxonomy in the order of its file. */
export function readTaxonomy(file: string): Taxonomy {
  const groups = new Map<string, Group>();
  const categories: Category[] = [];
  for (const row of readTsv(file)) {
    const group = field(row, 'group_id');
    if (!groups.has(group)) groups.set(group, { id: group, name: field(row, 'group') });
    categories.push({
      id: field(row, 'category_id'),
      group,
      name: field(row, 'category'),
      covers: field(row, 'covers'),
    });
  }
  return { groups: [...groups.values()], categories };
}
