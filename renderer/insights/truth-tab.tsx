import { RefreshCw, TriangleAlert, Unplug } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Output } from '../../shared/contract/contract.ts';
import { inferenceRules } from '../../shared/insights/data-flows.ts';
import { roleOf } from '../../shared/insights/data-roles.ts';
import { listed } from '../../shared/insights/health-words.ts';
import { counted } from '../product/words.ts';
import { PersonalData } from './personal-data.tsx';
import { ProductChips } from './product-chip.tsx';
import { Answer, TabPage } from './tab-page.tsx';
import { useInsight } from './use-insight.ts';
import styles from './truth-tab.module.css';

type Truth = Output<'insights:truth'>;
type Kind = Truth['kinds'][number];

interface KindProps {
  readonly kind: Kind;
  readonly products: Truth['products'];
}

function Row({
  label,
  places,
  products,
  empty,
}: {
  readonly label: string;
  readonly places: readonly number[];
  readonly products: Truth['products'];
  readonly empty: string;
}): ReactNode {
  return (
    <div className={styles.row}>
      <dt>{label}</dt>
      <dd>
        {places.length > 0 ? (
          <ProductChips products={places.map((place) => products[place])} most={10} />
        ) : (
          <span className={styles.muted}>{empty}</span>
        )}
      </dd>
    </div>
  );
}

function Problems({ kind, products }: KindProps): ReactNode {
  const names = (places: readonly number[], most = 5): string =>
    listed(
      places.map((place) => products[place]?.name ?? ''),
      most,
    );
  const { masters, conflicts, loops, orphans, unfed } = kind;
  const problems: { readonly icon: ReactNode; readonly text: string }[] = [];
  if (masters.length > 1) {
    problems.push({
      icon: <TriangleAlert />,
      text: `${names(masters)} could each be the source of truth; decide which one is.`,
    });
  }
  for (const { at, writers } of conflicts) {
    problems.push({
      icon: <TriangleAlert />,
      text: `${products[at]?.name ?? ''} gets it from ${names(writers)}: when they disagree, one has to win.`,
    });
  }
  for (const loop of loops) {
    problems.push({
      icon: <RefreshCw />,
      text: `It can go round in a circle: ${names(loop, 8)}. ${
        roleOf[kind.kind].canContradict
          ? 'A change may come back and overwrite itself.'
          : 'The same may come back and count twice.'
      }`,
    });
  }
  if (orphans.length > 0) {
    problems.push({
      icon: <Unplug />,
      text: `From ${names(orphans)} it is not documented to go anywhere.`,
    });
  }
  if (unfed.length > 0) {
    problems.push({
      icon: <Unplug />,
      text: `${names(unfed)} would use it and ${unfed.length === 1 ? 'is' : 'are'} not documented to get it.`,
    });
  }
  if (problems.length === 0) return null;
  return (
    <ul className={styles.problems}>
      {problems.map(({ icon, text }) => (
        <li key={text}>
          {icon}
          {text}
        </li>
      ))}
    </ul>
  );
}

function Flows({ kind, products }: KindProps): ReactNode {
  const { flows } = kind;
  const stated = flows.filter(({ isStated }) => isStated).length;
  if (flows.length === 0) return null;
  return (
    <details className={styles.flows}>
      <summary>
        {counted(flows.length, 'flow', 'flows')}: {stated} stated by you, {flows.length - stated}{' '}
        inferred
      </summary>
      <ul>
        {flows.map(({ from, to, isStated }) => (
          <li key={`${from} ${to}`}>
            {products[from]?.name} → {products[to]?.name}
            {isStated ? ' (stated)' : ''}
          </li>
        ))}
      </ul>
    </details>
  );
}

function KindCard({ kind, products }: KindProps): ReactNode {
  const { label, why } = roleOf[kind.kind];
  const isQuiet = kind.writers.length + kind.readers.length + kind.masters.length === 0;
  const [master] = kind.masters;
  return (
    <section className={styles.card} aria-label={label}>
      <header>
        <h3>{label}</h3>
        <p>
          {kind.masters.length === 1
            ? `Source of truth: ${products[master!]?.name ?? ''}`
            : kind.masters.length === 0
              ? 'No source of truth in this stack'
              : `${kind.masters.length} could be the source of truth`}
        </p>
      </header>
      {isQuiet ? (
        <>
          <p className={styles.muted}>Nothing in this stack records it or gets it. {why}</p>
          <Problems kind={kind} products={products} />
        </>
      ) : (
        <>
          <dl>
            <Row
              label="Written by"
              places={kind.writers}
              products={products}
              empty="no product of this stack"
            />
            <Row
              label="Read by"
              places={kind.readers}
              products={products}
              empty="nothing that is documented"
            />
          </dl>
          <Problems kind={kind} products={products} />
          <Flows kind={kind} products={products} />
        </>
      )}
    </section>
  );
}

/** Who writes and who reads each kind of data, and where personal data are. */
export function TruthTab(): ReactNode {
  const asked = useInsight('insights:truth', {});
  return (
    <TabPage
      title="Source of truth"
      text={
        <>
          Who writes and who reads each kind of data. What you said of your own connections counts
          as stated; everything else is inferred from categories and kinds of integrations, and says
          what could flow, not what does. What is not documented may flow all the same.{' '}
          <details>
            <summary>How it is inferred</summary>
            <ul className={styles.rules}>
              {inferenceRules.map(({ rule }) => (
                <li key={rule}>{rule}</li>
              ))}
              <li>
                Writers are products whose main category records the kind; sources of truth are
                those of the categories made to keep it.
              </li>
            </ul>
          </details>
        </>
      }
    >
      <Answer asked={asked}>
        {({ kinds, products, holders }) => (
          <>
            <div className={styles.kinds}>
              {kinds.map((kind) => (
                <KindCard key={kind.kind} kind={kind} products={products} />
              ))}
            </div>
            <PersonalData holders={holders} products={products} />
          </>
        )}
      </Answer>
    </TabPage>
  );
}
