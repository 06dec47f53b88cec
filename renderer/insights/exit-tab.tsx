import type { ReactNode } from 'react';
import type { Output } from '../../shared/contract/contract.ts';
import type { ExitEffect } from '../../shared/insights/contract.ts';
import { roleOf } from '../../shared/insights/data-roles.ts';
import { listed } from '../../shared/insights/health-words.ts';
import { counted } from '../product/words.ts';
import { useApp } from '../state/app-state.ts';
import { ProductIcon } from '../ui/product-icon.tsx';
import { Select } from '../ui/select.tsx';
import { useInsights } from './insights-state.ts';
import { ProductChips } from './product-chip.tsx';
import { Answer, TabPage } from './tab-page.tsx';
import { useInsight } from './use-insight.ts';
import styles from './exit-tab.module.css';

type Exit = Output<'insights:exit'>;

const starvedCount = ({ starved }: ExitEffect): number =>
  starved.reduce((sum, { products }) => sum + products.length, 0);

function nothingDark(effect: ExitEffect): boolean {
  return starvedCount(effect) + effect.capabilities.length + effect.lostPairs === 0;
}

/** "3 left without data, 2 capabilities, 11 pairs" */
function sumOf(effect: ExitEffect): string {
  const parts = [
    starvedCount(effect) > 0 ? `${starvedCount(effect)} without data` : '',
    effect.capabilities.length > 0
      ? counted(effect.capabilities.length, 'capability', 'capabilities')
      : '',
    effect.lostPairs > 0 ? counted(effect.lostPairs, 'pair', 'pairs') : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'nothing goes dark' : parts.join(', ');
}

function Crossings({ effect, exit }: { readonly effect: ExitEffect; readonly exit: Exit }) {
  const { all, bridged, longer, bridges } = effect.crossings;
  if (all === 0) return null;
  const names = listed(bridges.map((place) => exit.products[place]?.name ?? ''));
  return (
    <section className={styles.section}>
      <h4>What could be bridged</h4>
      <p>
        {counted(all, 'pair', 'pairs')} of products {all === 1 ? 'is' : 'are'} connected over it and
        not directly. {bridged === 0 ? 'None' : bridged} of them {bridged === 1 ? 'is' : 'are'}{' '}
        connected just as well over another product of the stack
        {bridges.length > 0 ? ` (${names})` : ''}, {longer} over a longer way,{' '}
        {all - bridged - longer} no more.
      </p>
    </section>
  );
}

function Detail({ effect, exit }: { readonly effect: ExitEffect; readonly exit: Exit }): ReactNode {
  const names = useApp((state) => state.categories);
  const product = exit.products[effect.product];
  if (!product) return null;
  const { starved, capabilities, flows, lostPairs, pairs } = effect;
  return (
    <article className={styles.detail} aria-label={product.name}>
      <h3>
        If <bdi>{product.name}</bdi> vanished
      </h3>
      <p>
        {counted(flows, 'flow', 'flows')} of data that begin or end in it would stop.{' '}
        {nothingDark(effect)
          ? 'Whatever uses data would still get it, no capability would be lost, and what is connected would stay so.'
          : ''}
      </p>
      {starved.length > 0 ? (
        <section className={styles.section}>
          <h4>Left without data they use</h4>
          {starved.map(({ kind, products }) => (
            <div key={kind} className={styles.part}>
              <span>{roleOf[kind].label}</span>
              <ProductChips products={products.map((place) => exit.products[place])} most={8} />
            </div>
          ))}
        </section>
      ) : null}
      {capabilities.length > 0 ? (
        <section className={styles.section}>
          <h4>Capabilities that nothing else of the stack has</h4>
          <p>{capabilities.map((id) => names.get(id)?.name ?? id).join(', ')}</p>
        </section>
      ) : null}
      {lostPairs > 0 ? (
        <section className={styles.section}>
          <h4>Cut off</h4>
          <p>
            {counted(lostPairs, 'pair', 'pairs')} of other products would have no path left, of{' '}
            {pairs} that are connected now.
          </p>
        </section>
      ) : null}
      <Crossings effect={effect} exit={exit} />
    </article>
  );
}

function Drill({ exit }: { readonly exit: Exit }): ReactNode {
  const drilledId = useInsights((state) => state.drilledId);
  const { list, products } = exit;
  const shown = list.find(({ product }) => products[product]?.id === drilledId) ?? list[0];
  return (
    <div className={styles.columns}>
      <ol className={styles.list} aria-label="Products, the one that takes most with it first">
        {list.map((effect) => {
          const product = products[effect.product];
          if (!product) return null;
          return (
            <li key={product.id}>
              <button
                type="button"
                className={styles.entry}
                aria-current={effect === shown ? 'true' : undefined}
                onClick={() => useInsights.getState().drill(product.id)}
              >
                <ProductIcon {...product} size={26} />
                <span className={styles.words}>
                  <bdi>{product.name}</bdi>
                  <span>{sumOf(effect)}</span>
                </span>
              </button>
            </li>
          );
        })}
      </ol>
      {shown ? <Detail effect={shown} exit={exit} /> : null}
    </div>
  );
}

const SHOWN_PASSAGES = 6;

function Passages({ exit }: { readonly exit: Exit }): ReactNode {
  const { products, roots, root, reached, passages } = exit;
  const name = (place: number): string => products[place]?.name ?? '';
  if (root === null) {
    return (
      <section className={styles.passages} aria-label="From the system of record">
        <h3>From the system of record</h3>
        <p>
          This stack has no CRM, customer data platform, shop, ERP or warehouse that would be its
          system of record.
        </p>
      </section>
    );
  }
  const choices = roots.includes(root) ? roots : [root, ...roots];
  return (
    <section className={styles.passages} aria-label="From the system of record">
      <header>
        <h3>From the system of record</h3>
        <Select
          label="System of record"
          value={products[root]?.id ?? ''}
          options={choices.map((place) => ({ id: products[place]!.id, label: name(place) }))}
          onChange={(id) => useInsights.getState().setRoot(id)}
        />
      </header>
      <p>
        Data from {name(root)} is documented to reach {counted(reached, 'product', 'products')},
        directly or over others.{' '}
        {reached === 0
          ? 'No stated direction leads out of it.'
          : passages.length === 0
            ? 'None of them hangs on one product in between.'
            : ''}
      </p>
      {passages.length > 0 ? (
        <ul className={styles.sentences}>
          {passages.slice(0, SHOWN_PASSAGES).map(({ over, behind }) => (
            <li key={over}>
              Everything that <strong>{listed(behind.map(name), 6)}</strong>{' '}
              {behind.length === 1 ? 'gets' : 'get'} from {name(root)} passes{' '}
              <strong>{name(over)}</strong>.
            </li>
          ))}
          {passages.length > SHOWN_PASSAGES ? (
            <li>
              And {passages.length - SHOWN_PASSAGES} more products are passed by what lies behind
              them.
            </li>
          ) : null}
        </ul>
      ) : null}
    </section>
  );
}

/** What goes dark with each product of the stack. */
export function ExitTab(): ReactNode {
  const rootId = useInsights((state) => state.rootId);
  const asked = useInsight('insights:exit', rootId === null ? {} : { rootId });
  return (
    <TabPage
      title="Exit drill"
      text="If a vendor vanished, what would go dark? Ranked by products left without data they use, then by capabilities that nothing else has, then by pairs with no path left. It rests on documented directions and on inferred kinds of data; a way that nobody documents may still be there."
    >
      <Answer asked={asked}>
        {(exit) => (
          <>
            <Passages exit={exit} />
            <Drill exit={exit} />
          </>
        )}
      </Answer>
    </TabPage>
  );
}
