import { bundleLinks } from '../diagram/bundle-links.ts';
import { confidenceLevels, type Confidence } from '../domain/confidence.ts';
import type { ProductRow } from '../domain/product.ts';
import type { StackNode } from '../stack/stack.ts';
import { dataKinds, type DataKind } from '../stack/vocabulary.ts';
import type { GraphFlow, GraphLink } from './contract.ts';
import type { GraphFile, GraphFileEdge } from './graph-file.ts';
import type { OwnConnection } from './own-connections.ts';

interface GraphParts {
  readonly title: string;
  readonly rows: readonly Pick<
    ProductRow,
    'id' | 'name' | 'categoryId' | 'groupId' | 'integrations'
  >[];
  /** What stands on a stack; products that the catalogue does not know are only here. */
  readonly placed: readonly Pick<StackNode, 'productId' | 'name' | 'categoryId' | 'groupId'>[];
  readonly links: readonly GraphLink[];
  readonly flows: readonly GraphFlow[];
  readonly own: readonly OwnConnection[];
}

/** The surest of several. */
export function surest(levels: Iterable<Confidence>): Confidence {
  const places = Array.from(levels, (level) => confidenceLevels.indexOf(level));
  return confidenceLevels[Math.min(...places)] ?? 'reported';
}

/** What goes between each pair of products, whichever way; by `pairId`-like key "from to". */
export function dataByPair(flows: readonly GraphFlow[]): ReadonlyMap<string, readonly DataKind[]> {
  return new Map(flows.map(({ from, to, data }) => [`${from} ${to}`, data]));
}

/** What is inferred to go between two products, in the order of the vocabulary. */
export function dataBetween(
  byPair: ReadonlyMap<string, readonly DataKind[]>,
  a: string,
  b: string,
): DataKind[] {
  const all = new Set([...(byPair.get(`${a} ${b}`) ?? []), ...(byPair.get(`${b} ${a}`) ?? [])]);
  return dataKinds.filter((kind) => all.has(kind));
}

/** A graph as it leaves, with one edge for each pair of products and each connection of one's own. */
export function describeGraph({ title, rows, placed, links, flows, own }: GraphParts): GraphFile {
  const known = new Set(rows.map(({ id }) => id));
  const byPair = dataByPair(flows);
  const edges = bundleLinks(links).map((bundle): GraphFileEdge => {
    // A bundle holds the very links it was given.
    const all = bundle.links as readonly GraphLink[];
    const { from, to, direction } = bundle;
    return {
      ...{ from, to, direction },
      kinds: [...new Set(all.map(({ kind }) => kind))],
      confidence: surest(all.map(({ confidence }) => confidence)),
      data: dataBetween(byPair, from, to),
      label: '',
    };
  });
  return {
    title,
    nodes: [
      ...rows.map(({ id, name, categoryId, groupId, integrations }) => ({
        ...{ id, name, categoryId, groupId, integrations },
        at: null,
      })),
      ...placed
        .filter(({ productId }) => !known.has(productId))
        .map(({ productId: id, name, categoryId, groupId }) => ({
          ...{ id, name, categoryId, groupId },
          integrations: 0,
          at: null,
        })),
    ],
    edges: [
      ...edges,
      ...own.map(({ from, to, direction, data, label }): GraphFileEdge => ({
        ...{ from, to, direction, label },
        kinds: ['user'],
        confidence: null,
        data: [...data],
      })),
    ],
  };
}
