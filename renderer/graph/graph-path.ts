import type { GraphEdge } from './graph-model.ts';

export interface LitPath {
  /** Product ids from one end to the other. */
  readonly nodes: readonly string[];
  readonly edges: ReadonlySet<string>;
}

/**
 * A shortest way between two products along the edges that are drawn, whatever their direction; of
 * several the first by the ids of its products. O(products + edges).
 * @returns null where there is none
 */
export function shortestWay(edges: readonly GraphEdge[], from: string, to: string): LitPath | null {
  const around = new Map<string, { readonly id: string; readonly edge: string }[]>();
  const put = (a: string, id: string, edge: string): void => {
    const list = around.get(a);
    if (list) list.push({ id, edge });
    else around.set(a, [{ id, edge }]);
  };
  for (const { id, from: a, to: b } of edges) {
    put(a, b, id);
    put(b, a, id);
  }
  const before = new Map<string, { readonly id: string; readonly edge: string } | null>([
    [from, null],
  ]);
  for (let ring = [from]; ring.length > 0 && !before.has(to);) {
    const next: string[] = [];
    for (const at of ring) {
      const others = [...(around.get(at) ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1));
      for (const { id, edge } of others) {
        if (before.has(id)) continue;
        before.set(id, { id: at, edge });
        next.push(id);
      }
    }
    ring = next;
  }
  if (!before.has(to)) return null;
  const nodes = [to];
  const lit = new Set<string>();
  for (let step = before.get(to); step; step = before.get(step.id)) {
    nodes.unshift(step.id);
    lit.add(step.edge);
  }
  return { nodes, edges: lit };
}
