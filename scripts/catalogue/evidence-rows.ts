import type { Curated } from './curated.ts';
import { cleanAddress, domainLabel, identityDomain, registrable } from './domains.ts';
import {
  cleanName,
  coreName,
  nameAsDomain,
  splitParentheses,
  squish,
  withoutLegalForm,
} from './names.ts';
import type { FactRow } from './read-facts.ts';

/** A source row with what resolution needs to know of it. */
export type Row = {
  readonly fact: FactRow;
  /** "source:key" */
  readonly ref: string;
  /** Cleaned name as it would be shown. */
  readonly name: string;
  /** The key under which equal names meet, after curated aliases. */
  readonly key: string;
  /** The curated name, where the row's own is a known other name of it. */
  readonly curated: {
    readonly name: string;
    readonly alias: string;
    readonly year: string;
    readonly former: boolean;
  } | null;
  /** Whether the curated table of names knows this product, so that its rows belong together. */
  readonly spelled: boolean;
  readonly core: string;
  readonly homepage: string | null;
  /** Domain the source states as the product's own address. */
  readonly domain: string | null;
  /** Further domains that speak for the product: its API documentation, privacy policy, scripts. */
  readonly hints: readonly string[];
  /** Taxonomy categories that the source's own categories stand for. */
  readonly fields: ReadonlySet<string>;
  readonly tcf: number | null;
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function hintsOf(fact: FactRow, curated: Curated): string[] {
  const { apiDocs, statusPage, privacyPolicy, domain, connector } = fact.attrs;
  const addresses = [text(apiDocs), text(statusPage)];
  if (text(domain) !== '') addresses.push(`https://${text(domain)}`);
  // An independent publisher's privacy policy is the publisher's, not the product's.
  if (connector !== 'independent') addresses.push(text(privacyPolicy));
  const hints = new Set<string>();
  for (const address of addresses) {
    const own = identityDomain(address, curated);
    if (own !== null) hints.add(own);
  }
  const named = nameAsDomain(fact.name);
  if (named !== null) {
    const own = registrable(named);
    if (own !== null) hints.add(own);
  }
  return [...hints];
}

/**
 * Prepares the rows of all sources.
 * @param brandSites  squished name → domain of a brand's site that carries the brand's name
 */
export function prepareRows(
  facts: readonly FactRow[],
  curated: Curated,
  fieldsOf: (fact: FactRow) => ReadonlySet<string>,
  brandSites: ReadonlyMap<string, string> = new Map(),
): Row[] {
  const aliases = new Map(curated.names.map((row) => [squish(row.alias), row]));
  const spelled = new Map(curated.names.map((row) => [squish(row.name), row.name]));
  return facts.map((fact): Row => {
    const ref = `${fact.source}:${fact.key}`;
    const stated = curated.rowNames.get(ref) ?? fact.name;
    const cleaned = cleanName(stated);
    const whole = aliases.get(squish(stated)) ?? aliases.get(squish(cleaned));
    const { outer } = splitParentheses(cleaned);
    const bare = withoutLegalForm(outer);
    const alias = whole ?? aliases.get(squish(bare));
    const name = alias?.name ?? spelled.get(squish(bare)) ?? bare;
    const domain = identityDomain(fact.homepage, curated);
    const brand = brandSites.get(squish(name));
    const known = [...hintsOf(fact, curated), ...(brand === undefined ? [] : [brand])];
    const hints = [...new Set(known)].filter((hint) => hint !== domain);
    const tcf = fact.attrs.tcfVendorId;
    return {
      fact,
      ref,
      name,
      key: squish(name),
      curated:
        alias === undefined
          ? null
          : {
              name: alias.name,
              alias: alias.alias,
              year: alias.year,
              former: alias.kind === 'former',
            },
      spelled: alias !== undefined || spelled.has(squish(name)),
      core: coreName(name),
      homepage: cleanAddress(fact.homepage),
      domain,
      hints,
      fields: fieldsOf(fact),
      tcf: typeof tcf === 'number' ? tcf : null,
    };
  });
}

/** Whether a domain carries the name itself: "Ad Roll" and adroll.com, "Front" and frontapp.com. */
export function speaksName(domain: string, key: string): boolean {
  const label = squish(domainLabel(domain).split('.').at(-1) ?? domain);
  if (label === key || squish(domain) === key) return true;
  return (
    key.length >= 4 &&
    /^(?:get|use|try|go|join|my|hello|with|the|app)?(.+?)(?:app|hq|io|ai|inc|labs|software|crm|online|group|global|tech|digital|media|ads)?$/u.exec(
      label,
    )?.[1] === key
  );
}
