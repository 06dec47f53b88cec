import type { CoverageState } from '../insights/coverage.ts';
import type { Finding } from '../insights/contract.ts';
import type { AnsweredQuestion } from './workshop.ts';
import type { MissingQuestion } from './contract.ts';

export interface MissingSource {
  readonly findings: readonly Finding[];
  /** Findings that were accepted; asked again only where this room has answered them. */
  readonly accepted: readonly Finding[];
  readonly coverage: readonly {
    readonly categoryId: string;
    readonly groupId: string;
    readonly state: CoverageState;
  }[];
  /** Categories that the stack has to cover, where somebody has said so. */
  readonly needs: readonly string[] | null;
  readonly answered: readonly AnsweredQuestion[];
  readonly categoryName: (id: string) => string;
  readonly groupName: (id: string) => string;
  readonly productName: (id: string) => string;
}

export const findingKey = ({ ruleId, subject }: Pick<Finding, 'ruleId' | 'subject'>): string =>
  `finding ${ruleId} ${subject}`;

/**
 * The questions of the round "What is missing?": groups of the landscape with nothing in them,
 * categories that were said to be needed, and what the health checks find, gravest first.
 */
export function missingQuestions(source: MissingSource): MissingQuestion[] {
  const { findings, accepted, coverage, needs, answered } = source;
  const { categoryName, groupName, productName } = source;
  const answerOf = new Map(answered.map((each) => [each.key, each]));
  const question = (
    key: string,
    words: Pick<MissingQuestion, 'title' | 'detail' | 'severity'>,
    about: { products?: readonly string[]; categories?: readonly string[]; isFinding?: boolean },
  ): MissingQuestion => ({
    key,
    ...words,
    products: (about.products ?? []).map((id) => ({ id, name: productName(id) })),
    categories: [...(about.categories ?? [])],
    isFinding: about.isFinding ?? false,
    answered: answerOf.get(key) ?? null,
  });
  const groups = [...new Set(coverage.map(({ groupId }) => groupId))].flatMap((groupId) => {
    const own = coverage.filter((each) => each.groupId === groupId);
    if (own.some(({ state }) => state !== 'gap')) return [];
    const words = {
      title: `Nothing for ${groupName(groupId)}.`,
      detail: `No product of this stack is for any of its ${own.length} categories.`,
      severity: 'caution' as const,
    };
    return [question(`group ${groupId}`, words, {})];
  });
  const gaps = new Set(
    coverage.filter(({ state }) => state === 'gap').map(({ categoryId }) => categoryId),
  );
  const needed = (needs ?? []).flatMap((id) => {
    if (!gaps.has(id)) return [];
    const words = {
      title: `Nothing for ${categoryName(id)}.`,
      detail: 'It was said to be needed, and no product of this stack is for it.',
      severity: 'caution' as const,
    };
    return [question(`category ${id}`, words, { categories: [id] })];
  });
  const asked = [...findings, ...accepted.filter((each) => answerOf.has(findingKey(each)))];
  return [
    ...groups,
    ...needed,
    ...asked.map((finding) => {
      const { title, detail, severity, products, categories } = finding;
      const about = { products, categories, isFinding: true };
      return question(findingKey(finding), { title, detail, severity }, about);
    }),
  ];
}

/** What the decision says that comes of "We need this". */
export function needWords(
  { title, categories, isFinding, key }: MissingQuestion,
  categoryName: (id: string) => string,
): string {
  const [only] = categories;
  if (only !== undefined && categories.length === 1)
    return `Find a product for ${categoryName(only)}`;
  if (!isFinding && key.startsWith('group ')) {
    return `Find a product: ${title.charAt(0).toLowerCase()}${title.slice(1)}`.replace(/\.$/, '');
  }
  return `See to this: ${title}`.replace(/\.$/, '');
}
