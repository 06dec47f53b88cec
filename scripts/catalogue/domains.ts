import { getDomain, getPublicSuffix } from 'tldts';

/** What the build knows about domains that many products share. */
export type DomainRules = {
  /** Sites that host other people's pages (code hosts, app stores, documentation hosts). */
  readonly hosts: ReadonlySet<string>;
  /** A domain a product used before → the one it uses now. */
  readonly moved: ReadonlyMap<string, string>;
};

/** Registrable domain of a web address ("https://app.hubspot.com/x" → "hubspot.com"), or null. */
export function registrable(address: string): string | null {
  return getDomain(address, { allowPrivateDomains: false });
}

/** Registrable domain if it can identify a product: not a host of other people's pages. */
export function identityDomain(address: string, rules: DomainRules): string | null {
  if (address === '') return null;
  const domain = registrable(address);
  if (domain === null || rules.hosts.has(domain)) return null;
  // Pages under a private suffix (vendor.github.io, shop.myshopify.com) belong to its user.
  const host = getDomain(address, { allowPrivateDomains: true });
  if (host !== domain) return host;
  return rules.moved.get(domain) ?? domain;
}

/** "segment.io" → "segment". */
export function domainLabel(domain: string): string {
  const suffix = getPublicSuffix(domain, { allowPrivateDomains: true });
  return suffix === null ? domain : domain.slice(0, -suffix.length - 1);
}

/**
 * An address as the catalogue stores it: https, no query, no fragment, no trailing slash on a bare host.
 * Returns null for anything that is not a web address.
 */
export function cleanAddress(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  const path = url.pathname === '/' ? '' : url.pathname;
  return `https://${url.hostname}${path}`;
}

/** How specific an address is: 0 for a bare host, else the number of path segments. */
export function pathDepth(address: string): number {
  return new URL(address).pathname.split('/').filter((part) => part !== '').length;
}
