import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Output } from '../../shared/contract/contract.ts';
import type { InsightProduct, MatrixPair } from '../../shared/insights/contract.ts';
import { IconButton } from '../ui/button.tsx';
import { AddButton, ProductChip } from './product-chip.tsx';
import { useInsights } from './insights-state.ts';
import { Button } from '../ui/button.tsx';
import styles from './pair-panel.module.css';

interface PairPanelProps {
  readonly matrix: Output<'insights:matrix'>;
  readonly pair: MatrixPair | undefined;
  readonly ends: readonly [InsightProduct, InsightProduct];
  readonly onClose: () => void;
}

/** What is known of two products that nothing connects directly. */
export function PairPanel({ matrix, pair, ends, onClose }: PairPanelProps): ReactNode {
  const [from, to] = ends;
  const via = (pair?.via ?? []).flatMap((place) => matrix.products[place] ?? []);
  const hubs = (pair?.hubs ?? []).flatMap((place) => matrix.hubs[place] ?? []);
  const findPath = (): void => {
    const { askPath, show } = useInsights.getState();
    askPath({ from: from.id, to: to.id });
    show('paths');
  };
  return (
    <section className={styles.panel} aria-label={`${from.name} and ${to.name}`}>
      <header className={styles.head}>
        <h2>No direct integration documented</h2>
        <IconButton label="Close" shortcut="Esc" onPress={onClose}>
          <X />
        </IconButton>
      </header>
      <div className={styles.body}>
        <div className={styles.ends}>
          <ProductChip product={from} />
          <ProductChip product={to} />
        </div>
        {via.length > 0 ? (
          <section>
            <h3>Through the stack</h3>
            <p>Both are connected to:</p>
            <ul className={styles.list}>
              {via.map((product) => (
                <li key={product.id}>
                  <ProductChip product={product} />
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        {hubs.length > 0 ? (
          <section>
            <h3>Through a hub to add</h3>
            <p>Both are documented to integrate with:</p>
            <ul className={styles.list}>
              {hubs.map((product) => (
                <li key={product.id}>
                  <ProductChip product={product} />
                  <AddButton product={product} />
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        {via.length === 0 && hubs.length === 0 ? (
          <p>
            Neither a product of this stack nor a single hub of the catalogue is documented to
            integrate with both. A longer way may exist.
          </p>
        ) : null}
        <Button onPress={findPath}>Find the shortest way</Button>
        <p className={styles.note}>
          That no integration is documented is no proof that there is none. That both integrate with
          a third product does not say that it passes on what you need; its own documentation does.
        </p>
      </div>
    </section>
  );
}
