import { ChevronDown, ChevronUp, Eye, EyeOff } from 'lucide-react';
import { memo, useMemo, type ReactNode } from 'react';
import type { EdgeFilter } from '../../shared/diagram/edge-filter.ts';
import { kindOrder } from '../../shared/diagram/bundle-links.ts';
import {
  dashArray,
  kindLabels,
  possibleConnectionLabel,
  userConnectionLabel,
  type DiagramTheme,
  type EdgeStyle,
} from '../../shared/diagram/theme.ts';
import type { Link } from '../../shared/domain/product.ts';
import type { Stack } from '../../shared/stack/stack.ts';
import { connectionStateLabels, dataKindLabels } from '../../shared/stack/state-words.ts';
import { connectionStates, dataKinds } from '../../shared/stack/vocabulary.ts';
import { CheckBox } from '../ui/check-box.tsx';
import { countData, countKinds, countStates } from './canvas-edges.ts';
import { isBundling, useCanvas } from './canvas-state.ts';
import { SignDisc } from './edge-label.tsx';
import { MOST_POSSIBLE, useFocus } from './focus-state.ts';
import { LegendProducts } from './legend-products.tsx';
import styles from './legend.module.css';

/** A piece of line as edges of this style have it. */
export function LineSample({ style }: { readonly style: EdgeStyle }): ReactNode {
  return (
    <span className={styles.sample}>
      <svg width="38" height="10" aria-hidden="true">
        <path
          d="M 1 5 L 37 5"
          stroke={style.colour}
          strokeWidth={style.width + 0.4}
          strokeDasharray={dashArray(style)}
          strokeLinecap={style.cap}
        />
      </svg>
      <SignDisc style={style} />
    </span>
  );
}

interface SwitchProps {
  readonly label: string;
  readonly count: number;
  /** How it is drawn; null for what has no line of its own. */
  readonly style: EdgeStyle | null;
  readonly isHidden: boolean;
  readonly onToggle: () => void;
}

function Switch({ label, count, style, isHidden, onToggle }: SwitchProps): ReactNode {
  return (
    <li>
      <button
        type="button"
        className={`${styles.entry} ${isHidden ? styles.off : ''}`}
        aria-pressed={!isHidden}
        title={isHidden ? `Show: ${label}` : `Hide: ${label}`}
        onClick={onToggle}
      >
        {style ? <LineSample style={style} /> : null}
        <span className={styles.label}>{label}</span>
        <span className={styles.count}>{count}</span>
        {isHidden ? <EyeOff aria-hidden="true" /> : <Eye aria-hidden="true" />}
      </button>
    </li>
  );
}

interface EntryProps extends Omit<SwitchProps, 'isHidden' | 'onToggle'> {
  readonly id: EdgeFilter;
}

function Entry({ id, ...props }: EntryProps): ReactNode {
  const isHidden = useCanvas((state) => state.hidden.has(id));
  const onToggle = (): void => useCanvas.getState().toggleKind(id);
  return <Switch {...props} isHidden={isHidden} onToggle={onToggle} />;
}

function PossibleEntry({ count, style }: Pick<SwitchProps, 'count' | 'style'>): ReactNode {
  const isShown = useFocus(({ possible }) => possible ?? count <= MOST_POSSIBLE);
  return (
    <Switch
      label={possibleConnectionLabel}
      count={count}
      style={style}
      isHidden={!isShown}
      onToggle={() => useFocus.setState({ possible: !isShown })}
    />
  );
}

/** With fewer lines one sees each of them. */
const WORTH_BUNDLING = 40;

interface LegendProps {
  readonly stack: Stack;
  readonly links: readonly Link[];
  /** Connections that a hub on the canvas would make possible. */
  readonly possible: number;
  /** How many lines are drawn, or would be without bundles. */
  readonly lines: number;
  readonly theme: DiagramTheme;
}

function LegendBox({ stack, links, possible, lines, theme }: LegendProps): ReactNode {
  const isOpen = useCanvas((state) => state.isLegendOpen);
  const isBundled = useCanvas((state) => isBundling(state.isBundled, lines));
  const canBundle = lines >= WORTH_BUNDLING && Object.keys(stack.lanes).length > 1;
  const counts = useMemo(() => countKinds(links), [links]);
  const states = useMemo(() => countStates(stack.connections), [stack.connections]);
  const data = useMemo(() => countData(stack.connections), [stack.connections]);
  const carried = dataKinds.filter((kind) => data.has(kind));
  const kinds = kindOrder.filter((kind) => counts.has(kind));
  const drawn = connectionStates.filter((state) => states.has(state));
  const hasEdges = kinds.length + drawn.length + possible > 0;
  const hasMarks = Object.values(stack.nodes).some(
    ({ state, owner }) => state !== 'in-use' || owner !== '',
  );
  if (!hasEdges && !hasMarks) return null;
  return (
    <section className={styles.legend} aria-label="Legend">
      <button
        type="button"
        className={styles.head}
        aria-expanded={isOpen}
        onClick={() => useCanvas.setState({ isLegendOpen: !isOpen })}
      >
        {hasMarks ? 'Legend' : 'Connections'}
        {isOpen ? <ChevronDown aria-hidden="true" /> : <ChevronUp aria-hidden="true" />}
      </button>
      {isOpen ? (
        <div className={styles.body}>
          {hasEdges ? (
            <ul className={styles.list} aria-label="Connections">
              {kinds.map((kind) => (
                <Entry
                  key={kind}
                  id={kind}
                  label={kindLabels[kind]}
                  count={counts.get(kind) ?? 0}
                  style={theme.kinds[kind]}
                />
              ))}
              {drawn.map((state) => (
                <Entry
                  key={state}
                  id={state}
                  label={state === 'live' ? userConnectionLabel : connectionStateLabels[state]}
                  count={states.get(state) ?? 0}
                  style={theme.connections[state]}
                />
              ))}
              {possible > 0 ? <PossibleEntry count={possible} style={theme.possible} /> : null}
            </ul>
          ) : null}
          {canBundle ? (
            <div className={styles.choice}>
              <CheckBox
                isSelected={isBundled}
                onChange={(isOn) => useCanvas.setState({ isBundled: isOn })}
              >
                Bundle by lane
              </CheckBox>
            </div>
          ) : null}
          {carried.length > 0 ? (
            <ul className={styles.list} aria-label="What goes through your connections">
              {carried.map((kind) => (
                <Entry
                  key={kind}
                  id={`data:${kind}`}
                  label={dataKindLabels[kind]}
                  count={data.get(kind) ?? 0}
                  style={null}
                />
              ))}
            </ul>
          ) : null}
          {hasMarks ? <LegendProducts nodes={stack.nodes} /> : null}
        </div>
      ) : null}
    </section>
  );
}

/** What is drawn, and the switches to hide it. Hiding is a matter of the view, not of the stack. */
export const Legend = memo(LegendBox);
