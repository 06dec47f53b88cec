import { Check, Plus } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { isOwnProduct } from '../../shared/custom/own-source.ts';
import type { ProductRow } from '../../shared/domain/product.ts';
import type { ListedProduct } from '../../shared/domain/query.ts';
import { count, counted, pricingText } from '../product/words.ts';
import { useCategoryName } from '../state/app-state.ts';
import { CategoryTag } from '../ui/category-tag.tsx';
import { ProductIcon } from '../ui/product-icon.tsx';
import styles from './product-entry.module.css';

/** A tooltip is no place for a name of thousands of characters. */
const TITLE_LENGTH = 200;

export type ListLayout = 'rows' | 'cards' | 'compact';

interface EntryProps {
  readonly product: ListedProduct;
  readonly isPresent: boolean;
  readonly onAdd: (product: ProductRow) => void;
  /** Products on the open stack; 0 without one. */
  readonly stackSize?: number;
}

function Marks({ product }: { readonly product: ProductRow }): ReactNode {
  return (
    <>
      {isOwnProduct(product.id) ? (
        <span className={styles.mark} title="You added it">
          Yours
        </span>
      ) : null}
      {product.kind === 'extension' ? <span className={styles.mark}>Extension</span> : null}
      {product.status === 'discontinued' ? (
        <span className={`${styles.mark} ${styles.gone}`}>Discontinued</span>
      ) : null}
    </>
  );
}

function Name({ product }: { readonly product: ProductRow }): ReactNode {
  return (
    <span className={styles.title}>
      <bdi className={styles.name} title={product.name.slice(0, TITLE_LENGTH)}>
        {product.name}
      </bdi>
      <Marks product={product} />
    </span>
  );
}

function Integrations({ product }: { readonly product: ProductRow }): ReactNode {
  if (product.integrations > 0) return <>{count(product.integrations)}</>;
  return <span title="No integration is documented in our sources">–</span>;
}

/** How many products of the stack it works with, out of those that are not itself. */
function Fit({ product, isPresent, stackSize = 0 }: Omit<EntryProps, 'onAdd'>): ReactNode {
  const others = stackSize - (isPresent ? 1 : 0);
  if (product.fit === undefined || others <= 0) return null;
  const title = `Integrates with ${product.fit} of the ${others} ${isPresent ? 'other ' : ''}products of your stack`;
  return (
    <span className={styles.fit} data-fits={product.fit > 0 || undefined} title={title}>
      {product.fit} of {others}
      <span className="visually-hidden"> of your stack</span>
    </span>
  );
}

/** Out of the order of Tab: the list is one stop, and its keys add the product as well. */
function AddButton({
  product,
  isPresent,
  onAdd,
  label,
}: EntryProps & { label: string }): ReactNode {
  if (isPresent) {
    return (
      <span className={styles.present} title="On the current stack">
        <Check aria-hidden="true" />
        <span className={label ? '' : 'visually-hidden'}>In stack</span>
      </span>
    );
  }
  const text = `Add ${product.name.slice(0, TITLE_LENGTH)} to the stack`;
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.add}
      aria-label={text}
      title="Add to stack"
      onClick={(event) => {
        event.stopPropagation();
        onAdd(product);
      }}
    >
      <Plus aria-hidden="true" />
      {label}
    </button>
  );
}

export const RowEntry = memo(function RowEntry(props: EntryProps): ReactNode {
  const { product } = props;
  const pricing = pricingText(product.pricing);
  return (
    <>
      <span role="gridcell" className={styles.product}>
        <ProductIcon {...product} size={30} />
        <span className={styles.texts}>
          <Name product={product} />
          <span className={styles.subtitle}>
            {product.domain === null ? null : <bdi className={styles.domain}>{product.domain}</bdi>}
            {product.description === null ? null : <bdi>{product.description}</bdi>}
            {product.domain === null && product.description === null ? 'No homepage known' : null}
          </span>
        </span>
      </span>
      <span role="gridcell" className={styles.category}>
        <CategoryTag categoryId={product.categoryId} groupId={product.groupId} />
      </span>
      <span role="gridcell" className={styles.pricing} title={pricing || 'Pricing not stated'}>
        {pricing || '–'}
      </span>
      <span role="gridcell" className={styles.number}>
        <Integrations product={product} />
        <Fit {...props} />
      </span>
      <span role="gridcell" className={styles.action}>
        <AddButton {...props} label="Add" />
      </span>
    </>
  );
});

export const CardEntry = memo(function CardEntry(props: EntryProps): ReactNode {
  const { product } = props;
  const pricing = pricingText(product.pricing);
  return (
    <span role="gridcell" className={styles.card}>
      <span className={styles.cardHead}>
        <ProductIcon {...product} size={36} />
        <span className={styles.texts}>
          <Name product={product} />
          <bdi className={styles.subtitle}>{product.domain ?? 'No homepage known'}</bdi>
        </span>
      </span>
      {product.description === null ? null : (
        <bdi className={styles.cardText}>{product.description}</bdi>
      )}
      <span className={styles.cardMeta}>
        {product.integrations > 0
          ? counted(product.integrations, 'integration', 'integrations')
          : 'No integration documented'}
        {pricing ? ` · ${pricing}` : ''} <Fit {...props} />
      </span>
      <span className={styles.cardFoot}>
        <CategoryTag categoryId={product.categoryId} groupId={product.groupId} />
        <span className={styles.cardAction}>
          <AddButton {...props} label="Add" />
        </span>
      </span>
    </span>
  );
});

export const CompactEntry = memo(function CompactEntry(props: EntryProps): ReactNode {
  const { product } = props;
  const category = useCategoryName(product.categoryId);
  return (
    <span role="gridcell" className={styles.product}>
      <ProductIcon {...product} size={26} />
      <span className={styles.texts}>
        <Name product={product} />
        <span className={styles.subtitle}>{category}</span>
      </span>
      <AddButton {...props} label="" />
    </span>
  );
});

/** Stands in for a row that is still on its way. */
export function Placeholder({ layout }: { readonly layout: ListLayout }): ReactNode {
  return (
    <span role="gridcell" className={layout === 'cards' ? styles.card : styles.product}>
      <span className={styles.bone} style={{ width: 30, height: 30 }} />
      <span className={styles.texts}>
        <span className={styles.bone} style={{ width: 140 }} />
        <span className={styles.bone} style={{ width: 90 }} />
      </span>
      <span className="visually-hidden">Loading</span>
    </span>
  );
}
