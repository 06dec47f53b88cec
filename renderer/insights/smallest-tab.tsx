import { useState, type ReactNode } from 'react';
import type { Output } from '../../shared/contract/contract.ts';
import { listed } from '../../shared/insights/health-words.ts';
import type { Objective } from '../../shared/insights/smallest-stack.ts';
import { counted } from '../product/words.ts';
import { useApp } from '../state/app-state.ts';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import { CostTable } from './cost-table.tsx';
import { useInsights } from './insights-state.ts';
import { NeedsDialog } from './needs-dialog.tsx';
import { ProductChip, ProductChips } from './product-chip.tsx';
import { showOnCanvas } from './show-in.ts';
import { Answer, TabPage } from './tab-page.tsx';
import { useInsight } from './use-insight.ts';
import styles from './smallest-tab.module.css';

type Smallest = Output<'insights:smallest'>;

const objectiveWords: readonly { readonly id: Objective; readonly label: string }[] = [
  { id: 'count', label: 'Fewest products' },
  { id: 'cost', label: 'Lowest yearly cost' },
];

const amount = (value: number): string =>
  value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 2 : 0 });

/** "Exact: …", or how far off the choice can be. */
function howSure({ isExact, factor, atLeast, kept }: Smallest, objective: Objective): string {
  if (isExact) {
    return objective === 'count'
      ? 'Exact: no choice of fewer products covers them.'
      : 'Exact: no cheaper choice covers them.';
  }
  const least = objective === 'count' ? Math.ceil(atLeast - 1e-6) : amount(atLeast);
  const bound = `A greedy choice, which is at most ${factor.toFixed(2)} times the best one (1 + ln n)`;
  return objective === 'count'
    ? `${bound}; no choice has fewer than ${least} of its ${kept.length} products.`
    : `${bound}; no choice costs less than ${least}.`;
}

function Summary({
  found,
  objective,
}: {
  readonly found: Smallest;
  readonly objective: Objective;
}) {
  const { kept, products, required, missing, costs, assumedCost } = found;
  const names = useApp((state) => state.categories);
  const entered = costs.filter((cost) => cost !== null).length;
  const covered = required.length - missing.length;
  const sum = (places: Iterable<number>): number =>
    [...places].reduce((total, place) => total + (costs[place] ?? assumedCost ?? 0), 0);
  return (
    <div className={styles.summary} role="status">
      <p className={styles.lead}>
        <strong>
          {kept.length} of {counted(products.length, 'product', 'products')}
        </strong>{' '}
        cover {covered === required.length ? 'all ' : ''}
        {counted(covered, 'required category', 'required categories')}
        {objective === 'cost' && entered > 0
          ? `, for ${amount(sum(kept))} instead of ${amount(sum(products.keys()))} a year`
          : ''}
        .
      </p>
      <p>{howSure(found, objective)}</p>
      {objective === 'cost' && entered === 0 ? (
        <p>No costs are entered yet, so every product counts the same. Enter them below.</p>
      ) : null}
      {assumedCost !== null ? (
        <p>
          {counted(products.length - entered, 'product has', 'products have')} no cost entered and{' '}
          {products.length - entered === 1 ? 'is' : 'are'} taken to cost the average of the others,{' '}
          {amount(assumedCost)}.
        </p>
      ) : null}
      {missing.length > 0 ? (
        <p>
          No product of this stack has{' '}
          {listed(
            missing.map((id) => names.get(id)?.name ?? id),
            6,
          )}
          .
        </p>
      ) : null}
    </div>
  );
}

