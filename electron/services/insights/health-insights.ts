import type { Output } from '../../../shared/contract/contract.ts';
import { sortFindings, type Acceptance } from '../../../shared/insights/acceptance.ts';
import { healthRules } from '../../../shared/insights/health-rules.ts';
import {
  checkHealth,
  type HealthProduct,
  type RuleFinding,
} from '../../../shared/insights/health.ts';
import { isRuleOn, limitsOf, type RuleSettings } from '../../../shared/insights/rule-settings.ts';
import { exitDrill } from '../../../shared/insights/weak-points.ts';
import type { Stack } from '../../../shared/stack/stack.ts';
import type { TemplateCapability } from '../../../shared/stack/templates/template.ts';
import {
  defaultTemplate,
  expectedCapabilities,
} from '../../../shared/stack/templates/templates.ts';
import type { Catalogue } from '../../store/catalogue/open-catalogue.ts';
import type { StackView } from './stack-view.ts';

const nothingKnown = {
  vendor: null,
  status: 'active',
  statusNote: null,
  formerNames: [],
  tcfVendorId: null,
  tcfPurposes: [],
  tcfWithoutConsent: [],
} as const;

/** What the rules need to know of each product, in the order of the view. */
export function healthProducts(catalogue: Catalogue, view: StackView): HealthProduct[] {
  return view.products.map((product, place) => {
    const { id, name, categoryId, groupId, isKnown } = product;
    const { state, owner, hasProcessorAgreement, name: placedAs } = view.nodes[place]!;
    const base = {
      ...{ id, name, categoryId, groupId, isKnown },
      ...{ state, owner, hasProcessorAgreement, placedAs },
    };
    if (!isKnown) return { ...base, ...nothingKnown, categories: [categoryId] };
    const details = catalogue.repository.product(view.indexes[place]!);
    const { categories, vendor, status, statusNote, tcfVendorId, aliases, facts } = details;
    const stated = (wanted: string): string[] => [
      ...new Set(facts.filter(({ key }) => key === wanted).map(({ value }) => value)),
    ];
    return {
      ...base,
      ...{ categories, vendor, status, statusNote, tcfVendorId },
      formerNames: aliases.filter(({ kind }) => kind === 'former').map(({ alias }) => alias),
      tcfPurposes: stated('tcfPurposes'),
      tcfWithoutConsent: stated('tcfWithoutConsent'),
    };
  });
}

/** The lanes of a new stack are the groups of the landscape; nobody chose them or expects them all. */
function expectedOf({ templateId }: Stack): readonly TemplateCapability[] {
  return templateId === defaultTemplate.id ? [] : expectedCapabilities(templateId);
}

/** Every finding in a stack, whether somebody has accepted it or not. */
export function findingsOf(
  catalogue: Catalogue,
  stack: Stack,
  view: StackView,
  settings: RuleSettings,
): RuleFinding[] {
  const { columns } = catalogue;
  return checkHealth(
    {
      products: healthProducts(catalogue, view),
      categoryName: (id) => columns.categoryNames[columns.categoryIds.indexOf(id)] ?? id,
      graph: view.graph,
      flow: view.flow,
      losses: exitDrill(view.graph),
      expected: expectedOf(stack),
    },
    settings,
  );
}

const asStated = <T extends RuleFinding>({ products, categories, ...rest }: T) => ({
  ...rest,
  products: [...products],
  categories: [...categories],
});

/** What the rules find in a stack, what of it is accepted, and the rules as they are set. */
export function healthInsights(
  catalogue: Catalogue,
  stack: Stack,
  view: StackView,
  settings: RuleSettings,
  acceptances: readonly Acceptance[],
): Output<'insights:health'> {
  const found = findingsOf(catalogue, stack, view, settings);
  const { open, accepted, idle } = sortFindings(found, acceptances);
  return {
    products: [...view.products],
    findings: open.map(asStated),
    accepted: accepted.map(asStated),
    idle: [...idle],
    rules: healthRules.map((rule) => {
      const limits = limitsOf(rule, settings);
      const { id, name, why, source } = rule;
      return {
        ...{ id, name, why, source },
        findings: open.filter(({ ruleId }) => ruleId === id).length,
        isOn: isRuleOn(rule, settings),
        thresholds: rule.thresholds.map((threshold) => ({
          ...threshold,
          value: limits(threshold.id),
        })),
      };
    }),
  };
}
