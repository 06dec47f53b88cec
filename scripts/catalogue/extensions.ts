import { registrable } from './domains.ts';
import { squish } from './names.ts';
import { bucket } from './order.ts';
import type { Product } from './product.ts';
import type { Member } from './resolve.ts';

/** Directories whose entries live inside a platform and nowhere else: host → id of the platform. */
const directories: Readonly<Record<string, string>> = {
  'apps.shopify.com': 'shopify',
  'wordpress.org': 'wordpress',
};

/** Categories that name the platform rather than the use. */
const platformCategories = new Set(['Shopify apps', 'WordPress plugins', 'WordPress themes']);

/** What a name says of itself: "Acme for WooCommerce", "Acme WordPress plugin", "Acme app". */
const suffix =
  /^(?<base>.+?)\s+(?:for (?<platform>WordPress|WooCommerce|Shopify|Magento|PrestaShop|Elementor|Contact Form 7)|(?<named>WordPress|WooCommerce|Shopify|Magento)(?: (?:plugin|app|extension))|(?:plugin|app))$/iu;

/** A relation of an extension to the product it brings along or to the platform it lives in. */
export type ExtensionLink = {
  readonly from: string;
  readonly to: string;
  readonly source: string;
  /** The extension's own page, which is the evidence. */
  readonly url: string;
};

/** What the curated table says of an extension; an empty id means "none". */
export type StatedExtension = { readonly product: string; readonly platform: string };

function directoryOf(page: string): string | undefined {
  const host = new URL(page).hostname;
  const domain = registrable(page) ?? host;
  return directories[host] ?? directories[domain];
}

/** Whether all that is known of a product is that it is installed in a platform. */
export function isExtension(members: readonly Member[], name: string): boolean {
  const pages = members.flatMap(({ row }) => (row.homepage === null ? [] : [row.homepage]));
  const listed = pages.some((page) => directoryOf(page) !== undefined);
  const own = members.some(({ row }) => row.domain !== null && row.domain !== 'shopify.com');
  if (listed && !own) return true;
  const said = suffix.exec(name)?.groups;
  if (said?.platform !== undefined || said?.named !== undefined) return true;
  const categories = members.flatMap(({ row }) => [...row.fact.categories]);
  return (
    categories.some((category) => platformCategories.has(category)) &&
    categories.every((category) => platformCategories.has(category) || category === 'Widgets') &&
    members.length <= 2
  );
}

/**
 * Relates extensions to their product and their platform, as their name, their page in a platform's
 * directory or the curated table states it.
 * @returns links with the extension's own page as evidence, and curated ids that are no product
 */
export function relateExtensions(
  products: readonly Product[],
  stated: ReadonlyMap<string, StatedExtension>,
): { readonly links: readonly ExtensionLink[]; readonly unmatched: readonly string[] } {
  const byId = new Map(products.map((product) => [product.id, product]));
  const byName = new Map<string, string[]>();
  for (const product of products) {
    if (product.kind === 'extension') continue;
    const names = product.aliases.filter(({ kind }) => kind !== 'domain').map(({ alias }) => alias);
    for (const key of new Set([product.name, ...names].map(squish)))
      bucket(byName, key).push(product.id);
  }
  const named = (name: string | undefined): string | undefined => {
    const ids = name === undefined ? [] : (byName.get(squish(name)) ?? []);
    return ids.length === 1 ? ids[0] : undefined;
  };

  const unmatched: string[] = [];
  for (const [id, { product, platform }] of stated) {
    for (const ref of [id, product, platform]) {
      if (ref !== '' && !byId.has(ref)) unmatched.push(`extensions: ${ref}`);
    }
  }

  const links: ExtensionLink[] = [];
  for (const product of products) {
    if (product.kind !== 'extension') continue;
    const row = product.members.find((member) => member.row.homepage !== null)?.row;
    if (row === undefined || row.homepage === null) continue;
    const said = suffix.exec(product.name)?.groups;
    const curated = stated.get(product.id);
    const platform =
      curated?.platform ?? named(said?.platform ?? said?.named) ?? directoryOf(row.homepage);
    for (const to of new Set([curated?.product ?? named(said?.base), platform])) {
      if (to === undefined || to === '' || to === product.id || !byId.has(to)) continue;
      links.push({ from: product.id, to, source: row.fact.source, url: row.homepage });
    }
  }
  return { links, unmatched };
}
