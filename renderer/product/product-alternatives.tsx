import type { ReactNode } from 'react';
import { useApp } from '../state/app-state.ts';
import { useView } from '../state/view.ts';
import { ProductIcon } from '../ui/product-icon.tsx';
import { Section } from './section.tsx';
import type { Alternatives } from './use-product.ts';
import { alternativeReason } from './words.ts';
import styles from './product-alternatives.module.css';

/** Products that could take its place, each with the reason. */
export function ProductAlternatives({ alternatives }: { readonly alternatives: Alternatives }) {
  const categories = useApp((state) => state.categories);
  if (alternatives.length === 0) return null;
  return (
    <Section title="Alternatives">
      <ul>
        {alternatives.map(({ product, sharedCategories, sharedIntegrations }): ReactNode => (
          <li key={product.id}>
            <button
              type="button"
              className={styles.alternative}
              onClick={() => useView.getState().openProduct(product.id)}
            >
              <ProductIcon {...product} size={28} />
              <span className={styles.texts}>
                <bdi className={styles.name}>{product.name}</bdi>
                <span className={styles.reason}>
                  {alternativeReason(
                    sharedCategories.map((id) => categories.get(id)?.name ?? id),
                    sharedIntegrations,
                  )}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
