import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import type { GraphNode } from './graph-model.ts';
import type { LitPath } from './graph-path.ts';
import { directionFilters, useGraph, type DirectionFilter } from './graph-state.ts';
import styles from './graph-kinds.module.css';

const directionLabels: Readonly<Record<DirectionFilter, string>> = {
  any: 'any',
  stated: 'stated',
  both: 'both ways',
  unstated: 'not stated',
};

interface GraphFiltersProps {
  readonly nodes: readonly GraphNode[];
  /** The way between the two chosen, null where there is none. */
  readonly path: LitPath | null;
}

/** Which directions are drawn, and the way between two products. */
export function GraphFilters({ nodes, path }: GraphFiltersProps): ReactNode {
  const { direction, ends } = useGraph();
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  const options = [
    { id: '', label: '–' },
    ...[...nodes]
      .sort((a, b) => a.name.localeCompare(b.name))
      .map(({ id, name }) => ({ id, label: name })),
  ];
  const [from, to] = [names.has(ends.from) ? ends.from : '', names.has(ends.to) ? ends.to : ''];
  const words =
    from === '' || to === ''
      ? ''
      : path === null
        ? 'No way along what is drawn; that is no proof that there is none.'
        : `${path.nodes.length - 1} ${path.nodes.length === 2 ? 'step' : 'steps'}: ${path.nodes
            .map((id) => names.get(id) ?? '')
            .join(' – ')}`;
  return (
    <section className={styles.filters} aria-label="Filters and ways">
      <Select
        label="Direction of data"
        prefix="Direction:"
        value={direction}
        options={directionFilters.map((id) => ({ id, label: directionLabels[id] }))}
        onChange={(id) => useGraph.setState({ direction: id as DirectionFilter })}
      />
      <div className={styles.way}>
        <Select
          label="Way from"
          prefix="Way:"
          value={from}
          options={options}
          onChange={(id) => useGraph.setState({ ends: { from: id, to } })}
        />
        <Select
          label="Way to"
          prefix="to"
          value={to}
          options={options}
          onChange={(id) => useGraph.setState({ ends: { from, to: id } })}
        />
        {from !== '' || to !== '' ? (
          <Button tone="quiet" onPress={() => useGraph.setState({ ends: { from: '', to: '' } })}>
            Clear
          </Button>
        ) : null}
      </div>
      <p className={styles.said} aria-live="polite">
        <bdi>{words}</bdi>
      </p>
    </section>
  );
}
