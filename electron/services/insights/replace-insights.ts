import type { Output } from '../../../shared/contract/contract.ts';
import { targetsOf } from '../../../shared/insights/adjacency.ts';
import {
  bandOf,
  bridgeable,
  rateRivals,
  replaceIndex,
  type Rival,
} from '../../../shared/insights/replaceability.ts';
import { exitDrill, findWeakPoints } from '../../../shared/insights/weak-points.ts';
import { flag } from '../../store/catalogue/columns.ts';
import type { Catalogue } from '../../store/catalogue/open-catalogue.ts';
import { insightProduct, type StackView } from './stack-view.ts';
import { isOffered, surroundingsOf, type Surroundings } from './surroundings.ts';

const SHOWN_RIVALS = 5;

/** How hard each product is to replace, by what, and what would go dark with it. */
export function replaceInsights(
  catalogue: Catalogue,
  view: StackView,
): Output<'insights:replaceability'> {
  const { graph, indexes, products } = view;
  const around = surroundingsOf(catalogue, view);
  const places = new Map(indexes.map((index, place) => [index, place]));
  const losses = exitDrill(graph);
  const list = products.map((_, place) => {
    const rivals = rivalsOf(catalogue, view, around, places, place);
    const connections = [...targetsOf(graph, place)];
    const rated = rateRivals(graph, place, rivals).map((rival) => {
      const own = places.get(rival.key);
      // What the two have with one another needs nothing once only one of them is left.
      const lost = rival.lost.filter((other) => other !== own);
      return { ...rival, lost, isInStack: own !== undefined };
    });
    const loss = losses[place]!;
    const lost = Math.min(connections.length, ...rated.map((rival) => rival.lost.length));
    const index = replaceIndex(connections.length, lost, loss);
    return {
      product: place,
      index,
      band: bandOf(index),
      connections,
      candidates: rivals.length,
      rivals: rated.slice(0, SHOWN_RIVALS).map((rival) => ({
        product: insightProduct(catalogue.repository.row(rival.key)),
        isInStack: rival.isInStack,
        kept: [...rival.kept],
        lost: [...rival.lost],
        gained: [...rival.gained],
        bridgeable: bridgeable(graph, place, rival),
      })),
      pairs: loss.pairs,
      lostPairs: loss.lostPairs,
      pieces: loss.pieces.map((piece) => [...piece]),
      stranded: [...loss.stranded],
    };
  });
  list.sort((a, b) => b.index - a.index || b.connections.length - a.connections.length);
  return {
    products: [...products],
    list,
    bridges: findWeakPoints(graph).bridges.map(([a, b]) => ({ a, b })),
  };
}

/** Products with the same primary category that are still sold, best known first. */
function rivalsOf(
  catalogue: Catalogue,
  { graph, indexes }: StackView,
  around: Surroundings,
  places: ReadonlyMap<number, number>,
  place: number,
): Rival[] {
  const { columns } = catalogue;
  const product = indexes[place]!;
  if (product < 0) return [];
  const category = columns.primaryCategory[product];
  const isExtension = (columns.flags[product]! & flag.extension) !== 0;
  const rivals: Rival[] = [];
  for (let other = 0; other < columns.size; other++) {
    if (other === product || columns.primaryCategory[other] !== category) continue;
    const isFit = isExtension
      ? (columns.flags[other]! & flag.discontinued) === 0
      : isOffered(catalogue, other);
    if (!isFit) continue;
    const own = places.get(other);
    const members = own === undefined ? (around.get(other) ?? []) : targetsOf(graph, own);
    rivals.push({ key: other, members });
  }
  return rivals.sort((a, b) => columns.fame[b.key]! - columns.fame[a.key]! || a.key - b.key);
}
