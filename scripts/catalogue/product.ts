import type { PricingModel, ProductKind, ProductStatus } from '../../shared/domain/catalogue.ts';
import type { Member } from './resolve.ts';

export type Alias = { readonly alias: string; readonly kind: 'name' | 'former' | 'domain' };
export type Fact = { readonly key: string; readonly value: string; readonly source: string };

/** A product as the catalogue stores it. */
export type Product = {
  readonly id: string;
  readonly name: string;
  readonly homepage: string | null;
  readonly domain: string | null;
  readonly description: string | null;
  readonly vendor: string | null;
  readonly categories: readonly [string, ...string[]];
  readonly kind: ProductKind;
  readonly status: ProductStatus;
  readonly statusNote: string | null;
  readonly pricing: readonly PricingModel[];
  readonly oss: boolean | null;
  readonly saas: boolean | null;
  readonly tcfId: number | null;
  readonly icon: string | null;
  readonly aliases: readonly Alias[];
  readonly facts: readonly Fact[];
  readonly members: readonly Member[];
  readonly sources: number;
};
