import { X } from 'lucide-react';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Output } from '../../shared/contract/contract.ts';
import { kindLabels, userConnectionLabel } from '../../shared/diagram/theme.ts';
import { api } from '../api.ts';
import { counted } from '../product/words.ts';
import { useStacks } from '../state/stacks.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { CheckBox } from '../ui/check-box.tsx';
import { Select } from '../ui/select.tsx';
import type { GraphNode } from './graph-model.ts';
import { useGraph } from './graph-state.ts';
import styles from './graph-filters.module.css';

type Paths = Output<'insights:paths'>;
type Path = Paths['paths'][number];

const arrows = { forward: '→', back: '←', both: '↔', none: '–' } as const;

function sentence({ products, hops }: Path): string {
  return products
    .map(({ name }, at) => {
      const hop = hops[at - 1];
      if (!hop) return name;
      const kind = hop.kinds[0] ? kindLabels[hop.kinds[0]] : userConnectionLabel;
      return `${arrows[hop.direction]} (${kind}) ${name}`;
    })
    .join(' ');
}

interface GraphPathProps {
  readonly nodes: readonly GraphNode[];
  /** Where the way starts: the product that was looked at last. */
  readonly startId: string | null;
  /** Products of the way that is lit, one after the other; null for none. */
  readonly onWay: (way: readonly string[] | null) => void;
  readonly onClose: () => void;
}

/** Ways between two products of the graph: what is missing of one is added, and the way is lit. */
export function GraphPath({ nodes, startId, onWay, onClose }: GraphPathProps): ReactNode {
  const stackId = useStacks((state) => state.current?.stack.id ?? null);
  const [from, setFrom] = useState(startId ?? '');
  const [to, setTo] = useState('');
  const [isDirected, setDirected] = useState(false);
  const [found, setFound] = useState<Paths | null>(null);
  const [at, setAt] = useState(0);
  const options = useMemo(
    () =>
      nodes
        .map(({ id, name }) => ({ id, label: name }))
        .sort((a, b) => a.label.localeCompare(b.label, 'en')),
    [nodes],
  );
  const choice = { id: '', label: 'Choose…' };

  useEffect(() => {
    if (from === '' || to === '') return;
    const controller = new AbortController();
    const input = { stackId, from, to, directed: isDirected };
    void api.call('insights:paths', input, { signal: controller.signal }).then((result) => {
      if (controller.signal.aborted || !result.ok) return;
      setFound(result.value);
      setAt(0);
    });
    return () => controller.abort();
  }, [from, to, isDirected, stackId]);

  const ways = useMemo(
    () => (found ? [...found.paths, ...found.others.flatMap(({ paths }) => paths)] : []),
    [found],
  );
  const way = ways[at];
  useEffect(() => {
    if (!way) return onWay(null);
    const ids = way.products.map(({ id }) => id);
    onWay(ids);
    const known = new Set(nodes.map(({ id }) => id));
    const missing = ids.filter((id) => !known.has(id));
    if (missing.length === 0) return;
    void api.call('catalogue:rows', { ids: missing }).then((rows) => {
      if (rows.ok) useGraph.getState().add(rows.value);
    });
    // Products that came meanwhile are no reason to light the way again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [way, onWay]);

  return (
    <section className={styles.path} aria-label="Path between two products">
      <Select
        label="From"
        prefix="From:"
        value={from}
        options={from === '' ? [choice, ...options] : options}
        onChange={setFrom}
      />
      <Select
        label="To"
        prefix="To:"
        value={to}
        options={to === '' ? [choice, ...options] : options}
        onChange={setTo}
      />
      <CheckBox isSelected={isDirected} onChange={setDirected}>
        Along the data
      </CheckBox>
      {ways.length > 1 ? (
        <Button onPress={() => setAt((at + 1) % ways.length)}>
          Way {at + 1} of {ways.length}
        </Button>
      ) : null}
      <IconButton label="Close the path" onPress={onClose}>
        <X />
      </IconButton>
      {found && from !== '' && to !== '' ? (
        <p role="status">
          {way
            ? `${counted(way.hops.length, 'step', 'steps')}: ${sentence(way)}`
            : 'No way between the two is documented. That is no proof that there is none.'}
        </p>
      ) : null}
    </section>
  );
}
