import { registrable } from './domains.ts';
import type { Member } from './resolve.ts';

/** Directories whose entries live inside the platform and nowhere else. */
const directories = new Set(['apps.shopify.com', 'wordpress.org']);

/** Categories that name the platform rather than the use. */
const platformCategories = new Set(['Shopify apps', 'WordPress plugins', 'WordPress themes']);

/** Whether all that is known of a product is that it is installed in a platform. */
export function isExtension(members: readonly Member[]): boolean {
  const pages = members.flatMap(({ row }) =>
    row.homepage === null ? [] : [new URL(row.homepage).hostname],
  );
  const listed = pages.some(
    (host) => directories.has(host) || directories.has(registrable(`https://${host}`) ?? ''),
  );
  const own = members.some(
    ({ row }) =>
      row.domain !== null && !directories.has(row.domain) && row.domain !== 'shopify.com',
  );
  const categories = members.flatMap(({ row }) => [...row.fact.categories]);
  const platform = categories.some((category) => platformCategories.has(category));
  if (listed && !own) return true;
  return (
    platform &&
    categories.every((category) => platformCategories.has(category) || category === 'Widgets') &&
    members.length <= 2
  );
}
