import { fold } from '../../shared/search/fold.ts';
import type { Product } from './product.ts';
import type { Integration } from './relate.ts';
import type { Taxonomy } from './taxonomy.ts';

/** Everything that is wrong with a catalogue, one sentence each; empty for a sound one. */
export function findProblems(
  products: readonly Product[],
  integrations: readonly Integration[],
  taxonomy: Taxonomy,
  unmatched: readonly string[],
): string[] {
  const problems = unmatched.map((row) => `A curated row matches nothing: ${row}.`);
  const categories = new Set(taxonomy.categories.map((category) => category.id));
  const ids = new Set<string>();
  const identities = new Map<string, string>();
  for (const product of products) {
    if (ids.has(product.id)) problems.push(`Two products have the id ${product.id}.`);
    ids.add(product.id);
    if (product.name === '') problems.push(`${product.id} has no name.`);
    for (const category of product.categories) {
      if (!categories.has(category))
        problems.push(`${product.id} is in the unknown category ${category}.`);
    }
    if (new Set(product.categories).size < product.categories.length) {
      problems.push(`${product.id} is twice in one category.`);
    }
    if (product.members.length === 0) problems.push(`${product.id} comes from no source row.`);
    if (product.domain !== null) {
      const identity = `${product.domain}\t${fold(product.name)}`;
      const before = identities.get(identity);
      if (before !== undefined) problems.push(`${before} and ${product.id} share name and domain.`);
      identities.set(identity, product.id);
    }
  }
  const rows = new Set<string>();
  for (const { members } of products) {
    for (const { row } of members) {
      if (rows.has(row.ref)) problems.push(`${row.ref} belongs to two products.`);
      rows.add(row.ref);
    }
  }
  for (const { from, to, kind, evidence } of integrations) {
    if (!ids.has(from) || !ids.has(to))
      problems.push(`Integration ${from} → ${to} (${kind}) has an unknown end.`);
    if (evidence.length === 0)
      problems.push(`Integration ${from} → ${to} (${kind}) has no evidence.`);
    for (const { url } of evidence) {
      if (!url.startsWith('https://'))
        problems.push(`Integration ${from} → ${to}: evidence ${url} is no https address.`);
    }
  }
  return problems;
}
