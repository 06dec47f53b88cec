import type { PricingModel } from '../../shared/domain/catalogue.ts';
import type { Category, CategoryGroup } from '../../shared/domain/product.ts';
import type { ProductFilter, UnderstoodTerm } from '../../shared/domain/query.ts';
import { parseQuery, withoutTerm } from '../../shared/search/query-language.ts';
import { pricingWords } from '../product/words.ts';
import { fitWords, termLabel } from './term-words.ts';

export const emptyFilter: ProductFilter = { categories: [], pricing: [], sources: [] };

/** Fields of a filter that are chosen, not chosen, or of no interest. */
export const yesNoFields = ['oss', 'saas', 'hasIntegrations', 'tcfVendor'] as const;
export type YesNoField = (typeof yesNoFields)[number];

export const hideFields = ['hideExtensions', 'hideDiscontinued'] as const;
export type HideField = (typeof hideFields)[number];

export const yesNoWords: Readonly<
  Record<YesNoField, { readonly yes: string; readonly no: string }>
> = {
  oss: { yes: 'Open source', no: 'Not open source' },
  saas: { yes: 'Offered as a service', no: 'Not offered as a service' },
  hasIntegrations: { yes: 'Documented', no: 'None documented' },
  tcfVendor: { yes: 'Registered TCF vendor', no: 'Not a TCF vendor' },
};

/** A chip stands without the heading that says what it is about. */
const chipWords: typeof yesNoWords = {
  ...yesNoWords,
  hasIntegrations: { yes: 'Integrations documented', no: 'No integration documented' },
};

export const hideWords: Readonly<Record<HideField, string>> = {
  hideExtensions: 'Hide extensions',
  hideDiscontinued: 'Hide discontinued',
};

function toggled<T>(values: readonly T[], value: T): T[] {
  return values.includes(value) ? values.filter((each) => each !== value) : [...values, value];
}

export function toggleCategory(filter: ProductFilter, id: string): ProductFilter {
  return { ...filter, categories: toggled(filter.categories, id) };
}

export function togglePricing(filter: ProductFilter, model: PricingModel): ProductFilter {
  return { ...filter, pricing: toggled(filter.pricing, model) };
}

export function toggleSource(filter: ProductFilter, id: string): ProductFilter {
  return { ...filter, sources: toggled(filter.sources, id) };
}

/** Choosing what is chosen already takes it back; yes and no exclude each other. */
export function toggleYesNo(
  filter: ProductFilter,
  field: YesNoField,
  value: boolean,
): ProductFilter {
  return { ...filter, [field]: filter[field] === value ? undefined : value };
}

export function toggleHide(filter: ProductFilter, field: HideField): ProductFilter {
  return { ...filter, [field]: filter[field] ? undefined : true };
}

export function toggleFit(filter: ProductFilter, least: number): ProductFilter {
  return { ...filter, stackFit: filter.stackFit === least ? undefined : least };
}

/** Hidden products are left out unless this is chosen. */
export function toggleHidden(filter: ProductFilter): ProductFilter {
  return { ...filter, showHidden: filter.showHidden ? undefined : true };
}

export function toggleTag(filter: ProductFilter, tag: string): ProductFilter {
  const tags = toggled(filter.tags ?? [], tag);
  return { ...filter, tags: tags.length > 0 ? tags : undefined };
}

export type Choice = 'none' | 'some' | 'all';

export function groupChoice(
  filter: ProductFilter,
  categories: readonly Pick<Category, 'id'>[],
): Choice {
  const chosen = categories.filter(({ id }) => filter.categories.includes(id)).length;
  return chosen === 0 ? 'none' : chosen === categories.length ? 'all' : 'some';
}

/** All of a group, or none of it if all of it was chosen. */
export function toggleGroup(
  filter: ProductFilter,
  categories: readonly Pick<Category, 'id'>[],
): ProductFilter {
  const others = filter.categories.filter((id) => !categories.some((each) => each.id === id));
  const isAll = groupChoice(filter, categories) === 'all';
  return {
    ...filter,
    categories: isAll ? others : [...others, ...categories.map(({ id }) => id)],
  };
}

export interface Chip {
  readonly key: string;
  readonly label: string;
  /** The filter without it. */
  readonly without: ProductFilter;
}

interface ChipNames {
  readonly taxonomy: readonly CategoryGroup[];
  readonly sourceTitle: (id: string) => string;
}

function categoryChips(filter: ProductFilter, taxonomy: readonly CategoryGroup[]): Chip[] {
  const known = new Set(taxonomy.flatMap((group) => group.categories.map(({ id }) => id)));
  const chip = (id: string, label: string): Chip => ({
    key: `category:${id}`,
    label,
    without: toggleCategory(filter, id),
  });
  const inGroups = taxonomy.flatMap((group) => {
    // A whole group is one chip, not one for each of its categories.
    if (groupChoice(filter, group.categories) === 'all') {
      const without = toggleGroup(filter, group.categories);
      return [{ key: `group:${group.id}`, label: `All of ${group.name}`, without }];
    }
    return group.categories
      .filter(({ id }) => filter.categories.includes(id))
      .map(({ id, name }) => chip(id, name));
  });
  const unknown = filter.categories.filter((id) => !known.has(id)).map((id) => chip(id, id));
  return [...inGroups, ...unknown];
}

/** What narrows the list, each with the filter that is left without it. */
export function filterChips(filter: ProductFilter, { taxonomy, sourceTitle }: ChipNames): Chip[] {
  const chips = categoryChips(filter, taxonomy);
  for (const model of filter.pricing) {
    const without = togglePricing(filter, model);
    chips.push({ key: `pricing:${model}`, label: pricingWords[model], without });
  }
  for (const field of yesNoFields) {
    const value = filter[field];
    if (value === undefined) continue;
    const label = chipWords[field][value ? 'yes' : 'no'];
    chips.push({ key: field, label, without: toggleYesNo(filter, field, value) });
  }
  for (const id of filter.sources) {
    const label = `Source: ${sourceTitle(id)}`;
    chips.push({ key: `source:${id}`, label, without: toggleSource(filter, id) });
  }
  for (const field of hideFields) {
    if (!filter[field]) continue;
    chips.push({ key: field, label: hideWords[field], without: toggleHide(filter, field) });
  }
  for (const tag of filter.tags ?? []) {
    chips.push({ key: `tag:${tag}`, label: `Tag: ${tag}`, without: toggleTag(filter, tag) });
  }
  if (filter.showHidden) {
    chips.push({ key: 'showHidden', label: 'Hidden ones too', without: toggleHidden(filter) });
  }
  if (filter.stackFit !== undefined) {
    const without = toggleFit(filter, filter.stackFit);
    chips.push({ key: 'stackFit', label: fitWords(filter.stackFit), without });
  }
  return chips;
}

export interface TermChip {
  readonly key: string;
  readonly label: string;
  /** The text without it. */
  readonly without: string;
}

/** The terms that the text was understood to hold. */
export function termChips(text: string, terms: readonly UnderstoodTerm[]): TermChip[] {
  return terms.map((term) => ({
    key: `term:${term.start}`,
    label: termLabel(term),
    without: withoutTerm(text, term),
  }));
}

/** The words of a text, without its terms. */
export function wordsOf(text: string): string {
  return parseQuery(text).text;
}

export function isFiltering(filter: ProductFilter): boolean {
  return (
    filter.categories.length + filter.pricing.length + filter.sources.length > 0 ||
    yesNoFields.some((field) => filter[field] !== undefined) ||
    hideFields.some((field) => filter[field]) ||
    filter.stackFit !== undefined ||
    filter.tags !== undefined
  );
}
