import { purposeWords } from '../../shared/domain/tcf.ts';
import type { Product } from '../../shared/domain/product.ts';
import { factLabel, factValue, pricingText } from './words.ts';

export interface Fact {
  readonly label: string;
  readonly values: readonly string[];
  /** Who states it, where that is known fact by fact. */
  readonly sources: readonly string[];
}

/** A few values say enough; a source may list hundreds. */
const MOST_VALUES = 8;

const yesNo = (value: boolean): string => (value ? 'Yes' : 'No');

/** What is known about a product, as labels and words; what no source states is not among it. */
export function collectFacts(product: Product): Fact[] {
  const facts: Fact[] = [];
  const state = (label: string, value: string): void => {
    facts.push({ label, values: [value], sources: [] });
  };
  if (product.vendor !== null) state('Vendor', product.vendor);
  if (product.pricing.length > 0) state('Pricing', pricingText(product.pricing));
  if (product.oss !== null) state('Open source', yesNo(product.oss));
  if (product.saas !== null) state('Offered as a service', yesNo(product.saas));
  if (product.tcfVendorId !== null) {
    state('Consent framework', `TCF vendor ${product.tcfVendorId}`);
  }
  const byLabel = new Map<string, { values: Set<string>; sources: Set<string> }>();
  for (const { key, value, source } of product.facts) {
    const label = factLabel(key);
    const known = byLabel.get(label) ?? { values: new Set<string>(), sources: new Set<string>() };
    byLabel.set(label, known);
    known.values.add(key.startsWith('tcf') ? purposeWords(value) : factValue(value));
    known.sources.add(source);
  }
  for (const [label, { values, sources }] of byLabel) {
    const all = [...values];
    const shown = all.length > MOST_VALUES ? all.slice(0, MOST_VALUES - 1) : all;
    const left = all.length - shown.length;
    facts.push({
      label,
      values: left > 0 ? [...shown, `${left} more`] : shown,
      sources: [...sources],
    });
  }
  return facts;
}
