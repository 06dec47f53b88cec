import { useState, type ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { ProductRow } from '../../shared/domain/product.ts';
import type { Finding } from '../../shared/finder/combine.ts';
import { useCategoryName } from '../state/app-state.ts';
import { Combobox } from '../stack/combobox.tsx';
import styles from '../stack/quick-add.module.css';
import { useProductSearch } from '../stack/search-products.ts';
import { ProductIcon } from '../ui/product-icon.tsx';
import { useFinder } from './finder-state.ts';

function Choice({ row }: { readonly row: ProductRow }): ReactNode {
  const category = useCategoryName(row.categoryId);
  return (
    <>
      <ProductIcon {...row} size={26} />
      <bdi className={styles.name}>{row.name}</bdi>
      <span className={styles.category}>{category}</span>
    </>
  );
}

interface ProductChoiceProps {
  readonly finding: Finding;
  readonly onClose: () => void;
}

/** Says by hand which product a host or name is: one of the likely ones, or any other. */
export function ProductChoice({ finding, onClose }: ProductChoiceProps): ReactNode {
  const [text, setText] = useState('');
  const search = useProductSearch(text);
  const products = useFinder((state) => state.products);
  const likely = [finding.product, ...finding.alternatives].flatMap(
    (id) => (id === null ? undefined : products.get(id)) ?? [],
  );
  const isTyped = text.trim() !== '';
  const pick = async (picked: ProductRow | undefined): Promise<void> => {
    const row = !isTyped || search.isCurrent ? picked : await search.first();
    if (!row) return;
    useFinder.getState().choose(finding.key, row);
    onClose();
  };
  return (
    <ModalOverlay
      className={styles.overlay ?? ''}
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Modal className={styles.modal ?? ''}>
        <AriaDialog className={styles.dialog ?? ''}>
          <Heading slot="title" className={styles.title ?? ''}>
            <bdi>{finding.value.slice(0, 80)}</bdi> is…
          </Heading>
          <Combobox
            label="The product that it is"
            placeholder="Find the product"
            text={text}
            onText={setText}
            items={isTyped ? search.rows : likely}
            keyOf={(row) => row.id}
            render={(row) => <Choice row={row} />}
            onPick={(row) => void pick(row)}
            empty={
              !isTyped
                ? 'Name, former name, domain or category; typing errors are forgiven.'
                : search.isCurrent
                  ? 'No product has this name.'
                  : 'Searching…'
            }
          />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
