import { pricingModels } from '../../shared/domain/catalogue.ts';
import type { PricingModel } from '../../shared/domain/catalogue.ts';
import { fold } from '../../shared/search/fold.ts';
import type { Curated } from './curated.ts';
import { domainLabel, pathDepth, registrable } from './domains.ts';
import { speaksName } from './evidence-rows.ts';
import { cleanName, coreName, squish } from './names.ts';
import { byText, sortedSet, tally } from './order.ts';
import type { Alias, Fact } from './product.ts';
import type { Cluster, Member } from './resolve.ts';

/** Sources whose spelling of names is the maker's own, best first. */
const spelling = [
  'segment',
  'webappanalyzer',
  'wappalyzer',
  'nango',
  'iab-tcf',
  'amplitude',
  'pipedream',
];

/** The name most rows use; a curated name where there is one. */
export function chooseName(members: readonly Member[]): string {
  const curated = members.find(({ row }) => row.curated !== null)?.row.curated?.name;
  if (curated !== undefined) return curated;
  const candidates = members.filter(({ row }) => row.fact.attrs.nameFromSlug !== true);
  const pool = candidates.length > 0 ? candidates : members;
  const counts = new Map(tally(pool.map(({ row }) => row.name)));
  const rank = (name: string): number => {
    const ranks = pool
      .filter(({ row }) => row.name === name)
      .map(({ row }) => spelling.indexOf(row.fact.source))
      .filter((at) => at >= 0);
    return Math.min(spelling.length, ...ranks);
  };
  const names = [...counts.keys()].sort(
    (a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || rank(a) - rank(b) || byText(a, b),
  );
  return names[0] ?? '';
}

/** Domain → how many products' rows state it, as their address or as that of a policy or document. */
export function countClaims(clusters: readonly Cluster[]): ReadonlyMap<string, number> {
  return new Map(
    tally(
      clusters.flatMap(({ members }) => [
        ...new Set(members.flatMap(({ row }) => [row.domain ?? '', ...row.hints])),
      ]),
    ),
  );
}

/**
 * A documentation, policy or script domain that is the product's own site, because it carries the
 * name. The consent framework's list gives each vendor's own policy, so there the first word of the
 * name is enough, and without it the policy's domain where no other product has to do with it.
 */
function ownSite(
  members: readonly Member[],
  name: string,
  curated: Curated,
  claims: ReadonlyMap<string, number>,
): string | undefined {
  const key = squish(name);
  const word = fold(name).split(' ')[0] ?? '';
  const labelOf = (hint: string): string => squish(domainLabel(hint).split('.').at(-1) ?? '');
  const usable = (hint: string): boolean =>
    registrable(hint) !== null && labelOf(hint).length >= 3 && !curated.vendorDomains.has(hint);
  const hints = tally(members.flatMap(({ row }) => [...row.hints]))
    .map(([hint]) => hint)
    .filter(usable);
  const listed = members
    .filter(({ row }) => row.fact.source === 'iab-tcf')
    .flatMap(({ row }) => [...row.hints])
    .filter(usable);
  return (
    hints.find((hint) => speaksName(hint, key)) ??
    hints.find((hint) => labelOf(hint).length >= 5 && labelOf(hint) === coreName(name)) ??
    listed.find((hint) => word.length >= 4 && labelOf(hint).startsWith(word)) ??
    listed.find((hint) => claims.get(hint) === 1)
  );
}

/** The domain most rows state, and the shortest address there. */
export function chooseHomepage(
  members: readonly Member[],
  name: string,
  curated: Curated,
  claims: ReadonlyMap<string, number> = new Map(),
): {
  readonly homepage: string | null;
  readonly domain: string | null;
  readonly inferred: boolean;
} {
  const stated = members.flatMap(({ row }) =>
    row.domain === null || row.homepage === null ? [] : [row],
  );
  const key = squish(name);
  const domains = tally(stated.map((row) => row.domain ?? ''));
  const best = domains[0]?.[1] ?? 0;
  // Between domains stated equally often, the one that carries the name is the current one.
  const domain =
    domains.filter(([, count]) => count === best).find(([value]) => speaksName(value, key))?.[0] ??
    domains[0]?.[0];
  if (domain !== undefined) {
    const pages = tally(
      stated.filter((row) => row.domain === domain).map((row) => row.homepage ?? ''),
    );
    const current = pages.filter(([page]) => registrable(page) === domain);
    const page = (current.length > 0 ? current : pages).sort(
      (a, b) =>
        pathDepth(a[0]) - pathDepth(b[0]) ||
        b[1] - a[1] ||
        a[0].length - b[0].length ||
        byText(a[0], b[0]),
    )[0]?.[0];
    // Every source still states the address the product has left.
    const moved =
      current.length === 0 && page !== undefined && curated.moved.has(registrable(page) ?? '');
    const shared = curated.vendorDomains.has(domain);
    return {
      homepage: moved && !shared ? `https://${domain}` : (page ?? null),
      domain,
      inferred: false,
    };
  }
  const hosted = members.find(({ row }) => row.homepage !== null)?.row;
  const hint = ownSite(members, name, curated, claims);
  if (hint !== undefined) return { homepage: `https://${hint}`, domain: hint, inferred: true };
  return { homepage: hosted?.homepage ?? null, domain: null, inferred: false };
}

export function choosePricing(members: readonly Member[]): PricingModel[] {
  const stated = new Set(members.flatMap(({ row }) => [...row.fact.pricing]));
  return pricingModels.filter((model) => stated.has(model));
}

/** What most rows that state it say; a tie counts as true, since sources rarely claim it wrongly. */
export function majority(values: readonly (boolean | null)[]): boolean | null {
  const yes = values.filter((value) => value === true).length;
  const no = values.filter((value) => value === false).length;
  return yes + no === 0 ? null : yes >= no;
}

/** Words in a row's own name that tell a connector apart, not a name people use. */
const connectorWords =
  /\b(?:actions?|cloud mode|device mode|cohort|audiences?|trigger|api|v\d|oauth|beta|deprecated|legacy|connector|integration|client.side|server.side|plugin|extension|sync)\b|[([]/iu;

/** Other names, former names and further domains, without what only repeats the name. */
export function collectAliases(
  members: readonly Member[],
  name: string,
  domain: string | null,
  curated: Curated,
): Alias[] {
  const shown = new Set([fold(name)]);
  const aliases: Alias[] = [];
  const offer = (alias: string, kind: Alias['kind']): void => {
    const folded = fold(alias);
    if (folded === '' || shown.has(folded)) return;
    shown.add(folded);
    aliases.push({ alias, kind });
  };
  const key = squish(name);
  for (const row of curated.aliasesOf.get(key) ?? []) offer(row.alias, row.kind);
  const rowNames = new Set<string>();
  const others: string[] = [];
  for (const { row } of members) {
    const { attrs } = row.fact;
    rowNames.add(row.name);
    if (!curated.rowNames.has(row.ref)) rowNames.add(cleanName(row.fact.name));
    for (const list of [attrs.aliases, attrs.variants, attrs.alias, attrs.sourceName]) {
      if (typeof list === 'string') others.push(...list.split('|'));
      else if (Array.isArray(list)) others.push(...list.filter((item) => typeof item === 'string'));
    }
  }
  for (const other of sortedSet([...rowNames, ...others])) {
    // A connector's variant that only adds to the name ("Snowflake Data Export") is no other name.
    const longer = !rowNames.has(other) && fold(other).startsWith(`${fold(name)} `);
    if (!longer && other.length <= 60 && !connectorWords.test(other)) offer(other, 'name');
  }
  const domains = new Set<string>();
  for (const { row } of members) {
    const stated = row.homepage === null || row.domain === null ? null : registrable(row.homepage);
    if (row.domain !== null) domains.add(row.domain);
    if (stated !== null) domains.add(stated);
  }
  // The other products of a vendor that moved to its domain have not left these addresses.
  if (domain !== null && !curated.vendorDomains.has(domain)) {
    for (const [old, now] of curated.moved) if (now === domain) domains.add(old);
  }
  for (const other of sortedSet(domains)) {
    if (other !== domain && other !== '') aliases.push({ alias: other, kind: 'domain' });
  }
  return aliases;
}

/** Attributes worth showing, one value a row. */
const factKeys: Readonly<Record<string, string>> = {
  apiDocs: 'apiDocs',
  statusPage: 'statusPage',
  privacyPolicy: 'privacyPolicy',
  authMode: 'authMode',
  regions: 'regions',
  legalName: 'legalName',
  company: 'company',
  mediaTypes: 'mediaTypes',
  connectionModes: 'connectionModes',
  purposes: 'tcfPurposes',
  legIntPurposes: 'tcfWithoutConsent',
};

/**
 * Whom a source's `publisher` names: the maker of a connector, of an app, or of a tag template that
 * somebody wrote for the product. None of these need be who makes the product.
 */
const publisherKeys: Readonly<Record<string, string>> = {
  'google-tag-manager-templates': 'templatePublisher',
  'power-query': 'connectorPublisher',
  powerplatform: 'connectorPublisher',
  'shopify-app-store': 'appPublisher',
};

const keysOf = (source: string): readonly (readonly [attr: string, key: string])[] => [
  ...Object.entries(factKeys),
  ['publisher', publisherKeys[source] ?? 'publisher'],
];

export function collectFacts(members: readonly Member[]): Fact[] {
  const facts = new Map<string, Fact>();
  for (const { row } of members) {
    for (const [attr, key] of keysOf(row.fact.source)) {
      const value = row.fact.attrs[attr];
      const values = Array.isArray(value)
        ? value
        : typeof value === 'string'
          ? value.split('|')
          : [];
      for (const stated of values) {
        const item = typeof stated === 'number' ? String(stated) : (stated as unknown);
        if (typeof item !== 'string' || item === '') continue;
        const fact = { key, value: item, source: row.fact.source };
        facts.set(`${key}\t${item}\t${row.fact.source}`, fact);
      }
    }
  }
  return [...facts].sort((a, b) => byText(a[0], b[0])).map(([, fact]) => fact);
}

/** The number in the consent framework's vendor list: the list's own row first, then what adapters state. */
export function chooseTcfId(members: readonly Member[]): number | null {
  const own = members.find(({ row }) => row.fact.source === 'iab-tcf')?.row.tcf;
  if (own !== undefined) return own;
  const stated = members
    .filter(({ row }) => row.fact.attrs.adapterBy === undefined)
    .map(({ row }) => row.tcf);
  return stated.find((id) => id !== null) ?? null;
}
