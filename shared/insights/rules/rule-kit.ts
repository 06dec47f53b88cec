import type { HealthContext, HealthProduct } from '../health.ts';

/** A source that is a statement of this application about itself. */
export const own = (title: string) => ({ title, url: null });

export const virtualPlatform = {
  title: 'Brinker: The entire martech stack is really one big virtual platform (2021)',
  url: 'https://chiefmartec.com/2021/05/entire-martech-stack-really-one-big-virtual-platform/',
};

export const withPrimary = (
  { products }: HealthContext,
  categories: readonly string[],
): HealthProduct[] => products.filter(({ categoryId }) => categories.includes(categoryId));

export const withAny = (
  { products }: HealthContext,
  categories: readonly string[],
): HealthProduct[] =>
  products.filter((product) => product.categories.some((each) => categories.includes(each)));

export const ids = (products: readonly HealthProduct[]): string[] => products.map(({ id }) => id);
export const names = (products: readonly HealthProduct[]): string[] =>
  products.map(({ name }) => name);
export const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** What sets cookies or reads identifiers on people's devices as its main work. */
export const tracking = [
  'display-programmatic',
  'search-social-ads',
  'native-content-ads',
  'video-ads',
  'mobile-ads',
  'dmp-audience',
  'web-product-analytics',
  'tag-management',
];
