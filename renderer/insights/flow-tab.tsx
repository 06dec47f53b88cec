import { KeyRound, RefreshCw } from 'lucide-react';
import { useMemo, useRef, useState, type ReactNode } from 'react';
import { roleOf } from '../../shared/insights/data-roles.ts';
import {
  bandPath,
  drawFlows,
  type FlowBox,
  type KindFlow,
} from '../../shared/insights/flow-picture.ts';
import { flowRoleLabels } from '../../shared/insights/flow-roles.ts';
import { dataKinds, type DataKind } from '../../shared/stack/vocabulary.ts';
import type { Output } from '../../shared/contract/contract.ts';
import { counted } from '../product/words.ts';
import { useView } from '../state/view.ts';
import { ProductIcon } from '../ui/product-icon.tsx';
import { listed } from '../../shared/insights/health-words.ts';
import { FlowTable } from './flow-table.tsx';
import { useInsights } from './insights-state.ts';
import { Answer, TabPage } from './tab-page.tsx';
import { useInsight } from './use-insight.ts';
import { useWidth } from './use-width.ts';
import styles from './flow-tab.module.css';

type Truth = Output<'insights:truth'>;

/** More bands at once than anybody can follow; one kind is shown first then. */
const MANY_BANDS = 120;

function flowsOfKinds({ kinds }: Truth): KindFlow[] {
  return kinds.flatMap(({ kind, flows }) => flows.map((flow) => ({ ...flow, kind })));
}

interface KindsProps {
  readonly all: readonly KindFlow[];
  readonly chosen: DataKind | null;
}

function Kinds({ all, chosen }: KindsProps): ReactNode {
  const options = [null, ...dataKinds] as const;
  return (
    <div className={styles.kinds} role="group" aria-label="Kind of data">
      {options.map((kind) => {
        const flows = kind === null ? all : all.filter((flow) => flow.kind === kind);
        return (
          <button
            key={kind ?? 'all'}
            type="button"
            aria-pressed={chosen === kind}
            disabled={flows.length === 0}
            onClick={() => useInsights.getState().showFlowsOf(kind)}
          >
            {kind === null ? null : (
              <span className={styles.swatch} data-kind={kind} aria-hidden="true" />
            )}
            {kind === null ? 'All kinds' : roleOf[kind].label} <small>{flows.length}</small>
          </button>
        );
      })}
    </div>
  );
}

interface BoxProps {
  readonly box: FlowBox;
  readonly products: Truth['products'];
  /** Kinds that the product keeps the truth of. */
  readonly masterOf: readonly DataKind[];
  readonly isInLoop: boolean;
  readonly words: string;
  readonly isDimmed: boolean;
  readonly onLight: (isLit: boolean) => void;
}

function Box(props: BoxProps): ReactNode {
  const { box, products, masterOf, isInLoop, words, isDimmed, onLight } = props;
  const [place] = box.places;
  const product = products[place ?? -1];
  const isOne = box.places.length === 1;
  if (!product) return null;
  const kept = masterOf.map((kind) => roleOf[kind].label.toLowerCase());
  const marks = [
    ...(kept.length > 0 ? [`source of truth for ${listed(kept, 7)}`] : []),
    ...(isInLoop ? ['part of a loop'] : []),
  ];
  const others = box.places.map((each) => products[each]?.name ?? '').join(', ');
  const more = isOne ? [words, ...marks].join('; ') : others;
  return (
    <button
      type="button"
      className={styles.box}
      data-group={product.groupId}
      data-dimmed={isDimmed}
      style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
      title={isOne ? `${product.name}; ${more}` : others}
      disabled={isOne && !product.isKnown}
      onMouseEnter={() => onLight(true)}
      onMouseLeave={() => onLight(false)}
      onFocus={() => onLight(true)}
      onBlur={() => onLight(false)}
      onClick={() => {
        if (isOne) useView.getState().openProduct(product.id);
      }}
    >
      {isOne ? <ProductIcon {...product} size={18} /> : null}
      <bdi>{isOne ? product.name : `${box.places.length} more`}</bdi>
      <span className="visually-hidden">; {more}</span>
      {isOne && kept.length > 0 ? <KeyRound className={styles.key} aria-hidden="true" /> : null}
      {isOne && isInLoop ? <RefreshCw className={styles.loop} aria-hidden="true" /> : null}
    </button>
  );
}

interface PictureProps {
  readonly truth: Truth;
  readonly flows: readonly KindFlow[];
  readonly kinds: readonly Truth['kinds'][number][];
  readonly room: number;
}

