import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Output } from '../../shared/contract/contract.ts';
import { api } from '../api.ts';
import { count, counted } from '../product/words.ts';
import { showError } from '../state/toasts.ts';
import { useView } from '../state/view.ts';
import styles from './numbers.module.css';

type Numbers = Output<'landscape:numbers'>;
type Pairs = Output<'landscape:pairs'>;

const CELL = 13;
const LABEL = 250;
const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** 0..1: densities differ by a thousandfold, so colour follows their logarithm. */
function depth(density: number, most: number): number {
  if (density === 0) return 0;
  const least = Math.log(0.0001);
  return Math.max(0.08, (Math.log(Math.max(density, 0.0001)) - least) / (Math.log(most) - least));
}

function useCells({ categories, cells }: Numbers) {
  return useMemo(() => {
    const found = new Map<string, Numbers['cells'][number]>();
    for (const cell of cells) {
      found.set(`${cell.a} ${cell.b}`, cell);
      found.set(`${cell.b} ${cell.a}`, cell);
    }
    // Categories with a handful of products would outshine all others by one pair.
    const most = Math.max(
      0.001,
      ...cells
        .filter(({ a, b }) => categories[a]!.products > 20 && categories[b]!.products > 20)
        .map(({ density }) => density),
    );
    return { at: (row: number, column: number) => found.get(`${row} ${column}`), most };
  }, [categories, cells]);
}

function PairList({
  a,
  b,
}: {
  readonly a: Numbers['categories'][number];
  readonly b: Numbers['categories'][number];
}): ReactNode {
  const [pairs, setPairs] = useState<Pairs | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    void api
      .call('landscape:pairs', { a: a.id, b: b.id }, { signal: controller.signal })
      .then((result) => {
        if (controller.signal.aborted) return;
        if (result.ok) setPairs(result.value);
        else showError(result.error);
      });
    return () => controller.abort();
  }, [a.id, b.id]);
  if (!pairs) return <p role="status">Looking them up…</p>;
  if (pairs.total === 0) {
    return (
      <p>No integration between the two is documented. That is no proof that there is none.</p>
    );
  }
  return (
    <ul className={styles.pairs}>
      {pairs.first.map(({ from, to }) => (
        <li key={`${from.id} ${to.id}`}>
          <button type="button" onClick={() => useView.getState().openProduct(from.id)}>
            <bdi>{from.name}</bdi>
          </button>
          {' – '}
          <button type="button" onClick={() => useView.getState().openProduct(to.id)}>
            <bdi>{to.name}</bdi>
          </button>
        </li>
      ))}
      {pairs.total > pairs.first.length ? (
        <li>and {count(pairs.total - pairs.first.length)} more</li>
      ) : null}
    </ul>
  );
}

/** How densely the products of every two categories are connected, as a heat map by keyboard and mouse. */
export function DensityMap({ numbers }: { readonly numbers: Numbers }): ReactNode {
  const { categories } = numbers;
  const { at, most } = useCells(numbers);
  const [place, setPlace] = useState<readonly [number, number]>([0, 0]);
  const [opened, setOpened] = useState<readonly [number, number] | null>(null);
  const map = useRef<SVGSVGElement>(null);
  const size = categories.length;
  const say = ([row, column]: readonly [number, number]): string => {
    const cell = at(row, column);
    const names = `${categories[row]?.name ?? ''} and ${categories[column]?.name ?? ''}`;
    return cell
      ? `${names}: ${counted(cell.pairs, 'pair', 'pairs')} of products, ${(cell.density * 100).toPrecision(2)} % of those possible`
      : `${names}: none documented`;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = steps[event.key as keyof typeof steps];
    if (step) {
      const next = place.map((value, axis) =>
        Math.min(size - 1, Math.max(0, value + step[axis]!)),
      ) as [number, number];
      setPlace(next);
    } else if (event.key === 'Enter' || event.key === ' ') setOpened(place);
    else return;
    event.preventDefault();
  };
  const placeOf = (event: { clientX: number; clientY: number }): [number, number] | null => {
    const box = map.current?.getBoundingClientRect();
    if (!box) return null;
    const scale = box.width / (LABEL + size * CELL);
    const column = Math.floor(((event.clientX - box.left) / scale - LABEL) / CELL);
    const row = Math.floor((event.clientY - box.top) / scale / CELL);
    return row >= 0 && row < size && column >= 0 && column < size ? [row, column] : null;
  };
  const [a, b] = [categories[opened?.[0] ?? -1], categories[opened?.[1] ?? -1]];
  return (
    <section className={styles.section} aria-labelledby="density">
      <h2 id="density">Connections between categories</h2>
      <p className={styles.note}>
        The darker, the larger the share of all pairs of products of two main categories that are
        known to integrate. Arrow keys move, Enter lists the pairs.
      </p>
      <p className={styles.said} aria-live="polite">
        {say(place)}
      </p>
      <div className={styles.density}>
        <svg
          ref={map}
          viewBox={`0 0 ${LABEL + size * CELL} ${size * CELL + 4}`}
          role="application"
          aria-label="Heat map of connections between categories"
          aria-roledescription="heat map"
          tabIndex={0}
          onKeyDown={onKeyDown}
          onMouseMove={(event) => setPlace(placeOf(event) ?? place)}
          onClick={(event) => {
            const clicked = placeOf(event);
            if (clicked) setOpened(clicked);
          }}
        >
          {categories.map(({ id, name, groupId }, row) => (
            <g key={id}>
              <rect
                x={LABEL - 6}
                y={row * CELL + 1}
                width={3}
                height={CELL - 2}
                fill={`var(--group-${groupId})`}
              />
              <text
                x={LABEL - 12}
                y={row * CELL + CELL - 3}
                textAnchor="end"
                data-here={row === place[0] || row === place[1]}
              >
                {name}
              </text>
              {categories.map((other, column) => {
                const cell = at(row, column);
                if (!cell) return null;
                return (
                  <rect
                    key={other.id}
                    x={LABEL + column * CELL}
                    y={row * CELL}
                    width={CELL - 1}
                    height={CELL - 1}
                    className={styles.cell}
                    fillOpacity={depth(cell.density, most)}
                  />
                );
              })}
            </g>
          ))}
          <rect
            x={LABEL + place[1] * CELL - 1}
            y={place[0] * CELL - 1}
            width={CELL + 1}
            height={CELL + 1}
            className={styles.here}
          />
        </svg>
        <aside aria-label="Pairs of two categories">
          {a && b ? (
            <>
              <h3>
                {a.name}
                {a === b ? '' : ` and ${b.name}`}
              </h3>
              <PairList key={`${a.id} ${b.id}`} a={a} b={b} />
            </>
          ) : (
            <p className={styles.note}>
              Choose a field of the map to see which products these are.
            </p>
          )}
        </aside>
      </div>
    </section>
  );
}
