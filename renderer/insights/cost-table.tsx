import { useState, type ReactNode } from 'react';
import type { InsightProduct } from '../../shared/insights/contract.ts';
import { useStacks } from '../state/stacks.ts';
import { ProductChip } from './product-chip.tsx';
import styles from './smallest-tab.module.css';

/** Keeps the cost with the product on the stack; undo takes it back there. */
function setCost(productId: string, yearlyCost: number | null): void {
  const { current, apply } = useStacks.getState();
  const nodeIds = Object.values(current?.stack.nodes ?? {})
    .filter((node) => node.productId === productId)
    .map(({ id }) => id);
  if (nodeIds.length > 0) void apply({ type: 'edit-nodes', nodeIds, change: { yearlyCost } });
}

const LARGEST = 1e12;

function CostField({
  product,
  cost,
}: {
  readonly product: InsightProduct;
  readonly cost: number | null;
}): ReactNode {
  const [text, setText] = useState<string | null>(null);
  const number = Number((text ?? '').replace(/[\s']/g, '').replace(',', '.'));
  const isWrong = text !== null && (Number.isNaN(number) || number < 0 || number > LARGEST);
  const commit = (): void => {
    if (text === null || isWrong) return;
    const next = text.trim() === '' ? null : number;
    if (next !== cost) setCost(product.id, next);
    setText(null);
  };
  return (
    <>
      <input
        aria-label={`Yearly cost of ${product.name}`}
        inputMode="decimal"
        placeholder="not entered"
        value={text ?? cost ?? ''}
        aria-invalid={isWrong}
        onChange={(event) => setText(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
          if (event.key === 'Escape') setText(null);
        }}
      />
      {isWrong ? <span role="alert">Enter an amount from 0 on.</span> : null}
    </>
  );
}

/** What each product costs a year, in whatever currency the person counts. */
export function CostTable({
  products,
  costs,
}: {
  readonly products: readonly InsightProduct[];
  readonly costs: readonly (number | null)[];
}): ReactNode {
  return (
    <details className={styles.card}>
      <summary>
        Yearly costs ({costs.filter((cost) => cost !== null).length} of {products.length} entered)
      </summary>
      <ul className={styles.costs}>
        {products.map((product, place) => (
          <li key={product.id}>
            <ProductChip product={product} />
            <CostField product={product} cost={costs[place] ?? null} />
          </li>
        ))}
      </ul>
    </details>
  );
}
