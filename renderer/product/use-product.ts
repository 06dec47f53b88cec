import { useEffect, useState } from 'react';
import type { Output } from '../../shared/contract/contract.ts';
import type { Integration, Product } from '../../shared/domain/product.ts';
import { unwrap, Refusal } from '../../shared/result.ts';
import { api } from '../api.ts';
import { useCatalogueVersion } from '../state/catalogue-changes.ts';

export type Alternatives = Output<'catalogue:alternatives'>;

export interface ProductDetails {
  readonly product: Product;
  readonly integrations: readonly Integration[];
  readonly alternatives: Alternatives;
}

export interface ProductState {
  /** What is shown: of the product before, while the next one is on its way. */
  readonly details: ProductDetails | null;
  readonly failure: string | null;
}

async function load(id: string, signal: AbortSignal): Promise<ProductDetails> {
  const [product, integrations, alternatives] = await Promise.all([
    api.call('catalogue:product', { id }, { signal }),
    api.call('catalogue:integrations', { id }, { signal }),
    api.call('catalogue:alternatives', { id, limit: 8 }, { signal }),
  ]);
  return {
    product: unwrap(product),
    integrations: unwrap(integrations),
    alternatives: unwrap(alternatives),
  };
}

/** Everything the panel shows of a product, in one go so that nothing jumps. */
export function useProduct(id: string): ProductState {
  const version = useCatalogueVersion((state) => state.version);
  const [state, setState] = useState<ProductState>({ details: null, failure: null });
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    load(id, signal)
      .then((details) => {
        if (!signal.aborted) setState({ details, failure: null });
      })
      .catch((error: unknown) => {
        if (signal.aborted) return;
        const failure = error instanceof Refusal ? error.message : String(error);
        setState({ details: null, failure });
      });
    return () => controller.abort();
  }, [id, version]);
  return state;
}