function Picture({ truth, flows, kinds, room }: PictureProps): ReactNode {
  const { products } = truth;
  const [lit, setLit] = useState<number | null>(null);
  const picture = useMemo(
    () =>
      drawFlows(
        products.map(({ categoryId }) => categoryId),
        flows,
        room,
      ),
    [products, flows, room],
  );
  const looping = new Set(kinds.flatMap(({ loops }) => loops.flat()));
  const masters = (place: number): DataKind[] =>
    kinds.filter((kind) => kind.masters.includes(place)).map(({ kind }) => kind);
  const touches = (at: number): Set<number> =>
    new Set(picture.bands.flatMap(({ from, to }) => (from === at || to === at ? [from, to] : [])));
  const near = lit === null ? null : touches(lit);
  const wordsOf = (at: number): string => {
    const sent = picture.bands.filter(({ from }) => from === at).length;
    const got = picture.bands.filter(({ to }) => to === at).length;
    return `sends ${counted(sent, 'flow', 'flows')}, gets ${got}`;
  };
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label="Picture of the data flow">
      <div className={styles.picture} style={{ width: picture.width, height: picture.height }}>
        <svg width={picture.width} height={picture.height} aria-hidden="true">
          {picture.bands.map((band, at) => (
            <path
              key={at}
              d={bandPath(band, picture)}
              className={styles.band}
              data-kind={band.kind}
              data-stated={band.isStated}
              data-back={band.isBack}
              data-lit={lit === band.from || lit === band.to}
              data-dimmed={lit !== null && lit !== band.from && lit !== band.to}
              strokeWidth={Math.max(1, band.thickness - 1)}
            />
          ))}
        </svg>
        {picture.columns.map(({ role, x }) => (
          <p key={role} className={styles.column} style={{ left: x }}>
            {flowRoleLabels[role]}
          </p>
        ))}
        {picture.boxes.map((box, at) => (
          <Box
            key={box.places.join(' ')}
            box={box}
            products={products}
            masterOf={masters(box.places[0] ?? -1)}
            isInLoop={box.places.some((place) => looping.has(place))}
            words={wordsOf(at)}
            isDimmed={near !== null && !near.has(at) && lit !== at}
            onLight={(isLit) => setLit(isLit ? at : null)}
          />
        ))}
      </div>
    </div>
  );
}

function Loops({ truth, kinds }: Pick<PictureProps, 'truth' | 'kinds'>): ReactNode {
  const loops = kinds.flatMap(({ kind, loops: own }) => own.map((loop) => ({ kind, loop })));
  if (loops.length === 0) return null;
  return (
    <section className={styles.loops} aria-label="Loops">
      <h3>Data that can go round in a circle</h3>
      <ul>
        {loops.map(({ kind, loop }) => (
          <li key={`${kind} ${loop.join(' ')}`}>
            <RefreshCw aria-hidden="true" />
            {roleOf[kind].label}:{' '}
            {listed(
              loop.map((place) => truth.products[place]?.name ?? ''),
              8,
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Flows({ truth }: { readonly truth: Truth }): ReactNode {
  const asked = useInsights((state) => state.flowKind);
  const frame = useRef<HTMLDivElement>(null);
  const room = useWidth(frame);
  const all = useMemo(() => flowsOfKinds(truth), [truth]);
  const first = dataKinds.find((kind) => all.some((flow) => flow.kind === kind)) ?? null;
  const wanted = asked === undefined ? (all.length > MANY_BANDS ? first : null) : asked;
  // A kind that nothing carries any more would leave an empty page behind.
  const chosen = wanted !== null && all.some(({ kind }) => kind === wanted) ? wanted : null;
  const flows = useMemo(
    () => (chosen === null ? all : all.filter(({ kind }) => kind === chosen)),
    [all, chosen],
  );
  const kinds = truth.kinds.filter(({ kind }) => chosen === null || kind === chosen);
  if (all.length === 0) {
    return (
      <p>
        No data is documented to flow between the products of this stack, and you have drawn no
        connection of your own. That does not mean that none does.
      </p>
    );
  }
  return (
    <div className={styles.flows} ref={frame}>
      <Kinds all={all} chosen={chosen} />
      <p className={styles.legend}>
        <span>
          <KeyRound aria-hidden="true" /> made to be the source of truth
        </span>
        <span>
          <RefreshCw aria-hidden="true" /> part of a loop
        </span>
        <span>
          <i data-line="stated" aria-hidden="true" /> stated by you
        </span>
        <span>
          <i data-line="inferred" aria-hidden="true" /> inferred
        </span>
        <span>
          <i data-line="back" aria-hidden="true" /> comes back
        </span>
      </p>
      <Picture truth={truth} flows={flows} kinds={kinds} room={room} />
      <Loops truth={truth} kinds={kinds} />
      <FlowTable flows={flows} products={truth.products} />
    </div>
  );
}

/** Where data goes, from what it begins in to what it ends in. */
export function FlowTab(): ReactNode {
  const asked = useInsight('insights:truth', {});
  return (
    <TabPage
      title="Data flow"
      text="From sources over hubs and stores to destinations, a band for each kind of data. Hubs and stores stand where their category puts them; every other product where it sends or gets more. Inferred bands say what could flow; what is not documented may flow all the same."
    >
      <Answer asked={asked}>{(truth) => <Flows truth={truth} />}</Answer>
    </TabPage>
  );
}
