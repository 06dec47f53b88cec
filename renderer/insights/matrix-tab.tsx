import { ClipboardCopy } from 'lucide-react';
import { useCallback, useEffect, useMemo, type KeyboardEvent, type ReactNode } from 'react';
import type { Output } from '../../shared/contract/contract.ts';
import type { Relation } from '../../shared/insights/relate-pairs.ts';
import { matrixToMarkdown, matrixToTsv, pairsByCell } from '../../shared/insights/write-matrix.ts';
import { count } from '../product/words.ts';
import { useCanvas } from '../stack/canvas-state.ts';
import { EdgePanel } from '../stack/edge-panel.tsx';
import { useStacks } from '../state/stacks.ts';
import { Button } from '../ui/button.tsx';
import { Menu, MenuItem } from '../ui/menu.tsx';
import { Select } from '../ui/select.tsx';
import { copyText } from './copy-text.ts';
import { useInsights, type MatrixOrder } from './insights-state.ts';
import { MatrixTable } from './matrix-table.tsx';
import tableStyles from './matrix-table.module.css';
import { matrixOrder } from './matrix-words.ts';
import { PairPanel } from './pair-panel.tsx';
import { Answer } from './tab-page.tsx';
import { useInsight } from './use-insight.ts';
import styles from './matrix-tab.module.css';

type Matrix = Output<'insights:matrix'>;

const orders: readonly { readonly id: MatrixOrder; readonly label: string }[] = [
  { id: 'category', label: 'Category' },
  { id: 'connections', label: 'Most connected' },
  { id: 'name', label: 'Name' },
];

const legend: readonly {
  readonly relation: Relation;
  readonly sign: string;
  readonly text: string;
}[] = [
  { relation: 'direct', sign: '→', text: 'direct' },
  { relation: 'through', sign: '○', text: 'through a product of the stack' },
  { relation: 'hub', sign: '+', text: 'through a hub you could add' },
  { relation: 'unknown', sign: '', text: 'not documented' },
];

function Legend({ matrix }: { readonly matrix: Matrix }): ReactNode {
  const size = matrix.products.length;
  const counts = new Map<Relation, number>();
  for (const { relation } of matrix.pairs) counts.set(relation, (counts.get(relation) ?? 0) + 1);
  counts.set('unknown', (size * (size - 1)) / 2 - matrix.pairs.length);
  return (
    <ul className={styles.legend} aria-label="Pairs by how they are connected">
      {legend.map(({ relation, sign, text }) => (
        <li key={relation} className={tableStyles[relation]}>
          <i aria-hidden="true">{sign}</i>
          <span>
            <strong>{count(counts.get(relation) ?? 0)}</strong> {text}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Opens the evidence of a pair where there is some, and tells the panel which pair it is. */
function openPair(matrix: Matrix, a: number, b: number): void {
  const [from, to] = [matrix.products[a]?.id, matrix.products[b]?.id];
  if (from === undefined || to === undefined) return;
  useInsights.getState().openPair([from, to]);
  const pair = matrix.pairs.find((each) => each.a === Math.min(a, b) && each.b === Math.max(a, b));
  const { openEdge } = useCanvas.getState();
  if (pair?.relation !== 'direct') return openEdge(null);
  if (pair.kinds.length > 0) return openEdge({ type: 'known', from, to });
  const stack = useStacks.getState().current?.stack;
  const drawn = Object.values(stack?.connections ?? {}).find((connection) => {
    const ends = [connection.fromNodeId, connection.toNodeId].map(
      (id) => stack?.nodes[id]?.productId,
    );
    return ends.includes(from) && ends.includes(to);
  });
  openEdge(drawn ? { type: 'user', connectionId: drawn.id } : null);
}

function closePair(): void {
  useInsights.getState().openPair(null);
  useCanvas.getState().openEdge(null);
}

function OpenPanel({ matrix }: { readonly matrix: Matrix }): ReactNode {
  const ids = useInsights((state) => state.pair);
  const edge = useCanvas((state) => state.edge);
  const stack = useStacks((state) => state.current?.stack);
  if (edge && stack) return <EdgePanel edge={edge} stack={stack} />;
  if (!ids) return null;
  const places = ids.map((id) => matrix.products.findIndex((product) => product.id === id));
  const [from, to] = places.map((place) => matrix.products[place]);
  if (!from || !to) return null;
  const [low, high] = [Math.min(...places), Math.max(...places)];
  const pair = matrix.pairs.find(({ a, b }) => a === low && b === high);
  // Its evidence was closed by the panel itself.
  if (pair?.relation === 'direct') return null;
  return <PairPanel matrix={matrix} pair={pair} ends={[from, to]} onClose={closePair} />;
}

function Matrix({ matrix }: { readonly matrix: Matrix }): ReactNode {
  const { order, setOrder, pair } = useInsights();
  const { products, pairs, hubs } = matrix;
  const places = useMemo(() => matrixOrder(products, pairs, order), [products, pairs, order]);
  const cells = useMemo(() => pairsByCell(products.length, pairs), [products, pairs]);
  const open = useMemo((): [number, number] | null => {
    const at = (pair ?? []).map((id) => products.findIndex((product) => product.id === id));
    const [row = -1, column = -1] = at;
    return row < 0 || column < 0 ? null : [row, column];
  }, [pair, products]);
  const onOpen = useCallback((a: number, b: number) => openPair(matrix, a, b), [matrix]);
  const table = { ...matrix, order: places };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && pair) {
      event.stopPropagation();
      closePair();
    }
  };
  return (
    <div className={styles.columns} data-fills onKeyDown={onKeyDown}>
      <div className={styles.main}>
        <div className={styles.bar}>
          <Legend matrix={matrix} />
          <span className={styles.space} />
          <Select
            label="Order of rows and columns"
            prefix="Order:"
            value={order}
            options={orders}
            onChange={(id) => setOrder(id as MatrixOrder)}
          />
          <Menu
            label="Copy the table"
            trigger={
              <Button>
                <ClipboardCopy aria-hidden="true" /> Copy table
              </Button>
            }
          >
            <MenuItem
              id="tsv"
              label="For a spreadsheet"
              onAction={() => copyText(matrixToTsv(table), 'the table for a spreadsheet')}
            />
            <MenuItem
              id="markdown"
              label="As Markdown"
              onAction={() => copyText(matrixToMarkdown(table), 'the table as Markdown')}
            />
          </Menu>
        </div>
        <div className={styles.scroll}>
          <MatrixTable
            products={products}
            hubs={hubs}
            order={places}
            cells={cells}
            open={open}
            onOpen={onOpen}
          />
          <p className={styles.note}>
            Arrows show which way data is documented to flow, from row to column; ● where no
            direction is stated. Choose a cell for its evidence. An empty cell means that no
            integration is documented in the catalogue’s sources; that is no proof that there is
            none.
          </p>
        </div>
      </div>
      <OpenPanel matrix={matrix} />
    </div>
  );
}

/** Who connects to whom in the stack, how, and on what evidence. */
export function MatrixTab(): ReactNode {
  const asked = useInsight('insights:matrix', {});
  useEffect(() => {
    // The panel is the canvas's own; what is open there belongs to the canvas.
    useCanvas.getState().openEdge(null);
    return closePair;
  }, []);
  return <Answer asked={asked}>{(matrix) => <Matrix matrix={matrix} />}</Answer>;
}
