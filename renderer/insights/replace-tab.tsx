import { type ReactNode } from 'react';
import type { Output } from '../../shared/contract/contract.ts';
import type { InsightProduct, Replaceable } from '../../shared/insights/contract.ts';
import { bands, indexFormula, type BandId } from '../../shared/insights/replaceability.ts';
import { counted } from '../product/words.ts';
import { useCategoryName } from '../state/app-state.ts';
import { ProductIcon } from '../ui/product-icon.tsx';
import { Button } from '../ui/button.tsx';
import { useStacks } from '../state/stacks.ts';
import { openSwap } from '../versions/swap-state.ts';
import { useInsights } from './insights-state.ts';
import { AddButton, ProductChip, ProductChips } from './product-chip.tsx';
import { Answer, TabPage } from './tab-page.tsx';
import { useInsight } from './use-insight.ts';
import styles from './replace-tab.module.css';

type Replacing = Output<'insights:replaceability'>;
type Products = readonly InsightProduct[];

const bandLabels = new Map<BandId, string>(bands.map(({ id, label }) => [id, label]));

function Entry({
  each,
  product,
  isShown,
}: {
  readonly each: Replaceable;
  readonly product: InsightProduct;
  readonly isShown: boolean;
}): ReactNode {
  return (
    <li>
      <button
        type="button"
        className={styles.entry}
        aria-current={isShown ? 'true' : undefined}
        onClick={() => useInsights.getState().showReplaced(product.id)}
      >
        <ProductIcon {...product} size={26} />
        <span className={styles.entryWords}>
          <bdi>{product.name}</bdi>
          <span>{bandLabels.get(each.band)}</span>
        </span>
        <span className={`${styles.index} ${styles[each.band]}`}>{each.index}</span>
      </button>
    </li>
  );
}

function Part({
  label,
  places,
  products,
}: {
  readonly label: string;
  readonly places: readonly number[];
  readonly products: Products;
}): ReactNode {
  if (places.length === 0) return null;
  return (
    <div className={styles.part}>
      <span>
        {label} {places.length}
      </span>
      <ProductChips products={places.map((place) => products[place])} most={8} />
    </div>
  );
}

function Rival({
  rival,
  products,
}: {
  readonly rival: Replaceable['rivals'][number];
  readonly products: Products;
}): ReactNode {
  const { product, kept, lost, gained, bridgeable, isInStack } = rival;
  return (
    <li className={styles.rival}>
      <header>
        <ProductChip product={product} />
        <span className={styles.sum}>
          keeps {kept.length} of {kept.length + lost.length}
          {gained.length > 0 ? `, adds ${gained.length}` : ''}
          {isInStack ? ' · on the stack already' : ''}
        </span>
        {isInStack ? null : <AddButton product={product} />}
      </header>
      <Part label="Kept" places={kept} products={products} />
      <Part label="Lost" places={lost} products={products} />
      {bridgeable.length > 0 ? (
        <p className={styles.bridged}>
          {bridgeable.length === lost.length ? 'All' : bridgeable.length} of the lost could still go
          through one product of the stack:{' '}
          {bridgeable.map((place) => products[place]?.name).join(', ')}.
        </p>
      ) : null}
      <Part label="Gained" places={gained} products={products} />
    </li>
  );
}

function ExitDrill({
  each,
  name,
  products,
}: {
  readonly each: Replaceable;
  readonly name: string;
  readonly products: Products;
}): ReactNode {
  const { lostPairs, pairs, pieces, stranded, connections } = each;
  return (
    <section className={styles.section}>
      <h4>If {name} vanished</h4>
      {connections.length === 0 ? (
        <p>No documented connection would go with it.</p>
      ) : lostPairs === 0 && stranded.length === 0 ? (
        <p>
          {counted(connections.length, 'connection goes', 'connections go')} with it, but everything
          that is connected now still has another way. It is no single point of failure.
        </p>
      ) : (
        <>
          {lostPairs > 0 ? (
            <p>
              {counted(lostPairs, 'pair', 'pairs')} of other products{' '}
              {lostPairs === 1 ? 'loses its' : 'lose their'} only path, of {pairs} that are
              connected now.
              {pieces.length > 1
                ? ` Its part of the stack falls into ${pieces.length} pieces: what it holds together is a single point of failure.`
                : ''}
            </p>
          ) : null}
          <Part label="Left with no connection" places={stranded} products={products} />
        </>
      )}
    </section>
  );
}

