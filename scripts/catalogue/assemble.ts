import type { Categoriser } from './categorise.ts';
import type { Curated } from './curated.ts';
import {
  chooseHomepage,
  chooseName,
  choosePricing,
  chooseTcfId,
  collectAliases,
  collectFacts,
  countClaims,
  majority,
} from './describe.ts';
import { identityDomain, pathDepth, registrable } from './domains.ts';
import { isExtension } from './extensions.ts';
import { assignIds } from './ids.ts';
import { byText } from './order.ts';
import type { Product } from './product.ts';
import type { Cluster } from './resolve.ts';

/** A product that is left out, and why. */
export type Excluded = {
  readonly id: string;
  readonly name: string;
  readonly reason: string;
  readonly cluster: Cluster;
};

export type Assembly = {
  readonly products: readonly Product[];
  readonly excluded: readonly Excluded[];
  /** Curated rows that name no product: table and id. */
  readonly unmatched: readonly string[];
  /** Products whose homepage comes from a documentation or policy address. */
  readonly inferredHomepages: number;
};

/**
 * Makes products from clusters: name, id, homepage, categories and the rest, with the curated tables
 * having the last word.
 */
export function assemble(
  clusters: readonly Cluster[],
  categoriser: Categoriser,
  curated: Curated,
): Assembly {
  const claims = countClaims(clusters);
  const drafts = clusters.map((cluster) => {
    const name = chooseName(cluster.members);
    const facts = cluster.members.map(({ row }) => row.fact);
    return {
      cluster,
      name,
      facts,
      page: chooseHomepage(cluster.members, name, curated, claims),
      decision: categoriser.decide(facts, name),
      sources: new Set(facts.map((fact) => fact.source)).size,
      fallback: facts[0]?.key ?? '',
    };
  });
  // Products that stay come first, then the better known: they get the plain ids.
  drafts.sort(
    (a, b) =>
      Number('excluded' in a.decision) - Number('excluded' in b.decision) ||
      b.sources - a.sources ||
      b.facts.length - a.facts.length ||
      byText(a.name, b.name) ||
      byText(a.fallback, b.fallback),
  );
  const ids = assignIds(
    drafts.map((draft) => ({
      name: draft.name,
      domain: draft.page.domain,
      fallback: draft.fallback,
    })),
  );

  const products: Product[] = [];
  const excluded: Excluded[] = [];
  let inferredHomepages = 0;
  drafts.forEach((draft, at) => {
    const id = ids[at] ?? '';
    const { cluster, name, facts } = draft;
    const override = curated.categories.get(id);
    const reason =
      curated.exclusions.get(id) ??
      (override === undefined && 'excluded' in draft.decision
        ? draft.decision.excluded
        : undefined);
    if (reason !== undefined) {
      excluded.push({ id, name, reason, cluster });
      return;
    }
    const [first, ...further] =
      override ?? ('categories' in draft.decision ? draft.decision.categories : []);
    if (first === undefined) throw new Error(`category-overrides: "${id}" has no category`);
    const page = curated.homepages.get(id);
    const homepage = page ?? draft.page.homepage;
    const domain =
      page === undefined
        ? draft.page.domain
        : (identityDomain(page, curated) ?? (pathDepth(page) === 0 ? registrable(page) : null));
    if (page === undefined && draft.page.inferred) inferredHomepages++;
    const gone = curated.discontinued.get(id);
    const bought = curated.acquisitions.get(id);
    products.push({
      id,
      name,
      homepage,
      domain,
      description: curated.descriptions.get(id) ?? null,
      vendor:
        curated.vendors.get(id) ??
        bought?.acquirer ??
        (domain === null ? undefined : curated.vendorDomains.get(domain)) ??
        null,
      categories: [first, ...further],
      kind:
        curated.extensions.has(id) || isExtension(cluster.members, name) ? 'extension' : 'product',
      status: gone === undefined ? 'active' : 'discontinued',
      statusNote:
        gone?.note ??
        (bought === undefined
          ? null
          : `Acquired by ${bought.acquirer}${bought.year === '' ? '' : ` in ${bought.year}`}`),
      pricing: choosePricing(cluster.members),
      oss: majority(facts.map((fact) => fact.oss)),
      saas: majority(facts.map((fact) => fact.saas)),
      tcfId: chooseTcfId(cluster.members),
      icon: null,
      aliases: collectAliases(cluster.members, name, domain, curated),
      facts: collectFacts(cluster.members),
      members: cluster.members,
      sources: draft.sources,
    });
  });

  const all = new Set(ids);
  const kept = new Set(products.map((product) => product.id));
  const unmatched: string[] = [];
  const expect = (table: string, keys: Iterable<string>, known: ReadonlySet<string>): void => {
    for (const key of keys) if (!known.has(key)) unmatched.push(`${table}: ${key}`);
  };
  expect('category-overrides', curated.categories.keys(), kept);
  expect('homepages', curated.homepages.keys(), kept);
  expect('vendors', curated.vendors.keys(), kept);
  expect('discontinued', curated.discontinued.keys(), kept);
  expect('acquisitions', curated.acquisitions.keys(), kept);
  expect('icons', curated.icons.keys(), kept);
  expect('descriptions', curated.descriptions.keys(), kept);
  expect('source-owners', curated.sourceOwners.values(), kept);
  expect('exclusions', curated.exclusions.keys(), all);
  return { products, excluded, unmatched, inferredHomepages };
}
