import type { ReactNode } from 'react';
import type { Output } from '../../shared/contract/contract.ts';
import type { HubSet } from '../../shared/insights/contract.ts';
import { GREEDY_GUARANTEE } from '../../shared/insights/hubs.ts';
import { count, counted } from '../product/words.ts';
import { AddButton, ProductChip, ProductChips } from './product-chip.tsx';
import { Answer, TabPage } from './tab-page.tsx';
import { useInsight } from './use-insight.ts';
import styles from './hubs-tab.module.css';

type Hubs = Output<'insights:hubs'>;

const percent = (share: number): string => `${Math.round(share * 100)}%`;

function Bar({ value, of }: { readonly value: number; readonly of: number }): ReactNode {
  return (
    <span className={styles.track} aria-hidden="true">
      <span style={{ width: percent(of === 0 ? 0 : value / of) }} />
    </span>
  );
}

function BestHubs({ hubs }: { readonly hubs: Hubs }): ReactNode {
  return (
    <section className={styles.card}>
      <h3>One product</h3>
      <p className={styles.text}>
        Exact: all {counted(hubs.candidates, 'product that helps', 'products that help')} were
        compared.
      </p>
      <ol className={styles.list}>
        {hubs.best.map(({ product, connects, members }) => (
          <li key={product.id}>
            <ProductChip product={product} />
            <Bar value={connects} of={hubs.open} />
            <span className={styles.number}>
              <strong>{counted(connects, 'pair', 'pairs')}</strong> · integrates with{' '}
              {members.length}
            </span>
            <AddButton product={product} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Together({
  found,
  open,
}: {
  readonly found: HubSet | null;
  readonly open: number;
}): ReactNode {
  if (!found) return null;
  const many = found.hubs.length === 2 ? 'two' : 'three';
  return (
    <section className={styles.card}>
      <h3>{many === 'two' ? 'Two products' : 'Three products'}</h3>
      <p className={styles.text}>
        {found.isExact
          ? `Exact: no ${many} products connect more.`
          : `The best ${many} found; there were too many to compare all of them.`}
      </p>
      <ul className={styles.list}>
        {found.hubs.map(({ product, connects }) => (
          <li key={product.id}>
            <ProductChip product={product} />
            <Bar value={connects} of={open} />
            <span className={styles.number}>{counted(connects, 'pair', 'pairs')} by itself</span>
            <AddButton product={product} />
          </li>
        ))}
      </ul>
      <p>
        Together they connect <strong>{counted(found.connects, 'pair', 'pairs')}</strong> of{' '}
        {count(open)}.
      </p>
    </section>
  );
}

function Steps({ hubs }: { readonly hubs: Hubs }): ReactNode {
  if (hubs.steps.length < 4) return null;
  return (
    <section className={styles.card}>
      <h3>More than three</h3>
      <p className={styles.text}>
        Each step adds the product that connects the most of what is still open. Such a choice
        always reaches at least {percent(GREEDY_GUARANTEE)} (1 − 1/e) of the best choice of as many
        products. “At most” is what no choice of as many can exceed here.
      </p>
      <table className={styles.steps}>
        <thead>
          <tr>
            <th scope="col">Step</th>
            <th scope="col">Product</th>
            <th scope="col">Adds</th>
            <th scope="col">Connected then</th>
            <th scope="col">At most</th>
            <th scope="col">
              <span className="visually-hidden">Add</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {hubs.steps.map(({ hub, adds, total, atMost }, at) => (
            <tr key={hub.product.id}>
              <td>{at + 1}</td>
              <td>
                <ProductChip product={hub.product} />
              </td>
              <td>{counted(adds, 'pair', 'pairs')}</td>
              <td>
                {count(total)} of {count(hubs.open)}
              </td>
              <td>{count(atMost)}</td>
              <td>
                <AddButton product={hub.product} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Found({ hubs }: { readonly hubs: Hubs }): ReactNode {
  const { open, pairs, hopeless, candidates } = hubs;
  const best = hubs.best[0];
  return (
    <>
      <p role="status" className={styles.sum}>
        {open === 0
          ? `All ${counted(pairs, 'pair', 'pairs')} of this stack are connected directly or through one product of it. There is nothing for a hub to do.`
          : `${counted(open, 'pair', 'pairs')} of ${count(pairs)} are not connected, neither directly nor through one product of the stack.${
              hopeless > 0 ? ` ${count(hopeless)} of them no hub of the catalogue connects.` : ''
            }`}
      </p>
      {open > 0 && candidates === 0 ? (
        <p>No product of the catalogue is documented to connect any of them.</p>
      ) : null}
      {best ? (
        <>
          <BestHubs hubs={hubs} />
          <Together found={hubs.pair} open={open} />
          <Together found={hubs.triple} open={open} />
          <Steps hubs={hubs} />
          <section className={styles.card}>
            <h3>{best.product.name} integrates with</h3>
            <ProductChips most={60} products={best.members.map((place) => hubs.products[place])} />
          </section>
        </>
      ) : null}
    </>
  );
}

/** Which products to add, so that most of what is not connected is. */
export function HubsTab(): ReactNode {
  const asked = useInsight('insights:hubs', {});
  return (
    <TabPage
      title="Hubs to add"
      text="A hub connects a pair if both are documented to integrate with it. Considered are products made to pass data on: customer data platforms, tag managers, warehouses, data integration and workflow automation. Whether a hub passes on what you need, its own documentation says."
    >
      <Answer asked={asked}>{(hubs) => <Found hubs={hubs} />}</Answer>
    </TabPage>
  );
}