/** Opens the swap for the card of a product. */
function swapProduct(productId: string): void {
  const nodes = Object.values(useStacks.getState().current?.stack.nodes ?? {});
  const node = nodes.find((each) => each.productId === productId);
  if (node) openSwap(node.id);
}

function Detail({
  each,
  products,
}: {
  readonly each: Replaceable;
  readonly products: Products;
}): ReactNode {
  const product = products[each.product];
  const category = useCategoryName(product?.categoryId ?? '');
  if (!product) return null;
  return (
    <article className={styles.detail} aria-label={product.name}>
      <header className={styles.detailHead}>
        <span className={`${styles.big} ${styles[each.band]}`}>{each.index}</span>
        <div>
          <h3>
            <bdi>{product.name}</bdi>
          </h3>
          <p>
            {bandLabels.get(each.band)} ·{' '}
            {counted(each.connections.length, 'connection', 'connections')} within the stack ·{' '}
            {category}
          </p>
        </div>
        <Button onPress={() => swapProduct(product.id)}>Swap…</Button>
      </header>
      <ExitDrill each={each} name={product.name} products={products} />
      <section className={styles.section}>
        <h4>Alternatives that keep the most</h4>
        <p className={styles.muted}>
          {each.candidates === 0
            ? 'The catalogue has no other product of this category.'
            : `The best of ${counted(each.candidates, 'product', 'products')} with the same main category.`}
        </p>
        <ul className={styles.rivals}>
          {each.rivals.map((rival) => (
            <Rival key={rival.product.id} rival={rival} products={products} />
          ))}
        </ul>
      </section>
    </article>
  );
}

function WeakPoints({ value }: { readonly value: Replacing }): ReactNode {
  const { list, products, bridges } = value;
  const cuts = list.filter(({ pieces }) => pieces.length > 1);
  const name = (place: number): string => products[place]?.name ?? '';
  return (
    <section className={styles.weak} aria-label="Single points of failure">
      <h3>Single points of failure</h3>
      {cuts.length === 0 && bridges.length === 0 ? (
        <p>None: whatever one product or connection goes, what is connected stays connected.</p>
      ) : (
        <>
          {cuts.length > 0 ? (
            <>
              <p>Products without which the rest falls apart:</p>
              <ProductChips products={cuts.map(({ product }) => products[product])} />
            </>
          ) : null}
          {bridges.length > 0 ? (
            <p>
              Connections that have no substitute:{' '}
              {bridges
                .slice(0, 8)
                .map(({ a, b }) => `${name(a)} – ${name(b)}`)
                .join('; ')}
              {bridges.length > 8 ? ` and ${bridges.length - 8} more` : ''}.
            </p>
          ) : null}
        </>
      )}
    </section>
  );
}

function Replaceables({ value }: { readonly value: Replacing }): ReactNode {
  const replacedId = useInsights((state) => state.replacedId);
  const { list, products } = value;
  const shown = list.find(({ product }) => products[product]?.id === replacedId) ?? list[0];
  return (
    <>
      <WeakPoints value={value} />
      <div className={styles.columns}>
        <ol className={styles.list} aria-label="Products, hardest to replace first">
          {list.map((each) => {
            const product = products[each.product];
            return product ? (
              <Entry key={product.id} each={each} product={product} isShown={each === shown} />
            ) : null;
          })}
        </ol>
        {shown ? <Detail each={shown} products={products} /> : null}
      </div>
    </>
  );
}

/** How hard each product is to replace, by what, and what would go dark with it. */
export function ReplaceTab(): ReactNode {
  const asked = useInsight('insights:replaceability', {});
  return (
    <TabPage
      title="Replaceability"
      text={
        <>
          From “swap at will” (0) to “load-bearing” (100), by documented and drawn connections only.
          A connection that no source documents is counted as lost, though it may exist.{' '}
          <details>
            <summary>How the index is computed</summary>
            {indexFormula} Up to 14: swap at will; up to 34: some rework; up to 59: plan with care.
          </details>
        </>
      }
    >
      <Answer asked={asked}>{(value) => <Replaceables value={value} />}</Answer>
    </TabPage>
  );
}
