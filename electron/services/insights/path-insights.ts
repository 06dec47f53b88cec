import type { Input, Output } from '../../../shared/contract/contract.ts';
import { directions, integrationKinds } from '../../../shared/domain/catalogue.ts';
import {
  adjacencyOf,
  bothWays,
  type Adjacency,
  type Arc,
} from '../../../shared/insights/adjacency.ts';
import type { Ways } from '../../../shared/insights/contract.ts';
import { findPaths, onAllPaths, type FoundPaths } from '../../../shared/insights/find-paths.ts';
import { flowsOf } from '../../../shared/insights/flow.ts';
import { flag } from '../../store/catalogue/columns.ts';
import { otherEnd } from '../../store/catalogue/links.ts';
import type { Catalogue } from '../../store/catalogue/open-catalogue.ts';
import { requireProduct } from '../catalogue/find-product.ts';
import { describeJoin, insightProduct, type JoinedPair, type StackView } from './stack-view.ts';

const SHOWN_PATHS = 8;
const SHOWN_OTHERS = 4;
/** Graphs that are kept for the next question: of stacks with connections of their own as well. */
const KEPT_GRAPHS = 6;

/** Finds ways between products over the whole catalogue; graphs are kept for the next question. */
export function createPathFinder(catalogue: Catalogue) {
  const kept = new Map<string, Adjacency>();

  /** Products that are no longer sold are no way, unless they are `allowed`. */
  function build(isDirected: boolean, allowed: ReadonlySet<number>, view: StackView): Adjacency {
    const { columns } = catalogue;
    const links = catalogue.links();
    const isOpen = (product: number): boolean =>
      (columns.flags[product]! & flag.discontinued) === 0 || allowed.has(product);
    const arcs: Arc[] = [];
    const add = (
      from: number,
      to: number,
      ...rest: [Parameters<typeof flowsOf>[2], Parameters<typeof flowsOf>[3]]
    ) => {
      if (isDirected) arcs.push(...flowsOf(from, to, ...rest));
      else arcs.push([from, to]);
    };
    for (let link = 0; link < links.size; link++) {
      const [from, to] = [links.from[link]!, links.to[link]!];
      if (!isOpen(from) || !isOpen(to)) continue;
      add(from, to, integrationKinds[links.kind[link]!]!, directions[links.direction[link]!]!);
    }
    for (const [from, to, direction] of view.drawn) {
      const [a, b] = [view.indexes[from]!, view.indexes[to]!];
      // A product that the catalogue does not know has nothing beyond what was drawn.
      if (a >= 0 && b >= 0) add(a, b, 'own', direction);
    }
    return adjacencyOf(columns.size, isDirected ? arcs : bothWays(arcs));
  }

  function graphFor(isDirected: boolean, ends: readonly number[], view: StackView): Adjacency {
    const { columns } = catalogue;
    const allowed = new Set(
      [...view.indexes, ...ends].filter(
        (product) => product >= 0 && (columns.flags[product]! & flag.discontinued) !== 0,
      ),
    );
    const drawn = view.drawn.map(([from, to, direction]) => [
      view.indexes[from],
      view.indexes[to],
      direction,
    ]);
    const key = JSON.stringify([isDirected, [...allowed].sort(), drawn]);
    let graph = kept.get(key);
    if (graph) return graph;
    graph = build(isDirected, allowed, view);
    if (kept.size >= KEPT_GRAPHS) kept.delete(kept.keys().next().value!);
    kept.set(key, graph);
    return graph;
  }

  /** All that connects two products of the catalogue, as seen from the first. */
  function joinOf(from: number, to: number, view: StackView) {
    const links = catalogue.links();
    const pair: JoinedPair = {
      kinds: new Set(),
      hasForward: false,
      hasBack: false,
      isDrawn: false,
    };
    const note = (arcs: Iterable<Arc>): void => {
      for (const [start] of arcs) {
        if (start === from) pair.hasForward = true;
        else pair.hasBack = true;
      }
    };
    for (let at = links.starts[from]!; at < links.starts[from + 1]!; at++) {
      const link = links.touching[at]!;
      if (otherEnd(links, link, from) !== to) continue;
      const kind = integrationKinds[links.kind[link]!]!;
      pair.kinds.add(kind);
      note(flowsOf(links.from[link]!, links.to[link]!, kind, directions[links.direction[link]!]!));
    }
    for (const [a, b, direction] of view.drawn) {
      const [start, end] = [view.indexes[a]!, view.indexes[b]!];
      if (!((start === from && end === to) || (start === to && end === from))) continue;
      pair.isDrawn = true;
      note(flowsOf(start, end, 'own', direction));
    }
    return describeJoin(pair, false);
  }

  /**
   * The ways with the fewest products that the stack does not have.
   * @throws Refusal 'not-found' for a product that the catalogue does not know
   */
  return (
    view: StackView,
    { from, to, directed }: Pick<Input<'insights:paths'>, 'from' | 'to' | 'directed'>,
  ): Output<'insights:paths'> => {
    const { columns, repository } = catalogue;
    const start = requireProduct(columns, from);
    const end = requireProduct(columns, to);
    const inside = new Set(view.indexes);
    const isFree = new Uint8Array(columns.size);
    for (const product of inside) if (product >= 0) isFree[product] = 1;
    const graph = graphFor(directed, [start, end], view);
    const found = findPaths(graph, start, end, isFree, SHOWN_PATHS);
    if (!found) return { extra: 0, steps: 0, paths: [], others: [] };
    const waysOf = ({ extra, steps, paths }: FoundPaths): Ways => ({
      extra,
      steps,
      paths: paths.map((path) => ({
        products: path.map((product) => ({
          ...insightProduct(repository.row(product)),
          isInStack: inside.has(product),
        })),
        hops: path.slice(1).map((product, at) => joinOf(path[at]!, product, view)),
      })),
    });
    return { ...waysOf(found), others: othersThan(found) };

    /** Ways with fewer steps over more extra products, and ways around what all the best ones share. */
    function othersThan(best: FoundPaths): Output<'insights:paths'>['others'] {
      const others: Output<'insights:paths'>['others'] = [];
      const direct =
        best.steps > 2
          ? findPaths(graph, start, end, new Uint8Array(columns.size).fill(1), SHOWN_OTHERS)
          : null;
      if (direct && direct.steps < best.steps) {
        const extra = Math.min(...direct.paths.map(extraOf));
        const cheapest = direct.paths.filter((path) => extraOf(path) === extra);
        const ways = waysOf({ ...direct, extra, paths: cheapest });
        others.push({ ...ways, reason: 'fewer-steps', without: [] });
      }
      const common = onAllPaths(best.paths);
      if (common.length === 0) return others;
      const around = findPaths(graph, start, end, isFree, SHOWN_OTHERS, new Set(common));
      if (around) {
        const without = common.map((product) => insightProduct(repository.row(product)));
        others.push({ ...waysOf(around), reason: 'without', without });
      }
      return others;
    }

    function extraOf(path: readonly number[]): number {
      return path.slice(1, -1).filter((product) => !isFree[product]).length;
    }
  };
}
