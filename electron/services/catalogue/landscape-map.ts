import type { Input } from '../../../shared/contract/contract.ts';
import {
  encodeMatches,
  type MapData,
  type MapMatches,
} from '../../../shared/landscape/map-data.ts';
import type { Catalogue } from '../../store/catalogue/open-catalogue.ts';
import { createProductOrders } from './product-orders.ts';
import type { ProductFinder } from './query-products.ts';

export interface LandscapeMap {
  /** All products, the best known first; made once, as the catalogue does not change while open. */
  readonly data: () => MapData;
  /** Which of them a query lists: exactly those that `catalogue:query` would. */
  readonly matches: (query: Input<'catalogue:matches'>) => MapMatches;
}

export function createLandscapeMap(catalogue: Catalogue, find: ProductFinder): LandscapeMap {
  const { columns } = catalogue;
  let order: Uint32Array | undefined;
  let places: Uint32Array | undefined;
  let made: MapData | undefined;
  const orderOfAll = (): Uint32Array => (order ??= createProductOrders(columns)('relevance'));
  /** From a product's index to its place on the map. */
  const placeOf = (): Uint32Array => {
    if (places) return places;
    places = new Uint32Array(columns.size);
    orderOfAll().forEach((product, place) => (places![product] = place));
    return places;
  };
  return {
    data: () => (made ??= readMap(catalogue, orderOfAll())),
    matches: (query) => {
      const { products } = find({ ...query, sort: 'relevance' });
      const place = placeOf();
      const matching = Array.from(products, (product) => place[product]!);
      return { total: products.length, bits: encodeMatches(matching, columns.size) };
    },
  };
}

function readMap({ columns, repository }: Catalogue, order: Uint32Array): MapData {
  const marks = repository.marks();
  const slugs: string[] = [];
  const slugIndex = new Map<string, number>();
  const indexOfSlug = (slug: string | null): number => {
    if (slug === null) return -1;
    let index = slugIndex.get(slug);
    if (index === undefined) {
      slugIndex.set(slug, (index = slugs.length));
      slugs.push(slug);
    }
    return index;
  };
  const products = Array.from(order);
  return {
    ids: products.map((product) => columns.ids[product]!),
    names: products.map((product) => marks[product]!.name),
    categoryIds: [...columns.categoryIds],
    category: products.map((product) => columns.primaryCategory[product]!),
    icon: products.map((product) => indexOfSlug(marks[product]!.icon)),
    iconSlugs: slugs,
    degree: products.map((product) => columns.degree[product]!),
  };
}
