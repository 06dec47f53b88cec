import type { Output } from '../../../shared/contract/contract.ts';
import { bestHubSet, bestHubs, greedyHubs, hubProblem } from '../../../shared/insights/hubs.ts';
import { openPairs, relatePairs } from '../../../shared/insights/relate-pairs.ts';
import type { Catalogue } from '../../store/catalogue/open-catalogue.ts';
import { describeJoin, insightProduct, pairKey, type StackView } from './stack-view.ts';
import { hubCandidates, surroundingsOf } from './surroundings.ts';

const SHOWN_HUBS = 10;
const MOST_STEPS = 6;

/** The products that would connect most of what is not connected yet. */
export function hubInsights(catalogue: Catalogue, view: StackView): Output<'insights:hubs'> {
  const candidates = hubCandidates(catalogue, surroundingsOf(catalogue, view));
  const membersOf = new Map(candidates.map(({ key, members }) => [key, Array.from(members)]));
  const size = view.products.length;
  const open = openPairs(view.graph);
  const problem = hubProblem(size, open, candidates);
  const countOf = new Map(problem.sets.map(({ key, count }) => [key, count]));
  const ranked = (key: number) => ({
    product: insightProduct(catalogue.repository.row(key)),
    connects: countOf.get(key) ?? 0,
    members: membersOf.get(key) ?? [],
  });
  const together = (count: number) => {
    const found = bestHubSet(problem, count);
    return found && { ...found, hubs: found.keys.map(ranked) };
  };
  const [pair, triple] = [together(2), together(3)];
  const steps = greedyHubs(problem, MOST_STEPS);
  const all = problem.sets.reduce(
    (union, { bits }) => {
      bits.forEach((word, at) => (union[at] = union[at]! | word));
      return union;
    },
    new Uint32Array(Math.ceil(open.length / 32)),
  );
  const reachable = open.filter((_, at) => all[at >> 5]! & (1 << (at & 31))).length;
  return {
    products: [...view.products],
    pairs: (size * (size - 1)) / 2,
    open: open.length,
    hopeless: open.length - reachable,
    candidates: problem.sets.length,
    best: bestHubs(problem, SHOWN_HUBS).map(({ key }) => ranked(key)),
    pair: pair && { hubs: pair.hubs, connects: pair.connects, isExact: pair.isExact },
    // A third that adds nothing is none.
    triple:
      triple && pair && triple.connects > pair.connects
        ? { hubs: triple.hubs, connects: triple.connects, isExact: triple.isExact }
        : null,
    steps: steps.map(({ key, adds, total, atMost }) => ({ hub: ranked(key), adds, total, atMost })),
  };
}

/** Who connects to whom; pairs of which nothing is documented are left out. */
export function matrixInsights(catalogue: Catalogue, view: StackView): Output<'insights:matrix'> {
  const size = view.products.length;
  const candidates = hubCandidates(catalogue, surroundingsOf(catalogue, view));
  const { sets } = hubProblem(size, openPairs(view.graph), candidates);
  const rank = new Map(sets.map(({ key }, at) => [key, at]));
  const useful = candidates
    .filter(({ key }) => rank.has(key))
    .sort((a, b) => rank.get(a.key)! - rank.get(b.key)!);
  const shown = new Map<number, number>();
  const hubs: Output<'insights:matrix'>['hubs'] = [];
  const placeOfHub = (key: number): number => {
    const known = shown.get(key);
    if (known !== undefined) return known;
    hubs.push(insightProduct(catalogue.repository.row(key)));
    shown.set(key, hubs.length - 1);
    return hubs.length - 1;
  };
  const pairs = relatePairs(view.graph, useful)
    .filter(({ relation }) => relation !== 'unknown')
    .map(({ a, b, relation, via, hubs: keys }) => ({
      a,
      b,
      relation,
      ...describeJoin(view.joined.get(pairKey(size, a, b)), false),
      via: [...via],
      hubs: relation === 'hub' ? keys.map(placeOfHub) : [],
    }));
  return { products: [...view.products], pairs, hubs };
}