function Together({ found }: { readonly found: Smallest }): ReactNode {
  const rows = [
    ['Categories covered', found.categories],
    ['Connections', found.connections],
    ['Connected pairs', found.pairs],
  ] as const;
  return (
    <table className={styles.together}>
      <thead>
        <tr>
          <th scope="col">All cuts together</th>
          <th scope="col">Now</th>
          <th scope="col">Then</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([label, [before, after]]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{before}</td>
            <td>{after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cuts({ found }: { readonly found: Smallest }): ReactNode {
  const names = useApp((state) => state.categories);
  const { cuts, products } = found;
  if (cuts.length === 0) return <p>Every product is needed for what is required.</p>;
  return (
    <ul className={styles.cuts}>
      {cuts.map(({ product: place, loses, connections, stranded }) => {
        const product = products[place];
        if (!product) return null;
        const parts = [
          loses.length > 0
            ? `loses ${listed(
                loses.map((id) => names.get(id)?.name ?? id),
                4,
              )}`
            : 'loses no category',
          connections.length > 0
            ? `${counted(connections.length, 'connection goes', 'connections go')}`
            : 'no documented connection goes',
          stranded.length > 0
            ? `leaves ${listed(stranded.map((other) => products[other]?.name ?? ''))} with none`
            : '',
        ].filter((part) => part !== '');
        return (
          <li key={product.id}>
            <ProductChip product={product} />
            <span>{parts.join('; ')}</span>
          </li>
        );
      })}
    </ul>
  );
}

function Overlaps({ found }: { readonly found: Smallest }): ReactNode {
  const names = useApp((state) => state.categories);
  const { overlaps, products } = found;
  if (overlaps.length === 0) return <p>No two products share a category.</p>;
  return (
    <ul className={styles.cuts}>
      {overlaps.map(({ a, b, categories }) => (
        <li key={`${a} ${b}`}>
          <ProductChips products={[products[a], products[b]]} />
          <span>
            share{' '}
            {listed(
              categories.map((id) => names.get(id)?.name ?? id),
              4,
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Found({ found, objective }: { readonly found: Smallest; readonly objective: Objective }) {
  const { kept, products, cuts } = found;
  const idsOf = (places: readonly number[]): string[] =>
    places.flatMap((place) => products[place]?.id ?? []);
  return (
    <>
      <Summary found={found} objective={objective} />
      <div className={styles.columns}>
        <section className={styles.card} aria-label="Enough">
          <h3>Enough</h3>
          <ProductChips products={kept.map((place) => products[place])} most={200} />
          <div>
            <Button onPress={() => showOnCanvas(idsOf(kept))}>Select on the canvas</Button>
          </div>
        </section>
        <section className={styles.card} aria-label="Could go">
          <h3>Could go, and what each cut costs</h3>
          <Cuts found={found} />
          {cuts.length > 0 ? (
            <div>
              <Button onPress={() => showOnCanvas(idsOf(cuts.map(({ product }) => product)))}>
                Select on the canvas
              </Button>
            </div>
          ) : null}
        </section>
      </div>
      {cuts.length > 0 ? <Together found={found} /> : null}
      <section className={styles.card} aria-label="Overlaps">
        <h3>Who overlaps whom</h3>
        <Overlaps found={found} />
      </section>
      <CostTable products={products} costs={found.costs} />
    </>
  );
}

/** What of the stack would do, and what the rest would cost to lose. */
export function SmallestTab(): ReactNode {
  const { objective, setObjective } = useInsights();
  const asked = useInsight('insights:smallest', { objective });
  const [isChoosing, setChoosing] = useState(false);
  return (
    <TabPage
      title="Smallest sufficient stack"
      text="The fewest or cheapest products of this stack that cover the categories it needs. A product covers all categories the catalogue gives it, also those it has besides its purpose; whether it does them well enough, this cannot know."
      actions={
        <>
          <Select
            label="What to keep small"
            value={objective}
            options={objectiveWords}
            onChange={(id) => setObjective(id as Objective)}
          />
          <Button isDisabled={!asked.value} onPress={() => setChoosing(true)}>
            {asked.value?.required.length ?? ''} required…
          </Button>
        </>
      }
    >
      <Answer asked={asked}>
        {(found) => (
          <>
            <Found found={found} objective={objective} />
            {isChoosing ? (
              <NeedsDialog
                required={found.required}
                isChosen={found.isChosen}
                onClose={() => setChoosing(false)}
              />
            ) : null}
          </>
        )}
      </Answer>
    </TabPage>
  );
}
