import type { OwnIntegrationFields, OwnProductFields } from '../custom/records.ts';
import { fold } from '../search/fold.ts';
import type { ImportMark, ImportMatch } from './contract.ts';
import type { IntegrationDraft, ProductDraft, RowProblem } from './map-rows.ts';

/** What a person says of a row: the id of the product that it is, that it is new, or nothing. */
export type Decision = { readonly is: string } | 'new' | 'skip';

/** What becomes of doubtful rows that nobody has looked at. */
export const doubtRules = ['skip', 'match', 'new'] as const;
export type DoubtRule = (typeof doubtRules)[number];

export interface ProductPlan {
  readonly products: readonly OwnProductFields[];
  readonly marks: readonly ImportMark[];
  /** Rows that are there already and say nothing more of their product. */
  readonly unchanged: number;
  readonly skipped: number;
  readonly problems: readonly RowProblem[];
}

export interface PlanChoices {
  readonly decisions: ReadonlyMap<number, Decision>;
  readonly onDoubt: DoubtRule;
  /** From a category as the file says it, folded, to one of the catalogue. */
  readonly categories: ReadonlyMap<string, string>;
  /** For rows whose category is not said or not known. */
  readonly otherwise: string;
}

/** The decision on a row: a person's own first, then by its match and the rule. */
export function decisionOf(
  row: number,
  match: ImportMatch | undefined,
  { decisions, onDoubt }: Pick<PlanChoices, 'decisions' | 'onDoubt'>,
): Decision {
  const own = decisions.get(row);
  if (own !== undefined) return own;
  const [first] = match?.products ?? [];
  if (!match || match.state === 'new' || !first) return 'new';
  if (match.state === 'same') return { is: first.id };
  return onDoubt === 'match' ? { is: first.id } : onDoubt;
}

/** What an import of products would write. Pure: the same rows and choices give the same plan. */
export function planProducts(
  drafts: readonly ProductDraft[],
  matches: readonly ImportMatch[],
  choices: PlanChoices,
): ProductPlan {
  const products: OwnProductFields[] = [];
  const marks: ImportMark[] = [];
  const problems: RowProblem[] = [];
  const seen = new Map<string, number>();
  let unchanged = 0;
  let skipped = 0;
  drafts.forEach((draft, index) => {
    const decision = decisionOf(draft.row, matches[index], choices);
    if (decision === 'skip') {
      skipped++;
      return;
    }
    if (decision !== 'new') {
      if (draft.tags.length === 0 && draft.note === '') unchanged++;
      else marks.push({ id: decision.is, tags: [...draft.tags], note: draft.note });
      return;
    }
    const key = `${fold(draft.name)} ${draft.homepage ?? ''}`;
    const first = seen.get(key);
    if (first !== undefined) {
      problems.push({ row: draft.row, column: null, reason: `The same as row ${first}.` });
      return;
    }
    seen.set(key, draft.row);
    const known = draft.categories.flatMap((said) => choices.categories.get(fold(said)) ?? []);
    const categories = [...new Set(known)].slice(0, 6);
    products.push({
      name: draft.name,
      homepage: draft.homepage,
      vendor: draft.vendor,
      categories: categories.length > 0 ? categories : [choices.otherwise],
      kind: 'product',
      status: 'active',
      pricing: [...draft.pricing],
      description: draft.description,
      oss: null,
      saas: null,
      aliases: draft.aliases.filter((alias) => fold(alias) !== fold(draft.name)),
    });
  });
  return { products, marks, unchanged, skipped, problems };
}

export interface IntegrationPlan {
  readonly integrations: readonly OwnIntegrationFields[];
  readonly problems: readonly RowProblem[];
}

/**
 * What an import of integrations would write: rows whose ends are both products.
 * @param ends  by the end as the file says it: the product that it is, or null
 */
export function planIntegrations(
  drafts: readonly IntegrationDraft[],
  ends: ReadonlyMap<string, string | null>,
): IntegrationPlan {
  const integrations: OwnIntegrationFields[] = [];
  const problems: RowProblem[] = [];
  const seen = new Map<string, number>();
  for (const { row, from, to, kind, direction, note, url } of drafts) {
    const a = ends.get(from) ?? null;
    const b = ends.get(to) ?? null;
    const missing = a === null ? from : b === null ? to : null;
    if (a === null || b === null || missing !== null) {
      problems.push({
        row,
        column: null,
        reason: `The catalogue has no product “${(missing ?? '').slice(0, 60)}”.`,
      });
      continue;
    }
    if (a === b) {
      problems.push({ row, column: null, reason: 'Both ends are the same product.' });
      continue;
    }
    const key = `${a} ${b} ${kind}`;
    const first = seen.get(key);
    if (first !== undefined) {
      problems.push({ row, column: null, reason: `The same as row ${first}.` });
      continue;
    }
    seen.set(key, row);
    integrations.push({ from: a, to: b, kind, direction, note, url });
  }
  return { integrations, problems };
}
