import { useState, type ReactNode } from 'react';
import type { ProductRow } from '../../shared/domain/product.ts';
import { counted } from '../product/words.ts';
import { Combobox } from '../stack/combobox.tsx';
import styles from '../stack/quick-add.module.css';
import { emptySearchText, useProductSearch } from '../stack/search-products.ts';
import { Button } from '../ui/button.tsx';
import { CommandDialog } from '../ui/command-dialog.tsx';
import { ProductIcon } from '../ui/product-icon.tsx';

interface ProductPickerProps {
  /** What the product is wanted for; the graph around it where nothing is said. */
  readonly title?: string;
  readonly onPick: (productId: string) => void;
  /** Takes the search itself instead of one of its products. */
  readonly onSearch?: (text: string) => void;
  readonly onClose: () => void;
}

/** Finds one product of the whole catalogue by its name. */
export function ProductPicker({
  title = 'Show the graph around a product',
  onPick,
  onSearch,
  onClose,
}: ProductPickerProps): ReactNode {
  const [text, setText] = useState('');
  const search = useProductSearch(text);
  const pick = async (picked: ProductRow | undefined): Promise<void> => {
    const row = search.isCurrent ? picked : await search.first();
    if (row) onPick(row.id);
  };
  return (
    <CommandDialog label={title} onClose={onClose}>
      <Combobox
        label={title}
        placeholder={`${title}…`}
        text={text}
        onText={setText}
        items={search.rows}
        keyOf={(row) => row.id}
        render={(row) => (
          <>
            <ProductIcon {...row} size={26} />
            <bdi className={styles.name}>{row.name}</bdi>
            <span className={styles.category}>
              {counted(row.integrations, 'integration', 'integrations')}
            </span>
          </>
        )}
        onPick={(row) => void pick(row)}
        empty={emptySearchText(text, search)}
      />
      {onSearch && text.trim() !== '' ? (
        <p className={styles.whole}>
          <Button onPress={() => onSearch(text.trim())}>
            Everything that “{text.trim()}” finds
          </Button>
        </p>
      ) : null}
    </CommandDialog>
  );
}
