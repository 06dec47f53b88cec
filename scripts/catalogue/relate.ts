import type { Direction, IntegrationKind } from '../../shared/domain/catalogue.ts';
import type { ExtensionLink } from './extensions.ts';
import type { Product } from './product.ts';
import type { FactLink } from './read-facts.ts';
import { byText } from './order.ts';

export type Evidence = { readonly source: string; readonly url: string };

/** An integration between two products, by id. A pair without a stated order is kept in order of ids. */
export type Integration = {
  readonly from: string;
  readonly to: string;
  readonly kind: IntegrationKind;
  readonly direction: Direction;
  readonly evidence: readonly Evidence[];
};

export type Relations = {
  readonly integrations: readonly Integration[];
  /** Links left out because an end is no product of the catalogue, or both ends are the same one. */
  readonly dropped: { readonly missingEnd: number; readonly sameProduct: number };
};

type Pair = {
  a: string;
  b: string;
  kind: IntegrationKind;
  forward: boolean;
  backward: boolean;
  /** Order in which an undirected link was first stated, kept for plugins (extension, platform). */
  stated: [string, string];
  evidence: Map<string, Evidence>;
};

/**
 * Merges links over all sources. Data that flows both ways makes one row with direction `both`;
 * a flow that any source states wins over "none".
 */
export function relate(
  links: readonly FactLink[],
  products: readonly Product[],
  extensions: readonly ExtensionLink[] = [],
): Relations {
  const productOf = new Map<string, string>();
  for (const product of products)
    for (const { row } of product.members) productOf.set(row.ref, product.id);

  const pairs = new Map<string, Pair>();
  let missingEnd = 0;
  let sameProduct = 0;
  const note = (
    from: string,
    to: string,
    link: Pick<FactLink, 'kind' | 'direction' | 'source' | 'url'>,
  ): void => {
    const [a, b] = byText(from, to) < 0 ? [from, to] : [to, from];
    const key = `${a}\t${b}\t${link.kind}`;
    let pair = pairs.get(key);
    if (pair === undefined) {
      pair = {
        a,
        b,
        kind: link.kind,
        forward: false,
        backward: false,
        stated: [from, to],
        evidence: new Map(),
      };
      pairs.set(key, pair);
    }
    if (link.direction === 'both') pair.forward = pair.backward = true;
    if (link.direction === 'forward') {
      if (from === a) pair.forward = true;
      else pair.backward = true;
    }
    pair.evidence.set(`${link.source}\t${link.url}`, { source: link.source, url: link.url });
  };
  for (const link of links) {
    const from = productOf.get(`${link.source}:${link.from}`);
    const to = productOf.get(`${link.source}:${link.to}`);
    if (from === undefined || to === undefined) {
      missingEnd++;
      continue;
    }
    if (from === to) {
      sameProduct++;
      continue;
    }
    note(from, to, link);
  }
  for (const { from, to, source, url } of extensions) {
    note(from, to, { kind: 'plugin', direction: 'none', source, url });
  }

  const integrations = [...pairs.values()].map((pair): Integration => {
    const direction: Direction =
      pair.forward && pair.backward ? 'both' : pair.forward || pair.backward ? 'forward' : 'none';
    const plain: readonly [string, string] =
      pair.kind === 'plugin' ? pair.stated : [pair.a, pair.b];
    const [from, to] =
      direction === 'forward' ? (pair.forward ? [pair.a, pair.b] : [pair.b, pair.a]) : plain;
    const evidence = [...pair.evidence].sort((x, y) => byText(x[0], y[0])).map(([, item]) => item);
    return { from, to, kind: pair.kind, direction, evidence };
  });
  integrations.sort(
    (x, y) => byText(x.from, y.from) || byText(x.to, y.to) || byText(x.kind, y.kind),
  );
  return { integrations, dropped: { missingEnd, sameProduct } };
}

/** Number of distinct products each product integrates with. */
export function degrees(integrations: readonly Integration[]): Map<string, number> {
  const neighbours = new Map<string, Set<string>>();
  const note = (one: string, other: string): void => {
    const set = neighbours.get(one) ?? new Set<string>();
    neighbours.set(one, set.add(other));
  };
  for (const { from, to } of integrations) {
    note(from, to);
    note(to, from);
  }
  return new Map([...neighbours].map(([id, set]) => [id, set.size]));
}
