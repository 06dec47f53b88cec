import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GraphEdge } from '../../../renderer/graph/graph-model.ts';
import { isOfDirection } from '../../../renderer/graph/graph-model.ts';
import { shortestWay } from '../../../renderer/graph/graph-path.ts';

const edge = (from: string, to: string): GraphEdge => ({
  id: `${from}${to}`,
  from,
  to,
  style: 'native',
  direction: 'none',
  label: '',
});

describe('the way between two products of a graph', () => {
  it('is the shortest along what is drawn, whatever its direction', () => {
    const edges = [edge('a', 'b'), edge('c', 'b'), edge('c', 'd'), edge('a', 'x'), edge('x', 'd')];
    const way = shortestWay(edges, 'a', 'd');
    expect(way?.nodes).toEqual(['a', 'x', 'd']);
    expect([...(way?.edges ?? [])].sort()).toEqual(['ax', 'xd']);
    expect(shortestWay(edges, 'a', 'z')).toBeNull();
  });

  it('is as long as the distance by matrix, and every step of it is an edge', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const anyEdges = fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)), {
      maxLength: 14,
    });
    fc.assert(
      fc.property(anyEdges, (pairs) => {
        const edges = pairs.map(([a, b]) => edge(a, b));
        // Floyd and Warshall: another way to the same numbers.
        const far = new Map(
          ids.flatMap((a) => ids.map((b) => [a + b, a === b ? 0 : Infinity] as const)),
        );
        for (const [a, b] of pairs) {
          if (a !== b) far.set(a + b, 1).set(b + a, 1);
        }
        for (const k of ids) {
          for (const a of ids) {
            for (const b of ids) {
              far.set(a + b, Math.min(far.get(a + b)!, far.get(a + k)! + far.get(k + b)!));
            }
          }
        }
        for (const to of ids) {
          const way = shortestWay(edges, 'a', to);
          expect(way === null ? Infinity : way.nodes.length - 1).toBe(far.get(`a${to}`));
          way?.nodes.slice(1).forEach((id, at) => {
            const before = way.nodes[at]!;
            expect(way.edges.has(before + id) || way.edges.has(id + before)).toBe(true);
          });
        }
      }),
    );
  });
});

describe('the filter of directions', () => {
  it.each([
    ['any', ['forward', 'both', 'none']],
    ['stated', ['forward', 'both']],
    ['both', ['both']],
    ['unstated', ['none']],
  ] as const)('%s leaves %j', (filter, left) => {
    const all = ['forward', 'both', 'none'] as const;
    expect(all.filter((direction) => isOfDirection(direction, filter))).toEqual(left);
  });
});
