import { counted, inRow } from './words.ts';

/** What speaks for a product as an alternative to another. */
export interface Likeness {
  /** Names of the categories both have. */
  readonly sharedCategories: readonly string[];
  readonly isSamePrimary: boolean;
  readonly sharedIntegrations: number;
  /** Names of the best known products that both integrate with. */
  readonly sharedWith: readonly string[];
}

/**
 * Why a product is an alternative: "Same main category, CDP. Works with 34 of the same products,
 * such as Braze, Slack and Snowflake."
 */
export function alternativeReason(likeness: Likeness): string {
  const { sharedCategories, isSamePrimary, sharedIntegrations, sharedWith } = likeness;
  const [first = '', ...others] = sharedCategories;
  const both =
    sharedCategories.length > 3
      ? inRow([...sharedCategories.slice(0, 2), `${sharedCategories.length - 2} more`])
      : inRow(sharedCategories);
  const field = !isSamePrimary
    ? `Both are in ${both}.`
    : others.length === 0
      ? `Same main category, ${first}.`
      : `Same main category; both are in ${both}.`;
  if (sharedIntegrations === 0) return field;
  const works =
    sharedIntegrations > sharedWith.length
      ? `Works with ${counted(sharedIntegrations, 'product', 'of the same products')}, such as ${inRow(sharedWith)}.`
      : `Both work with ${inRow(sharedWith)}.`;
  return `${field} ${works}`;
}
