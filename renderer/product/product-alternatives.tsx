import type { ReactNode } from 'react';
import { ListTree } from 'lucide-react';
import { exploreLike } from '../explore/explore-state.ts';
import { useApp } from '../state/app-state.ts';
import { Button } from '../ui/button.tsx';
import { useView } from '../state/view.ts';
import { ProductIcon } from '../ui/product-icon.tsx';
import { Section } from './section.tsx';
import type { Alternatives } from './use-product.ts';
import { alternativeReason } from './alternative-reason.ts';
import styles from './product-alternatives.module.css';

interface ProductAlternativesProps {
  readonly productId: string;
  readonly alternatives: Alternatives;
}

/** Products that could take its place, each with the reason. */
export function ProductAlternatives({
  productId,
  alternatives,
}: ProductAlternativesProps): ReactNode {
  const categories = useApp((state) => state.categories);
  if (alternatives.length === 0) return null;
  return (
    <Section title="Alternatives">
      <ul>
        {alternatives.map(({ product, sharedCategories, ...rest }): ReactNode => (
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
                  {alternativeReason({
                    ...rest,
                    sharedCategories: sharedCategories.map((id) => categories.get(id)?.name ?? id),
                  })}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <Button tone="quiet" onPress={() => exploreLike(productId)}>
        <ListTree />
        More like this
      </Button>
    </Section>
  );
}
