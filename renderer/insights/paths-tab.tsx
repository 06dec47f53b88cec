import { ArrowRightLeft, Search } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { Output } from '../../shared/contract/contract.ts';
import { listed } from '../../shared/insights/health-words.ts';
import { kindLabels } from '../../shared/diagram/theme.ts';
import { ProductPicker } from '../graph/product-picker.tsx';
import { counted } from '../product/words.ts';
import { useProductRows } from '../stack/product-rows.ts';
import { useStacks } from '../state/stacks.ts';
import { IconButton } from '../ui/button.tsx';
import { CheckBox } from '../ui/check-box.tsx';
import { Select } from '../ui/select.tsx';
import { useInsights } from './insights-state.ts';
import { AddButton, ProductChip } from './product-chip.tsx';
import { Answer, TabPage } from './tab-page.tsx';
import { useInsight } from './use-insight.ts';
import styles from './paths-tab.module.css';

type Paths = Output<'insights:paths'>;
type Path = Paths['paths'][number];
type End = 'from' | 'to';

const arrows = { forward: '→', back: '←', both: '↔', none: '–' } as const;
const directionWords = {
  forward: 'data flows this way',
  back: 'data flows the other way',
  both: 'data flows both ways',
  none: 'direction not stated',
} as const;

function Hop({ hop }: { readonly hop: Path['hops'][number] }): ReactNode {
  const kinds = hop.kinds.map((kind) => kindLabels[kind]);
  if (hop.isDrawn) kinds.push('Your connection');
  return (
    <span className={styles.hop} title={directionWords[hop.direction]}>
      <span aria-hidden="true">{arrows[hop.direction]}</span>
      <span className="visually-hidden">{directionWords[hop.direction]}, </span>
      <span className={styles.kinds}>
        {kinds.slice(0, 2).join(', ')}
        {kinds.length > 2 ? ` +${kinds.length - 2}` : ''}
      </span>
    </span>
  );
}

function PathItem({ path }: { readonly path: Path }): ReactNode {
  const between = path.products.slice(1, -1).filter(({ isInStack }) => !isInStack);
  return (
    <li className={styles.path}>
      <ol className={styles.way}>
        {path.products.map((product, at) => {
          const hop = path.hops[at - 1];
          return (
            <li key={product.id}>
              {hop ? <Hop hop={hop} /> : null}
              <span className={product.isInStack ? '' : styles.extra}>
                <ProductChip product={product} />
              </span>
            </li>
          );
        })}
      </ol>
      {between.map((product) => (
        <AddButton key={product.id} product={product} />
      ))}
    </li>
  );
}

function PathItems({ paths }: Pick<Paths, 'paths'>): ReactNode {
  return (
    <ol className={styles.paths}>
      {paths.map((path) => (
        <PathItem key={path.products.map(({ id }) => id).join(' ')} path={path} />
      ))}
    </ol>
  );
}

/** What speaks for a way that is not among the best ones. */
function otherWords({ reason, without }: Paths['others'][number]): string {
  return reason === 'fewer-steps'
    ? 'In fewer steps'
    : `Without ${listed(without.map(({ name }) => name))}`;
}

function Found({ found }: { readonly found: Paths }): ReactNode {
  const isDirected = useInsights((state) => state.isDirected);
  if (found.paths.length === 0) {
    return (
      <p role="status">
        No way between the two is documented
        {isDirected ? ' in this direction. Try it without the direction' : ''}. That is no proof
        that there is none.
      </p>
    );
  }
  const { extra, steps } = found;
  return (
    <>
      <p role="status" className={styles.sum}>
        {steps === 0
          ? 'Both ends are the same product.'
          : steps === 1
            ? 'They are connected directly.'
            : extra === 0
              ? `They are connected through the stack in ${steps} steps; nothing has to be added.`
              : `${counted(extra, 'product', 'products')} would have to be added; the way has ${steps} steps.`}
        {found.paths.length > 1 ? ` These ${found.paths.length} ways are equally short.` : ''}
      </p>
      <PathItems paths={found.paths} />
      {found.others.map((other) => (
        <section key={other.reason} className={styles.other}>
          <h3>{otherWords(other)}</h3>
          <p>
            {counted(other.steps, 'step', 'steps')},{' '}
            {other.extra === 0
              ? 'nothing to add'
              : `${counted(other.extra, 'product', 'products')} to add`}
            .
          </p>
          <PathItems paths={other.paths} />
        </section>
      ))}
    </>
  );
}

function EndChoice({ end, id }: { readonly end: End; readonly id: string | null }): ReactNode {
  const [isPicking, setPicking] = useState(false);
  const nodes = useStacks((state) => state.current?.stack.nodes);
  const rows = useProductRows(id === null ? [] : [id]);
  const own = new Map(Object.values(nodes ?? {}).map((node) => [node.productId, node.name]));
  const options = [...own]
    .map(([productId, label]) => ({ id: productId, label }))
    .sort((a, b) => a.label.localeCompare(b.label, 'en'));
  if (id !== null && !own.has(id)) options.unshift({ id, label: rows[id]?.name ?? id });
  const choose = (chosen: string): void => useInsights.getState().askPath({ [end]: chosen });
  const label = end === 'from' ? 'From' : 'To';
  return (
    <span className={styles.end}>
      <Select
        label={label}
        prefix={`${label}:`}
        value={id ?? ''}
        options={id === null ? [{ id: '', label: 'Choose a product' }, ...options] : options}
        onChange={choose}
      />
      <IconButton label={`${label}: any product of the catalogue`} onPress={() => setPicking(true)}>
        <Search />
      </IconButton>
      {isPicking ? (
        <ProductPicker
          title={`${label} which product`}
          onPick={(picked) => {
            setPicking(false);
            choose(picked);
          }}
          onClose={() => setPicking(false)}
        />
      ) : null}
    </span>
  );
}

/** How two products can be connected with as little as possible to add. */
export function PathsTab(): ReactNode {
  const { from, to, isDirected, askPath } = useInsights();
  const question = from && to ? { from, to, directed: isDirected } : null;
  const asked = useInsight('insights:paths', question);
  return (
    <TabPage
      title="Paths"
      text="The ways between two products over the whole catalogue: the fewest products to add, then the fewest steps. That two steps are documented does not say that the same data passes both."
    >
      <div className={styles.question}>
        <EndChoice end="from" id={from} />
        <IconButton
          label="Swap the ends"
          isDisabled={!from || !to}
          onPress={() => askPath({ from: to, to: from })}
        >
          <ArrowRightLeft />
        </IconButton>
        <EndChoice end="to" id={to} />
        <span className={styles.check}>
          <CheckBox
            isSelected={isDirected}
            onChange={(directed) => askPath({ isDirected: directed })}
          >
            Only along the stated direction of data
          </CheckBox>
        </span>
      </div>
      {question ? (
        <Answer asked={asked}>{(found) => <Found found={found} />}</Answer>
      ) : (
        <p>Choose two products. Can orders get from the shop to the warehouse?</p>
      )}
    </TabPage>
  );
}
