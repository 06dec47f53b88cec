import { describe, expect, it } from 'vitest';
import { isExtension } from '../../../scripts/catalogue/extensions.ts';
import { aRow, resolveRows } from './builders.ts';

const extension = (name: string, homepage: string, categories: readonly string[] = []): boolean =>
  isExtension(resolveRows([aRow({ name, homepage, categories })]).clusters[0]?.members ?? [], name);

describe('extensions', () => {
  it('are what a platform lists and nobody else', () => {
    expect(
      extension('Better Price', 'https://apps.shopify.com/better-price', ['Shopify apps']),
    ).toBe(true);
    expect(extension('Acme Feed', 'https://acme.com', ['Shopify apps', 'Reviews'])).toBe(false);
  });

  it('are what a name says of itself', () => {
    expect(extension('Acme for WooCommerce', 'https://acme.com/woo')).toBe(true);
    expect(extension('Acme for Teams', 'https://acme.com/teams')).toBe(false);
  });

  it('are what nothing but the platform describes', () => {
    expect(extension('Cwicly', 'https://cwicly.com', ['WordPress plugins'])).toBe(true);
    expect(extension('Acme', 'https://acme.com', ['Live chat'])).toBe(false);
  });
});
