import { memo, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import type { MatrixPair } from '../../shared/insights/contract.ts';
import { ProductIcon } from '../ui/product-icon.tsx';
import { cellSign, cellWords, type MatrixNames } from './matrix-words.ts';
import styles from './matrix-table.module.css';

interface MatrixTableProps extends MatrixNames {
  readonly order: readonly number[];
  /** By row · size + column. */
  readonly cells: ReadonlyMap<number, MatrixPair>;
  /** Places of the two products whose cell is open. */
  readonly open: readonly [row: number, column: number] | null;
  readonly onOpen: (row: number, column: number) => void;
}

interface Spot {
  readonly row: number;
  readonly column: number;
}

const steps: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

const within = (value: number, size: number): number => Math.max(0, Math.min(size - 1, value));

/** Who connects to whom. One cell can be reached by Tab, the others from there by the arrow keys. */
export const MatrixTable = memo(function MatrixTable(props: MatrixTableProps): ReactNode {
  const { products, order, cells, open, onOpen } = props;
  const size = products.length;
  const table = useRef<HTMLTableElement>(null);
  const [focus, setFocus] = useState<Spot>({ row: 0, column: within(1, size) });
  const [pointed, setPointed] = useState<Spot | null>(null);

  const spotOf = (target: EventTarget): Spot | null => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('td[data-at]') : null;
    if (!cell) return null;
    const at = Number(cell.dataset['at']);
    return { row: Math.floor(at / size), column: at % size };
  };
  const openSpot = ({ row, column }: Spot): void => {
    const [a, b] = [order[row], order[column]];
    if (a !== undefined && b !== undefined && a !== b) onOpen(a, b);
  };
  const onClick = (event: MouseEvent): void => {
    const spot = spotOf(event.target);
    if (!spot) return;
    setFocus(spot);
    openSpot(spot);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      return openSpot(focus);
    }
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const row = within(focus.row + step[0], size);
    const column = within(focus.column + step[1], size);
    setFocus({ row, column });
    table.current?.querySelector<HTMLElement>(`td[data-at="${row * size + column}"]`)?.focus();
  };
  const startsGroup = (at: number): string =>
    at > 0 && products[order[at]!]?.groupId !== products[order[at - 1]!]?.groupId
      ? (styles.groupStart ?? '')
      : '';

  return (
    <table
      ref={table}
      role="grid"
      className={styles.table}
      aria-label="Who connects to whom"
      onClick={onClick}
      onKeyDown={onKeyDown}
      onMouseOver={(event) => setPointed(spotOf(event.target))}
      onMouseLeave={() => setPointed(null)}
    >
      <thead>
        <tr>
          <td className={styles.corner} />
          {order.map((place, at) => (
            <th
              key={place}
              scope="col"
              className={`${startsGroup(at)} ${pointed?.column === at ? styles.pointed : ''}`}
            >
              <span>
                <bdi>{products[place]?.name}</bdi>
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {order.map((row, rowAt) => (
          <tr key={row} className={startsGroup(rowAt)}>
            <th scope="row" className={pointed?.row === rowAt ? styles.pointed : ''}>
              <span>
                {products[row] ? <ProductIcon {...products[row]} size={18} /> : null}
                <bdi>{products[row]?.name}</bdi>
              </span>
            </th>
            {order.map((column, columnAt) => {
              const pair = row === column ? undefined : cells.get(row * size + column);
              const isOpen =
                open !== null &&
                ((open[0] === row && open[1] === column) ||
                  (open[0] === column && open[1] === row));
              return (
                <td
                  key={column}
                  role="gridcell"
                  data-at={rowAt * size + columnAt}
                  tabIndex={focus.row === rowAt && focus.column === columnAt ? 0 : -1}
                  className={`${startsGroup(columnAt)} ${row === column ? styles.self : styles[pair?.relation ?? 'unknown']} ${pair?.isDrawn && pair.kinds.length === 0 ? styles.drawn : ''} ${isOpen ? styles.open : ''}`}
                  aria-label={
                    row === column ? products[row]?.name : cellWords(props, pair, row, column)
                  }
                  title={row === column ? undefined : cellWords(props, pair, row, column)}
                >
                  {row === column ? '' : <i aria-hidden="true">{cellSign(pair, row)}</i>}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
});
