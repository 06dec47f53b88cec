import type { ReactNode } from 'react';
import { groupLabels, type DiagramTheme } from '../../shared/diagram/theme.ts';
import { directions, groupIds, type Direction } from '../../shared/domain/catalogue.ts';
import { dataKindLabels } from '../../shared/stack/state-words.ts';
import { dataKinds, type DataKind } from '../../shared/stack/vocabulary.ts';
import { monogram } from '../../shared/diagram/monogram.ts';
import { Select } from '../ui/select.tsx';
import type { GraphNode } from './graph-model.ts';
import { useGraph, type GraphFilter } from './graph-state.ts';
import styles from './graph-filters.module.css';

const ANY = 'any';

const directionLabels: Readonly<Record<Direction, string>> = {
  forward: 'One way',
  both: 'Both ways',
  none: 'Not stated',
};
const confidenceLabels = {
  reported: 'Reported or surer',
  documented: 'Documented or surer',
  confirmed: 'Confirmed only',
} as const;

/** What is drawn of the connections, apart from their kinds. */
export function GraphFilters(): ReactNode {
  const direction = useGraph((state) => state.direction);
  const confidence = useGraph((state) => state.confidence);
  const data = useGraph((state) => state.data);
  const change = useGraph((state) => state.setFilter);
  const any = { id: ANY, label: 'Any' };
  return (
    <section className={styles.filters} aria-label="Connections shown">
      <Select
        label="Direction"
        prefix="Direction:"
        value={direction ?? ANY}
        options={[any, ...directions.map((id) => ({ id, label: directionLabels[id] }))]}
        onChange={(id) => change({ direction: id === ANY ? null : (id as Direction) })}
      />
      <Select
        label="How sure"
        prefix="How sure:"
        value={confidence ?? ANY}
        options={[any, ...Object.entries(confidenceLabels).map(([id, label]) => ({ id, label }))]}
        onChange={(id) =>
          change({ confidence: id === ANY ? null : (id as GraphFilter['confidence']) })
        }
      />
      <Select
        label="Data"
        prefix="Data:"
        value={data ?? ANY}
        options={[any, ...dataKinds.map((id) => ({ id, label: dataKindLabels[id] }))]}
        onChange={(id) => change({ data: id === ANY ? null : (id as DataKind) })}
      />
      {data === null ? null : (
        <p>Stated on connections of your own, inferred for others, and not known for many.</p>
      )}
    </section>
  );
}

interface LegendProps {
  readonly nodes: readonly GraphNode[];
  readonly theme: DiagramTheme;
}

/** What the colours of the circles mean; the letters or the brand inside say which product it is. */
export function GroupLegend({ nodes, theme }: LegendProps): ReactNode {
  const counts = groupIds
    .map((id) => ({ id, count: nodes.filter(({ groupId }) => groupId === id).length }))
    .filter(({ count }) => count > 0);
  return (
    <section className={styles.groups} aria-label="Groups">
      <ul>
        {counts.map(({ id, count }) => (
          <li key={id}>
            <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
              <circle
                cx="9"
                cy="9"
                r="7.5"
                fill={theme.groups[id].soft}
                stroke={theme.groups[id].accent}
                strokeWidth="2"
              />
              <text
                x="9"
                y="12"
                textAnchor="middle"
                fontSize="8"
                fontWeight="700"
                fill={theme.groups[id].text}
              >
                {monogram(groupLabels[id])[0]}
              </text>
            </svg>
            <span>{groupLabels[id]}</span>
            <span className={styles.count}>{count}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
