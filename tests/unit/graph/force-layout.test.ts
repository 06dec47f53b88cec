import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  forceRounds,
  removeOverlaps,
  type ForceGraph,
} from '../../../shared/graph/force-layout.ts';

const someGraph: fc.Arbitrary<ForceGraph> = fc.integer({ min: 1, max: 40 }).chain((size) => {
  const each = <T>(value: fc.Arbitrary<T>) => fc.array(value, { minLength: size, maxLength: size });
  const place = fc.integer({ min: -300, max: 300 });
  return fc
    .record({
      x: each(place),
      y: each(place),
      fixed: each(fc.boolean()),
      edges: fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 80 }),
    })
    .map(({ x, y, fixed, edges }) => ({
      x: Float64Array.from(x),
      y: Float64Array.from(y),
      radius: new Float64Array(size).fill(20),
      isFixed: Uint8Array.from(fixed, Number),
      from: Uint32Array.from(edges, ([from]) => from),
      to: Uint32Array.from(edges, ([, to]) => to),
      pull: new Float64Array(edges.length).fill(1),
    }));
});

const copy = (graph: ForceGraph): ForceGraph => ({
  ...graph,
  x: graph.x.slice(),
  y: graph.y.slice(),
});

function run(graph: ForceGraph): readonly number[] {
  const told = [...forceRounds(graph, { length: 100, rounds: 40 })];
  removeOverlaps(graph, 30);
  return told;
}

describe('places found by forces', () => {
  it('leave what is fixed exactly where it is, and are places', () => {
    fc.assert(
      fc.property(someGraph, (graph) => {
        const before = copy(graph);
        const told = run(graph);
        expect(told.at(-1)).toBe(1);
        for (let node = 0; node < graph.x.length; node++) {
          expect(Number.isFinite(graph.x[node]!) && Number.isFinite(graph.y[node]!)).toBe(true);
          if (!graph.isFixed[node]) continue;
          expect([graph.x[node], graph.y[node]]).toEqual([before.x[node], before.y[node]]);
        }
      }),
    );
  });

  it('are the same for the same graph', () => {
    fc.assert(
      fc.property(someGraph, (graph) => {
        const again = copy(graph);
        run(graph);
        run(again);
        expect([...again.x, ...again.y]).toEqual([...graph.x, ...graph.y]);
      }),
      { numRuns: 20 },
    );
  });

  it('bring what is connected nearer than what is not', () => {
    // Two rings of eight with one bridge, all begun at one place.
    const edges = Array.from({ length: 16 }, (_, at) => [
      at,
      at < 8 ? (at + 1) % 8 : 8 + ((at + 1) % 8),
    ]);
    edges.push([0, 8]);
    const graph: ForceGraph = {
      x: new Float64Array(16),
      y: new Float64Array(16),
      radius: new Float64Array(16).fill(10),
      isFixed: new Uint8Array(16),
      from: Uint32Array.from(edges, ([from]) => from!),
      to: Uint32Array.from(edges, ([, to]) => to!),
      pull: new Float64Array(17).fill(1),
    };
    for (const fraction of forceRounds(graph, { length: 100, rounds: 200 })) void fraction;
    const apart = (a: number, b: number): number =>
      Math.hypot(graph.x[a]! - graph.x[b]!, graph.y[a]! - graph.y[b]!);
    const near = edges.reduce((sum, [a, b]) => sum + apart(a!, b!), 0) / edges.length;
    let far = 0;
    for (let a = 0; a < 8; a++) for (let b = 8; b < 16; b++) far += apart(a, b) / 64;
    expect(near).toBeLessThan(far / 2);
  });

  it('do not lie on one another', () => {
    const graph: ForceGraph = {
      x: new Float64Array(60),
      y: new Float64Array(60),
      radius: new Float64Array(60).fill(20),
      isFixed: new Uint8Array(60),
      from: new Uint32Array(0),
      to: new Uint32Array(0),
      pull: new Float64Array(0),
    };
    run(graph);
    for (let a = 0; a < 60; a++) {
      for (let b = a + 1; b < 60; b++) {
        const apart = Math.hypot(graph.x[a]! - graph.x[b]!, graph.y[a]! - graph.y[b]!);
        expect(apart).toBeGreaterThanOrEqual(39);
      }
    }
  });
});
