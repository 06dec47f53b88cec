import { dataKinds, type DataKind } from '../stack/vocabulary.ts';
import { adjacencyOf, reachedFrom, targetsOf, type Adjacency } from './adjacency.ts';
import { carries, type DataFlow } from './data-flows.ts';
import {
  kindsIn,
  masteredBy,
  maskOf,
  passingCategories,
  personalKinds,
  recordedBy,
  roleOf,
  usedBy,
} from './data-roles.ts';

/** Who writes and who reads one kind of data. All numbers are places of products. */
export interface KindTruth {
  readonly kind: DataKind;
  /** Products made to be the source of truth for it, the one that feeds most others first. */
  readonly masters: readonly number[];
  /** Products that record it, or from which the person says that it goes out. */
  readonly writers: readonly number[];
  /** Products that it arrives at. */
  readonly readers: readonly number[];
  readonly flows: readonly DataFlow[];
  /** Products that several writers of what can contradict itself feed directly. */
  readonly conflicts: readonly { readonly at: number; readonly writers: readonly number[] }[];
  /** Products that pass it around in a circle, each circle with all that belongs to it. */
  readonly loops: readonly (readonly number[])[];
  /** Writers from which it goes nowhere. */
  readonly orphans: readonly number[];
  /** Products that are made to use it and that it does not arrive at. */
  readonly unfed: readonly number[];
}

/** A product in which personal data are, and what is known of an agreement on processing them. */
export interface PersonalHolder {
  readonly place: number;
  readonly kinds: readonly DataKind[];
  /** Null where nobody has said. */
  readonly hasAgreement: boolean | null;
}

export interface DataTruth {
  readonly kinds: readonly KindTruth[];
  /** Every product that holds personal data. */
  readonly holders: readonly PersonalHolder[];
}

/**
 * Groups of two and more nodes that can reach each other along the arcs: strongly connected
 * components by two passes (Kosaraju and Sharir, 1981). O(nodes + arcs).
 */
export function loopsOf(graph: Adjacency): number[][] {
  const order: number[] = [];
  const isSeen = new Uint8Array(graph.size);
  const next = graph.starts.slice(0, graph.size);
  for (let root = 0; root < graph.size; root++) {
    if (isSeen[root]) continue;
    isSeen[root] = 1;
    const path = [root];
    while (path.length > 0) {
      const node = path.at(-1)!;
      const at = next[node]!;
      if (at === graph.starts[node + 1]!) {
        order.push(node);
        path.pop();
        continue;
      }
      next[node] = at + 1;
      const to = graph.targets[at]!;
      if (isSeen[to]) continue;
      isSeen[to] = 1;
      path.push(to);
    }
  }
  const back: [number, number][] = [];
  for (let node = 0; node < graph.size; node++) {
    for (const to of targetsOf(graph, node)) back.push([to, node]);
  }
  const reversed = adjacencyOf(graph.size, back);
  const isTaken = new Uint8Array(graph.size);
  const loops: number[][] = [];
  for (const root of order.reverse()) {
    if (isTaken[root]) continue;
    isTaken[root] = 1;
    const group = [root];
    for (let at = 0; at < group.length; at++) {
      for (const to of targetsOf(reversed, group[at]!)) {
        if (isTaken[to]) continue;
        isTaken[to] = 1;
        group.push(to);
      }
    }
    if (group.length > 1) loops.push(group.sort((a, b) => a - b));
  }
  return loops.sort((a, b) => b.length - a.length || a[0]! - b[0]!);
}

function truthOf(
  kind: DataKind,
  categories: readonly string[],
  all: readonly DataFlow[],
): KindTruth {
  const bit = maskOf([kind]);
  const size = categories.length;
  const flows = all.filter((flow) => carries(flow, kind));
  const places = categories.map((_, place) => place);
  const graph = adjacencyOf(
    size,
    flows.map(({ from, to }) => [from, to] as const),
  );
  const out = (place: number): number => targetsOf(graph, place).length;
  const records = (place: number): boolean => (recordedBy(categories[place]!) & bit) !== 0;
  const says = new Set(flows.filter(({ stated }) => stated.includes(kind)).map(({ from }) => from));
  const passes = (place: number): boolean => passingCategories.includes(categories[place]!);
  // What a hub passes on was written before it; a hub writes only where the person says so of it alone.
  const fed = new Set(flows.map(({ to }) => to));
  const writers = places.filter(
    (place) => records(place) || (says.has(place) && !(passes(place) && fed.has(place))),
  );
  const isWriter = new Set(writers);
  const reach = (place: number): number =>
    reachedFrom(graph, [place]).reduce((sum, each) => sum + each, 0);
  const masters = places
    .filter((place) => (masteredBy(categories[place]!) & bit) !== 0)
    .map((place) => ({ place, reach: reach(place) }))
    .sort((a, b) => b.reach - a.reach || a.place - b.place)
    .map(({ place }) => place);
  const conflicts = !roleOf[kind].canContradict
    ? []
    : places.flatMap((at) => {
        const sources = flows.filter(({ from, to }) => to === at && isWriter.has(from));
        return sources.length > 1
          ? [{ at, writers: sources.map(({ from }) => from).sort((a, b) => a - b) }]
          : [];
      });
  return {
    kind,
    masters,
    writers,
    readers: places.filter((place) => fed.has(place)),
    flows,
    conflicts,
    loops: loopsOf(graph),
    orphans: writers.filter((place) => out(place) === 0),
    unfed: places.filter(
      (place) =>
        (usedBy(categories[place]!) & bit) !== 0 && !fed.has(place) && !isWriter.has(place),
    ),
  };
}

/**
 * Who writes and who reads each kind of data, and where personal data are.
 * @param categories main category of each product, by place
 * @param agreements whether an agreement on processing is signed, by place
 */
export function dataTruthOf(
  categories: readonly string[],
  flows: readonly DataFlow[],
  agreements: readonly (boolean | null)[],
): DataTruth {
  const held = categories.map(recordedBy);
  for (const { to, stated, inferred } of flows) held[to]! |= maskOf([...stated, ...inferred]);
  return {
    kinds: dataKinds.map((kind) => truthOf(kind, categories, flows)),
    holders: held.flatMap((mask, place) => {
      const kinds = kindsIn(mask & personalKinds);
      return kinds.length > 0 ? [{ place, kinds, hasAgreement: agreements[place] ?? null }] : [];
    }),
  };
}
