import type { GroupId, ProductStatus } from '../domain/catalogue.ts';
import type { TemplateCapability } from '../stack/templates/template.ts';
import type { NodeState } from '../stack/vocabulary.ts';
import type { Adjacency } from './adjacency.ts';
import { healthRules } from './health-rules.ts';
import { isRuleOn, limitsOf, type Limits, type RuleSettings } from './rule-settings.ts';
import type { ExitLoss } from './weak-points.ts';

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
  readonly state: NodeState;
  /** The department that answers for it; empty where the stack names none. */
  readonly owner: string;
  /** Whether an agreement on processing personal data is signed; null where nobody has said. */
  readonly hasProcessorAgreement: boolean | null;
  /** What it was called when it was put on the stack. */
  readonly placedAs: string;
  readonly formerNames: readonly string[];
  /** Number in the consent framework's vendor list. */
  readonly tcfVendorId: number | null;
  /** Purposes it asks consent for there, by number. */
  readonly tcfPurposes: readonly string[];
  /** Those that it does on its own say, by "legitimate interest". */
  readonly tcfWithoutConsent: readonly string[];
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
  /** What the template that was chosen for the stack expects; empty where none was. */
  readonly expected: readonly TemplateCapability[];
}

/** Where and how a finding can be dealt with; each opens the products concerned on the canvas. */
export const fixes = ['look', 'connect', 'owner', 'state', 'swap', 'rename'] as const;
export type Fix = (typeof fixes)[number];

export interface Finding {
  /** What it is about, within its rule; the same when the stack has changed. */
  readonly subject: string;
  readonly severity: Severity;
  /** One sentence: what was found. */
  readonly title: string;
  /** What it means and what it rests on. */
  readonly detail: string;
  /** Ids of the products concerned. */
  readonly products: readonly string[];
  /** Categories where something could be added. */
  readonly categories: readonly string[];
  readonly fix: Fix;
}

export interface HealthRule {
  readonly id: string;
  readonly name: string;
  /** Why one would want to know. */
  readonly why: string;
  readonly source: { readonly title: string; readonly url: string | null };
  /** From where on it speaks; each can be set. */
  readonly thresholds: readonly Threshold[];
  readonly find: (context: HealthContext, limits: Limits) => readonly Finding[];
}

export interface Threshold {
  readonly id: string;
  readonly label: string;
  /** A share is stored as 0..1 and shown as per cent. */
  readonly unit: 'share' | 'count';
  readonly standard: number;
  readonly least: number;
  readonly most: number;
  /** Where the standard comes from. */
  readonly source: string;
}

export interface RuleFinding extends Finding {
  readonly ruleId: string;
  /** What it rests on: another one means that the finding is no longer the same. */
  readonly basis: string;
}

/** Everything that makes a finding what it is, apart from the words that explain it. */
function basisOf({ severity, title, products, categories }: Finding): string {
  return JSON.stringify([severity, title, [...products].sort(), [...categories].sort()]);
}

/** Every finding of every rule that is on, the gravest first, else in the order of the rules. */
export function checkHealth(
  context: HealthContext,
  settings: RuleSettings = {},
  rules: readonly HealthRule[] = healthRules,
): RuleFinding[] {
  if (context.products.length === 0) return [];
  return rules
    .filter((rule) => isRuleOn(rule, settings))
    .flatMap((rule) =>
      rule.find(context, limitsOf(rule, settings)).map((finding) => ({
        ruleId: rule.id,
        basis: basisOf(finding),
        ...finding,
      })),
    )
    .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}
