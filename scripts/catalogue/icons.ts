import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fold } from '../../shared/search/fold.ts';
import type { Curated } from './curated.ts';
import { domainLabel, registrable } from './domains.ts';
import type { Product } from './product.ts';
import { squish } from './names.ts';
import { bucket, byText } from './order.ts';
import { field, readTsv } from './tsv.ts';

/** A brand icon: its outline on a 24 × 24 grid and the brand's colour (RRGGBB). */
export type Icon = {
  readonly slug: string;
  readonly title: string;
  readonly hex: string;
  readonly path: string;
};

type Listed = {
  readonly slug: string;
  readonly title: string;
  readonly hex: string;
  readonly domain: string | null;
};

function readList(file: string): Listed[] {
  return readTsv(file).map((row) => ({
    slug: field(row, 'slug'),
    title: field(row, 'title'),
    hex: field(row, 'hex'),
    domain: registrable(`https://${field(row, 'source_domain')}`),
  }));
}

/** Brands whose icon was taken from a site that carries the brand's own name: squished title → domain. */
export function readBrandSites(file: string): Map<string, string> {
  const sites = new Map<string, string>();
  for (const { title, domain } of readList(file)) {
    const key = squish(title);
    if (domain !== null && key.length >= 4 && squish(domainLabel(domain)) === key)
      sites.set(key, domain);
  }
  return sites;
}

function outline(dir: string, slug: string): string {
  const svg = readFileSync(join(dir, `${slug}.svg`), 'utf8');
  const path = /<path d="([^"]+)"/u.exec(svg)?.[1];
  if (path === undefined) throw new Error(`icon ${slug}: no path`);
  return path;
}

/** Whether the icon's source and the product's site belong together: same domain, or the same label. */
function agrees(icon: Listed, product: Product): boolean {
  if (product.domain === null || icon.domain === null) return false;
  if (icon.domain === product.domain || domainLabel(icon.domain) === domainLabel(product.domain))
    return true;
  return product.aliases.some(({ alias, kind }) => kind === 'domain' && alias === icon.domain);
}

/**
 * Gives products their icons where the match is sure: stated by hand, or the same name with an
 * agreeing domain. Nothing is guessed from a name alone.
 */
export function matchIcons(
  products: readonly Product[],
  list: string,
  svgDir: string,
  curated: Curated,
): { readonly products: Product[]; readonly icons: Icon[]; readonly unmatched: string[] } {
  const listed = readList(list);
  const bySlug = new Map(listed.map((icon) => [icon.slug, icon]));
  const byTitle = new Map<string, Listed[]>();
  for (const icon of listed) bucket(byTitle, fold(icon.title)).push(icon);

  const used = new Map<string, Listed>();
  const unmatched: string[] = [];
  const withIcons = products.map((product): Product => {
    const stated = curated.icons.get(product.id);
    let icon: Listed | undefined;
    if (stated !== undefined) {
      if (stated === '-') return product;
      icon = bySlug.get(stated);
      if (icon === undefined) unmatched.push(`icons: ${stated}`);
    } else {
      const names = [
        fold(product.name),
        ...product.aliases.filter(({ kind }) => kind !== 'domain').map(({ alias }) => fold(alias)),
      ];
      for (const name of names) {
        icon ??= (byTitle.get(name) ?? []).find((candidate) => agrees(candidate, product));
      }
    }
    if (icon === undefined) return product;
    used.set(icon.slug, icon);
    return { ...product, icon: icon.slug };
  });
  const icons = [...used.values()]
    .sort((a, b) => byText(a.slug, b.slug))
    .map(({ slug, title, hex }) => ({ slug, title, hex, path: outline(svgDir, slug) }));
  return { products: withIcons, icons, unmatched };
}
