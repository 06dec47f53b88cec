import { ChevronDown, ChevronUp, Eye, EyeOff } from 'lucide-react';
import { memo, useMemo, type ReactNode } from 'react';
import { kindOrder } from '../../shared/diagram/bundle-links.ts';
import {
  dashArray,
  kindLabels,
  userConnectionLabel,
  type DiagramTheme,
  type EdgeStyle,
} from '../../shared/diagram/theme.ts';
import type { Link } from '../../shared/domain/product.ts';
import { countKinds } from './canvas-edges.ts';
import { useCanvas, type EdgeFilter } from './canvas-state.ts';
import styles from './legend.module.css';

/** A piece of line as edges of this style have it. */
export function LineSample({ style }: { readonly style: EdgeStyle }): ReactNode {
  return (
    <svg width="38" height="10" aria-hidden="true" className={styles.sample}>
      <path
        d="M 1 5 L 37 5"
        stroke={style.colour}
        strokeWidth={style.width + 0.4}
        strokeDasharray={dashArray(style)}
        strokeLinecap={style.cap}
      />
    </svg>
  );
}

interface EntryProps {
  readonly id: EdgeFilter;
  readonly label: string;
  readonly count: number;
  readonly style: EdgeStyle;
}

function Entry({ id, label, count, style }: EntryProps): ReactNode {
  const isHidden = useCanvas((state) => state.hidden.has(id));
  return (
    <li>
      <button
        type="button"
        className={`${styles.entry} ${isHidden ? styles.off : ''}`}
        aria-pressed={!isHidden}
        title={isHidden ? `Show: ${label}` : `Hide: ${label}`}
        onClick={() => useCanvas.getState().toggleKind(id)}
      >
        <LineSample style={style} />
        <span className={styles.label}>{label}</span>
        <span className={styles.count}>{count}</span>
        {isHidden ? <EyeOff aria-hidden="true" /> : <Eye aria-hidden="true" />}
      </button>
    </li>
  );
}

interface LegendProps {
  readonly links: readonly Link[];
  readonly connections: number;
  readonly theme: DiagramTheme;
}

function LegendBox({ links, connections, theme }: LegendProps): ReactNode {
  const isOpen = useCanvas((state) => state.isLegendOpen);
  const counts = useMemo(() => countKinds(links), [links]);
  const kinds = kindOrder.filter((kind) => counts.has(kind));
  if (kinds.length === 0 && connections === 0) return null;
  return (
    <section className={styles.legend} aria-label="Legend">
      <button
        type="button"
        className={styles.head}
        aria-expanded={isOpen}
        onClick={() => useCanvas.setState({ isLegendOpen: !isOpen })}
      >
        Connections
        {isOpen ? <ChevronDown aria-hidden="true" /> : <ChevronUp aria-hidden="true" />}
      </button>
      {isOpen ? (
        <ul className={styles.list}>
          {kinds.map((kind) => (
            <Entry
              key={kind}
              id={kind}
              label={kindLabels[kind]}
              count={counts.get(kind) ?? 0}
              style={theme.kinds[kind]}
            />
          ))}
          {connections > 0 ? (
            <Entry id="user" label={userConnectionLabel} count={connections} style={theme.user} />
          ) : null}
        </ul>
      ) : null}
    </section>
  );
}

/** What is drawn, and the switches to hide it. Hiding is a matter of the view, not of the stack. */
export const Legend = memo(LegendBox);
