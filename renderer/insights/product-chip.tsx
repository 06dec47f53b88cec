import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import type { InsightProduct } from '../../shared/insights/contract.ts';
import { addToStack, usePresentIds } from '../product/add-to-stack.ts';
import { useView } from '../state/view.ts';
import { Button } from '../ui/button.tsx';
import { ProductIcon } from '../ui/product-icon.tsx';
import styles from './product-chip.module.css';

/** A product by icon and name; a click opens its panel. */
export function ProductChip({ product }: { readonly product: InsightProduct }): ReactNode {
  return (
    <button
      type="button"
      className={styles.chip}
      disabled={!product.isKnown}
      onClick={() => useView.getState().openProduct(product.id)}
    >
      <ProductIcon {...product} size={20} />
      <bdi>{product.name}</bdi>
    </button>
  );
}

interface ProductChipsProps {
  readonly products: readonly (InsightProduct | undefined)[];
  readonly most?: number;
}

export function ProductChips({ products, most = 12 }: ProductChipsProps): ReactNode {
  const known = products.filter((product) => product !== undefined);
  return (
    <ul className={styles.chips}>
      {known.slice(0, most).map((product) => (
        <li key={product.id}>
          <ProductChip product={product} />
        </li>
      ))}
      {known.length > most ? <li className={styles.more}>and {known.length - most} more</li> : null}
    </ul>
  );
}

/** Puts a product on the stack with one click, and says so where it is there already. */
export function AddButton({ product }: { readonly product: InsightProduct }): ReactNode {
  const isPresent = usePresentIds().has(product.id);
  if (isPresent) return <span className={styles.more}>On the stack</span>;
  return (
    <Button aria-label={`Add ${product.name}`} onPress={() => void addToStack([product])}>
      <Plus aria-hidden="true" /> Add
    </Button>
  );
}
