import { getDomain, getPublicSuffix } from 'tldts';
import { fold } from '../../../shared/search/fold.ts';
import type { FinderMatch } from '../../../shared/finder/match.ts';
import type { Catalogue } from '../../store/catalogue/open-catalogue.ts';
import { MOST_ALTERNATIVES, unknownMatch, type NameMatcher } from './name-matches.ts';

/** Who runs a host, as third-party-web says it. */
export interface HostOwner {
  readonly name: string;
  readonly homepage?: string;
  readonly category: string;
}
export type OwnerOf = (host: string) => HostOwner | undefined;

/** Hosts of files and servers that anybody may rent say little about what runs on them. */
const sharedHosting: ReadonlySet<string> = new Set(['cdn', 'hosting']);
const registrable = (host: string): string | null =>
  getDomain(host, { allowPrivateDomains: false });

function indexDomains({ columns, readNames }: Catalogue): ReadonlyMap<string, readonly number[]> {
  const { products, texts, kinds } = readNames();
  const index = new Map<string, number[]>();
  texts.forEach((text, entry) => {
    if (kinds[entry] !== 'domain') return;
    const others = index.get(text);
    if (!others) index.set(text, [products[entry]!]);
    else if (!others.includes(products[entry]!)) others.push(products[entry]!);
  });
  for (const list of index.values()) list.sort((a, b) => columns.fame[b]! - columns.fame[a]!);
  return index;
}

/** The host and what stands above it, down to `last`: "a.b.c" → "a.b.c", "b.c". */
function* hostAndParents(host: string, last: string): Generator<string> {
  for (let part = host; part.length > last.length; part = part.slice(part.indexOf('.') + 1)) {
    yield part;
  }
}

/**
 * Hosts, matched with products: by the catalogue's own domains, by third-party-web's knowledge of
 * whose host it is, then by the name inside the domain.
 * @param ownerOf who runs a host
 */
export function createHostMatcher(
  catalogue: Catalogue,
  names: NameMatcher,
  ownerOf: OwnerOf,
): (host: string) => FinderMatch {
  const { columns } = catalogue;
  let index: ReadonlyMap<string, readonly number[]> | undefined;
  const at = (domain: string): readonly number[] =>
    (index ??= indexDomains(catalogue)).get(domain) ?? [];
  const match = (
    certainty: 'sure' | 'doubtful',
    products: readonly number[],
    reason: string,
  ): FinderMatch => {
    const [product, ...others] = [...new Set(products)].map((each) => columns.ids[each]!);
    return {
      certainty,
      product: product ?? null,
      alternatives: others.slice(0, MOST_ALTERNATIVES),
      reason,
    };
  };

  const byHomepage = (owner: HostOwner): FinderMatch | undefined => {
    const domain = owner.homepage === undefined ? null : registrable(owner.homepage);
    const there = domain === null ? [] : at(domain);
    // Where one company shows many products, only those of that very name can be meant.
    const products =
      there.length < 2
        ? there
        : there.filter((each) =>
            fold(catalogue.repository.row(each).name).includes(fold(owner.name)),
          );
    if (domain === null || products.length === 0) return undefined;
    const whose = `third-party-web says the host belongs to ${owner.name}, whose site is ${domain}`;
    return products.length === 1 && !sharedHosting.has(owner.category)
      ? match('sure', products, whose)
      : match('doubtful', products, whose);
  };

  const byLabel = (domain: string): FinderMatch | undefined => {
    const suffix = getPublicSuffix(domain) ?? '';
    const label = domain.slice(0, -suffix.length - 1);
    const products = names.called(label).map(({ product }) => product);
    return products.length === 0
      ? undefined
      : match('doubtful', products, `“${label}” is a product’s name, but its site is elsewhere`);
  };

  const find = (host: string, domain: string): FinderMatch => {
    for (const part of hostAndParents(host, domain)) {
      const own = at(part);
      if (own.length === 1) return match('sure', own, `${part} is a domain of the product`);
      if (own.length > 1) return match('doubtful', own, `${own.length} products are at ${part}`);
    }
    const owner = ownerOf(host);
    const named = owner ? names.called(owner.name) : [];
    const byOwner = named.slice(0, 1).map(({ product }) => product);
    const own = at(domain);
    if (owner && byOwner.length > 0) {
      const says = `third-party-web says the host belongs to ${owner.name}`;
      if (sharedHosting.has(owner.category)) {
        return match('doubtful', byOwner, `${says}, which delivers files for many`);
      }
      if (own.length !== 1 || own[0] === byOwner[0]) return match('sure', byOwner, says);
      return match(
        'doubtful',
        [...own, ...byOwner],
        `${domain} is the first one’s domain, but ${says}`,
      );
    }
    if (own.length === 1) return match('sure', own, `${domain} is the product’s domain`);
    if (own.length > 1) return match('doubtful', own, `${own.length} products are at ${domain}`);
    return (
      (owner ? byHomepage(owner) : undefined) ??
      byLabel(domain) ??
      unknownMatch(
        owner
          ? `the host belongs to ${owner.name}, which is not in the catalogue`
          : 'nobody is known to run this host',
      )
    );
  };

  return (host) => {
    const domain = registrable(host);
    if (domain === null) return unknownMatch('this is no host of the public internet');
    const found = find(host, domain);
    // vendor.github.io, bucket.s3.amazonaws.com: whoever rents the name decides what it serves.
    const isRented = getDomain(host, { allowPrivateDomains: true }) !== domain;
    return found.certainty === 'sure' && isRented && at(host).length === 0
      ? {
          ...found,
          certainty: 'doubtful',
          reason: `${found.reason}, but customers’ pages are there`,
        }
      : found;
  };
}
