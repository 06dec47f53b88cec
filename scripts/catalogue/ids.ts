import { domainLabel } from './domains.ts';
import { slug } from './names.ts';

/** What an id is made from. `fallback` is used for names without Latin letters or digits. */
export type Named = {
  readonly name: string;
  readonly domain: string | null;
  readonly fallback: string;
};

/**
 * Readable ids, one for each product, in the order given: the first product of a name gets the plain
 * slug, later ones a suffix from their domain, so put the best-known products first.
 */
export function assignIds(products: readonly Named[]): string[] {
  const taken = new Set<string>();
  return products.map(({ name, domain, fallback }) => {
    const plain = slug(name) || slug(fallback) || 'product';
    const candidates = [plain];
    if (domain !== null) {
      const label = slug(domainLabel(domain));
      const ending = slug(domain.slice(domainLabel(domain).length));
      if (label !== plain)
        candidates.push(label.startsWith(`${plain}-`) ? label : `${plain}-${label}`);
      candidates.push(`${plain}-${ending}`, `${plain}-${label}-${ending}`);
    }
    candidates.push(`${plain}-${slug(fallback)}`);
    for (let n = 2; ; n++) {
      const id = candidates.shift() ?? `${plain}-${n}`;
      if (taken.has(id)) continue;
      taken.add(id);
      return id;
    }
  });
}
