import type { Output } from '../../../shared/contract/contract.ts';
import { coverageOf } from '../../../shared/insights/coverage.ts';
import type { Catalogue } from '../../store/catalogue/open-catalogue.ts';
import { healthProducts } from './health-insights.ts';
import { insightProduct, type StackView } from './stack-view.ts';
import { isOffered, surroundingsOf } from './surroundings.ts';

const SHOWN_CANDIDATES = 5;

/** How the stack covers the taxonomy, and for its gaps the products that would fit it best. */
export function coverageInsights(
  catalogue: Catalogue,
  view: StackView,
): Output<'insights:coverage'> {
  const { columns, repository } = catalogue;
  const around = surroundingsOf(catalogue, view);
  const inside = new Set(view.indexes);
  const places = (ids: readonly string[]): number[] => ids.map((id) => view.placeOf.get(id)!);
  const byCategory = new Map<number, number[]>();
  for (let product = 0; product < columns.size; product++) {
    if (inside.has(product) || !isOffered(catalogue, product)) continue;
    const category = columns.primaryCategory[product]!;
    const list = byCategory.get(category);
    if (list) list.push(product);
    else byCategory.set(category, [product]);
  }
  const fit = (product: number): number => around.get(product)?.length ?? 0;
  const candidatesFor = (category: number) =>
    (byCategory.get(category) ?? [])
      .sort((a, b) => fit(b) - fit(a) || columns.fame[b]! - columns.fame[a]! || a - b)
      .slice(0, SHOWN_CANDIDATES)
      .map((product) => ({
        product: insightProduct(repository.row(product)),
        members: [...(around.get(product) ?? [])],
      }));
  const taxonomy = columns.categoryIds.map((id, at) => ({
    id,
    groupId: columns.categoryGroups[at]!,
  }));
  return {
    products: [...view.products],
    categories: coverageOf(taxonomy, healthProducts(catalogue, view)).map((coverage, at) => ({
      ...coverage,
      primary: places(coverage.primary),
      further: places(coverage.further),
      candidates: coverage.state === 'gap' || coverage.state === 'partly' ? candidatesFor(at) : [],
    })),
  };
}
