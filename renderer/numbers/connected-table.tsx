import { useState, type ReactNode } from 'react';
import type { Output } from '../../shared/contract/contract.ts';
import { count } from '../product/words.ts';
import { useApp } from '../state/app-state.ts';
import { useView } from '../state/view.ts';
import { Button } from '../ui/button.tsx';
import { ProductIcon } from '../ui/product-icon.tsx';
import table from '../library/table.module.css';
import styles from './numbers.module.css';

type Connected = Output<'landscape:numbers'>['connected'];

const SHOWN = 15;

/** The products that work with most others. */
export function ConnectedTable({ connected }: { readonly connected: Connected }): ReactNode {
  const [all, setAll] = useState(false);
  const categories = useApp((state) => state.categories);
  const most = connected[0]?.product.integrations ?? 1;
  return (
    <section className={styles.section} aria-labelledby="connected">
      <h2 id="connected">Most connected products</h2>
      <p className={styles.note}>
        By how many others each is known to integrate with. Platforms that publish long lists of
        connectors come first; a short row may only mean that nobody wrote a list.
      </p>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">Product</th>
            <th scope="col">Category</th>
            <th scope="col" className={table.number}>
              Works with
            </th>
            <th scope="col" className={table.number}>
              Sends to
            </th>
            <th scope="col" className={table.number}>
              Gets from
            </th>
            <th scope="col" className={table.number}>
              Direction unknown
            </th>
          </tr>
        </thead>
        <tbody>
          {(all ? connected : connected.slice(0, SHOWN)).map(
            ({ product, sends, gets, unknown }) => (
              <tr key={product.id}>
                <td>
                  <button
                    type="button"
                    className={styles.product}
                    onClick={() => useView.getState().openProduct(product.id)}
                  >
                    <ProductIcon {...product} size={22} />
                    <bdi>{product.name}</bdi>
                  </button>
                </td>
                <td>{categories.get(product.categoryId)?.name}</td>
                <td className={table.number}>
                  <span
                    className={styles.bar}
                    style={{ width: `${(product.integrations / most) * 90}px` }}
                    aria-hidden="true"
                  />
                  {count(product.integrations)}
                </td>
                <td className={table.number}>{count(sends)}</td>
                <td className={table.number}>{count(gets)}</td>
                <td className={table.number}>{count(unknown)}</td>
              </tr>
            ),
          )}
        </tbody>
      </table>
      {connected.length > SHOWN ? (
        <Button onPress={() => setAll(!all)}>
          {all ? `Only the first ${SHOWN}` : `Show ${connected.length}`}
        </Button>
      ) : null}
    </section>
  );
}
