import { useState, type ReactNode } from 'react';
import type { InsightProduct } from '../../shared/insights/contract.ts';
import { listed } from '../../shared/insights/health-words.ts';
import { counted } from '../product/words.ts';
import { Combobox } from '../stack/combobox.tsx';
import { emptySearchText, useProductSearch } from '../stack/search-products.ts';
import { useDialogs } from '../state/dialogs.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ProductIcon } from '../ui/product-icon.tsx';
import { lookAt, swapFor, useSwap, type SwapOptions } from './swap-state.ts';
import styles from './versions.module.css';

const close = (): void => useDialogs.getState().show(null);

function Names({
  label,
  products,
}: {
  readonly label: string;
  readonly products: readonly InsightProduct[];
}): ReactNode {
  return (
    <div>
      <dt>
        {label} {products.length}
      </dt>
      <dd>
        {listed(
          products.map(({ name }) => name),
          6,
        )}
      </dd>
    </div>
  );
}

function Option({ option }: { readonly option: SwapOptions['options'][number] }): ReactNode {
  const { product, isOnStack, kept, lost, gained } = option;
  return (
    <li className={styles.option}>
      <div className={styles.optionHead}>
        <ProductIcon {...product} size={24} />
        <bdi>{product.name}</bdi>
        <Button
          isDisabled={isOnStack}
          aria-label={`Swap in ${product.name}`}
          onPress={() =>
            void swapFor(option).then((isDone) => {
              if (isDone) close();
            })
          }
        >
          {isOnStack ? 'On the stack already' : 'Swap'}
        </Button>
      </div>
      <dl>
        <Names label="Keeps" products={kept} />
        <Names label="Loses" products={lost} />
        <Names label="Gains" products={gained} />
      </dl>
    </li>
  );
}

function Find(): ReactNode {
  const [text, setText] = useState('');
  const search = useProductSearch(text);
  return (
    <div className={styles.find}>
      <Combobox
        label="Another product"
        placeholder="Another product…"
        text={text}
        onText={setText}
        items={text.trim() === '' ? [] : search.rows}
        keyOf={({ id }) => id}
        render={(row) => (
          <span className={styles.hit}>
            <ProductIcon {...row} size={20} /> <bdi>{row.name}</bdi>
          </span>
        )}
        onPick={(row) => {
          if (!row) return;
          setText('');
          void lookAt(row.id);
        }}
        empty={text.trim() === '' ? null : emptySearchText(text, search)}
      />
    </div>
  );
}

/** What swapping a product would keep, lose and gain, before it is done. */
export function SwapDialog(): ReactNode {
  const { options, asked } = useSwap();
  const name = options?.product.name ?? '';
  return (
    <Dialog
      title={name === '' ? 'Swap a product' : `Swap ${name}`}
      size="medium"
      isOpen
      onClose={close}
    >
      {options === null ? (
        <p role="status">Looking at alternatives…</p>
      ) : (
        <div className={styles.swap}>
          <p className={styles.muted}>
            By the integrations that are documented with the other products of this stack.
            {options.own > 0
              ? ` ${counted(options.own, 'connection', 'connections')} of your own stay where they are.`
              : ''}{' '}
            One undo brings {name} back.
          </p>
          <Find />
          {asked ? (
            <ul aria-label="The product you named">
              <Option option={asked} />
            </ul>
          ) : null}
          {options.options.length === 0 && !asked ? (
            <p>The catalogue knows no alternative; name one above.</p>
          ) : null}
          <ul aria-label="Suggestions, those that keep most first">
            {options.options.map((option) => (
              <Option key={option.product.id} option={option} />
            ))}
          </ul>
        </div>
      )}
    </Dialog>
  );
}
