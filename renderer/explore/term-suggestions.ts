import type { CategoryGroup, Source } from '../../shared/domain/product.ts';
import { fold } from '../../shared/search/fold.ts';
import {
  formatTerm,
  queryFields,
  type FieldInfo,
  type QueryField,
  type TypedTerm,
} from '../../shared/search/query-language.ts';
import { valueWords } from './term-words.ts';

/** What could be typed next. */
export interface TermSuggestion {
  /** Takes the place of the term being typed. */
  readonly insert: string;
  readonly label: string;
  readonly hint: string;
}

export interface SuggestionNames {
  readonly taxonomy: readonly CategoryGroup[];
  readonly sources: readonly Source[];
}

/** Short enough to see at a glance. */
const SHOWN = 8;
/** Fewer letters begin too many words that people search for. */
const MIN_LETTERS = 3;

const byName = new Map<string, FieldInfo>(queryFields.map((field) => [field.name, field]));

export function isProductField(field: FieldInfo | null): boolean {
  return field?.name === 'integrates' || field?.name === 'like';
}

function fieldSuggestions({ typed, negated }: TypedTerm): TermSuggestion[] {
  const letters = typed.toLowerCase();
  const isMeant = letters.length >= MIN_LETTERS || byName.has(letters) || (negated && !letters);
  if (!isMeant) return [];
  return queryFields
    .filter(({ name }) => name.startsWith(letters))
    .map(({ name, means }) => ({
      insert: `${negated ? '-' : ''}${name}:`,
      label: `${name}:`,
      hint: means,
    }));
}

/** The term with one more value. */
export function completedTerm({ field, before, negated }: TypedTerm, value: string): string {
  return formatTerm({ field: field?.name as QueryField, values: [...before, value], negated });
}

/** What could come next for a term, out of what is known without asking: fields, words and names. */
export function suggestTerms(term: TypedTerm, names: SuggestionNames): TermSuggestion[] {
  const { field, typed, before } = term;
  if (!field) return fieldSuggestions(term);
  const letters = fold(typed);
  const isNear = (...called: string[]): boolean =>
    called.some((each) => fold(each).includes(letters));
  const suggestion = (value: string, label: string, hint: string): TermSuggestion => ({
    insert: completedTerm(term, value),
    label,
    hint,
  });
  const values = (): TermSuggestion[] => {
    switch (field.name) {
      case 'category':
        return names.taxonomy.flatMap((group) => [
          ...(isNear(group.id, group.name)
            ? [suggestion(group.id, group.name, 'whole group')]
            : []),
          ...group.categories
            .filter(({ id, name }) => isNear(id, name))
            .map(({ id, name }) => suggestion(id, name, id)),
        ]);
      case 'source':
        return names.sources
          .filter(({ id, title, products }) => products > 0 && isNear(id, title))
          .map(({ id, title }) => suggestion(id, title, id));
      case 'fits':
        return ['1', '3', '5']
          .filter((step) => step.startsWith(letters))
          .map((step) => suggestion(step, step, 'or more products of your stack'));
      default:
        return (field.values ?? [])
          .filter((value) => value.startsWith(typed.toLowerCase()))
          .map((value) => {
            const words = valueWords(field.name as QueryField, value);
            return suggestion(value, value, words === value ? '' : words);
          });
    }
  };
  return values()
    .filter(({ insert }) => !before.some((value) => insert === completedTerm(term, value)))
    .slice(0, SHOWN);
}
