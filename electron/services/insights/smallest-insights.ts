import type { Output } from '../../../shared/contract/contract.ts';
import {
  overlapsOf,
  smallestStack,
  type Objective,
} from '../../../shared/insights/smallest-stack.ts';
import type { Catalogue } from '../../store/catalogue/open-catalogue.ts';
import { categoriesOf, type StackView } from './stack-view.ts';

const SHOWN_OVERLAPS = 30;

/** The categories that the products of a stack are made for, in the order of the taxonomy. */
export function mainCategories({ products }: StackView): string[] {
  return [...new Set(products.map(({ categoryId }) => categoryId))];
}

/**
 * What of a stack would do.
 * @param needs categories that have to be covered; null: those its products are made for
 */
export function smallestInsights(
  catalogue: Catalogue,
  view: StackView,
  needs: readonly string[] | null,
  objective: Objective,
): Output<'insights:smallest'> {
  const products = view.products.map((_, place) => ({
    categories: categoriesOf(catalogue, view, place),
    yearlyCost: view.nodes[place]!.yearlyCost,
  }));
  const required = needs ?? mainCategories(view);
  const found = smallestStack(products, view.graph, required, objective);
  const { cover, missing, cuts, connections, pairs, categories, assumedCost } = found;
  return {
    products: [...view.products],
    costs: products.map(({ yearlyCost }) => yearlyCost),
    required: [...required],
    isChosen: needs !== null,
    missing: [...missing],
    kept: [...cover.chosen],
    cuts: cuts.map((cut) => ({
      product: cut.product,
      loses: [...cut.loses],
      connections: [...cut.connections],
      stranded: [...cut.stranded],
    })),
    weight: cover.weight,
    atLeast: cover.atLeast,
    isExact: cover.isExact,
    factor: cover.factor,
    connections: [...connections],
    pairs: [...pairs],
    categories: [...categories],
    assumedCost,
    overlaps: overlapsOf(products)
      .slice(0, SHOWN_OVERLAPS)
      .map(({ a, b, categories: both }) => ({ a, b, categories: [...both] })),
  };
}
