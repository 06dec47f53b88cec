import type { GroupId, ProductStatus } from '../domain/catalogue.ts';
import type { Adjacency } from './adjacency.ts';
import type { ExitLoss } from './weak-points.ts';
import { healthRules } from './health-rules.ts';

export const severities = ['problem', 'caution', 'note'] as const;
export type Severity = (typeof severities)[number];

export interface HealthProduct {
  readonly id: string;
  readonly name: string;
  /** Primary category. */
  readonly categoryId: string;
  readonly groupId: GroupId;
  readonly categories: readonly string[];
  readonly vendor: string | null;
  readonly status: ProductStatus;
  readonly statusNote: string | null;
  /** False for a product that the catalogue no longer has. */
  readonly isKnown: boolean;
}

/** What the rules look at. Nodes of the graphs are places in `products`. */
export interface HealthContext {
  readonly products: readonly HealthProduct[];
  readonly categoryName: (id: string) => string;
  /** Documented integrations and the person's own connections, both ways. */
  readonly graph: Adjacency;
  /** The same, the ways in which data is stated to go. */
  readonly flow: Adjacency;
  /** What is lost when each product goes, in the order of `products`. */
  readonly losses: readonly ExitLoss[];
}

export interface Finding {
  readonly severity: Severity;
  /** One sentence: what was found. */
  readonly title: string;
  /** What it means and what it rests on. */
  readonly detail: string;
  /** Ids of the products concerned. */
  readonly products: readonly string[];
  /** Categories where something could be added. */
  readonly categories: readonly string[];
}

export interface HealthRule {
  readonly id: string;
  readonly name: string;
  /** Why one would want to know. */
  readonly why: string;
  readonly source: { readonly title: string; readonly url: string | null };
  readonly find: (context: HealthContext) => readonly Finding[];
}

export interface RuleFinding extends Finding {
  readonly ruleId: string;
}

/** Every finding of every rule, the gravest first, else in the order of the rules. */
export function checkHealth(
  context: HealthContext,
  rules: readonly HealthRule[] = healthRules,
): RuleFinding[] {
  if (context.products.length === 0) return [];
  return rules
    .flatMap((rule) => rule.find(context).map((finding) => ({ ruleId: rule.id, ...finding })))
    .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}
