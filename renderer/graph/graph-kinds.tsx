import { Eye, EyeOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { kindLabels, userConnectionLabel, type DiagramTheme } from '../../shared/diagram/theme.ts';
import type { IntegrationKind } from '../../shared/domain/catalogue.ts';
import type { Link } from '../../shared/domain/product.ts';
import { LineSample } from '../stack/legend.tsx';
import { kindCounts } from './graph-model.ts';
import { useGraph } from './graph-state.ts';
import styles from './graph-kinds.module.css';

interface GraphKindsProps {
  readonly links: readonly Link[];
  /** Connections of the person's own; none where the graph is not that of a stack. */
  readonly own: number;
  readonly theme: DiagramTheme;
}

/** What the lines mean, how many there are, and the switches to hide them. */
export function GraphKinds({ links, own, theme }: GraphKindsProps): ReactNode {
  const hidden = useGraph((state) => state.hidden);
  const showOwn = useGraph((state) => state.showOwn);
  const counts = kindCounts(links);
  if (counts.length === 0 && own === 0) return null;
  const entry = (
    id: IntegrationKind | 'user',
    label: string,
    count: number,
    isShown: boolean,
    onToggle: () => void,
  ): ReactNode => (
    <li key={id}>
      <button
        type="button"
        className={`${styles.kind} ${isShown ? '' : styles.off}`}
        aria-pressed={isShown}
        title={isShown ? `Hide: ${label}` : `Show: ${label}`}
        onClick={onToggle}
      >
        <LineSample style={id === 'user' ? theme.user : theme.kinds[id]} />
        <span>{label}</span>
        <span className={styles.count}>{count}</span>
        {isShown ? <Eye aria-hidden="true" /> : <EyeOff aria-hidden="true" />}
      </button>
    </li>
  );
  return (
    <section className={styles.kinds} aria-label="Kinds of integration">
      <ul>
        {counts.map(({ kind, pairs }) =>
          entry(kind, kindLabels[kind], pairs, !hidden.has(kind), () =>
            useGraph.getState().toggleKind(kind),
          ),
        )}
        {own > 0
          ? entry('user', userConnectionLabel, own, showOwn, () =>
              useGraph.setState({ showOwn: !showOwn }),
            )
          : null}
      </ul>
    </section>
  );
}
