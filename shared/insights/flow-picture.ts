import type { DataKind } from '../stack/vocabulary.ts';
import { flowRoleOf, flowRoles, type FlowRole } from './flow-roles.ts';

/** One kind of data on its way from one product to another. */
export interface KindFlow {
  /** Places of products. */
  readonly from: number;
  readonly to: number;
  readonly kind: DataKind;
  /** Said by the person, not inferred. */
  readonly isStated: boolean;
}

export interface FlowBox {
  /** Places of the products; several where a column has more than it can show. */
  readonly places: readonly number[];
  readonly role: FlowRole;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface FlowBand {
  /** Indices of boxes. */
  readonly from: number;
  readonly to: number;
  readonly kind: DataKind;
  readonly isStated: boolean;
  /** Goes to the left or stays in its column: data that comes back. */
  readonly isBack: boolean;
  readonly thickness: number;
  /** Middle of the band where it leaves and where it arrives. */
  readonly start: { readonly x: number; readonly y: number };
  readonly end: { readonly x: number; readonly y: number };
  /** Heights at which it passes the columns between, from left to right: beside their boxes. */
  readonly through: readonly { readonly x: number; readonly y: number }[];
}

export interface FlowPicture {
  readonly boxes: readonly FlowBox[];
  readonly bands: readonly FlowBand[];
  /** Only those that hold something, from left to right. */
  readonly columns: readonly { readonly role: FlowRole; readonly x: number }[];
  readonly width: number;
  readonly height: number;
}

/** Units of the picture. */
export const FLOW_BOX = { width: 168, least: 34, gap: 14 } as const;
const COLUMN_GAP = { least: 60, most: 260 };
/** Above the boxes, for the names of columns. */
const HEAD = 34;
/** Beside and below them, where data comes back. */
const MARGIN = 40;
const MOST_IN_COLUMN = 36;
const TALLEST = 1100;
const SWEEPS = 6;

interface Cell {
  /** None for the way of bands past a column. */
  readonly places: readonly number[];
  readonly role: FlowRole;
}

/** A flow with the cells that it goes through on its way past the columns between. */
interface Way extends KindFlow {
  readonly past: readonly number[];
}

/** Products by column; those with the fewest flows share one box where there are too many. */
function cellsOf(categories: readonly string[], flows: readonly KindFlow[]): Cell[] {
  const sent = new Map<number, number>();
  const got = new Map<number, number>();
  for (const { from, to } of flows) {
    sent.set(from, (sent.get(from) ?? 0) + 1);
    got.set(to, (got.get(to) ?? 0) + 1);
  }
  const flowing = categories.flatMap((category, place) => {
    const [out, into] = [sent.get(place) ?? 0, got.get(place) ?? 0];
    return out + into === 0
      ? []
      : [{ place, total: out + into, role: flowRoleOf(category, out, into) }];
  });
  return flowRoles.flatMap((role) => {
    const own = flowing
      .filter((each) => each.role === role)
      .sort((a, b) => b.total - a.total || a.place - b.place);
    const shown = own.length > MOST_IN_COLUMN ? own.slice(0, MOST_IN_COLUMN - 1) : own;
    const rest = own.slice(shown.length);
    return [
      ...shown.map(({ place }) => ({ places: [place], role })),
      ...(rest.length > 0 ? [{ places: rest.map(({ place }) => place), role }] : []),
    ];
  });
}

/** Flows between cells, those inside one left out; the same twice counts once. */
function betweenCells(cells: readonly Cell[], flows: readonly KindFlow[]): KindFlow[] {
  const cellOf = new Map(cells.flatMap(({ places }, at) => places.map((place) => [place, at])));
  const merged = new Map<string, KindFlow>();
  for (const { from, to, kind, isStated } of flows) {
    const [a, b] = [cellOf.get(from), cellOf.get(to)];
    if (a === undefined || b === undefined || a === b) continue;
    const key = `${a} ${b} ${kind}`;
    const before = merged.get(key);
    merged.set(key, { from: a, to: b, kind, isStated: isStated || (before?.isStated ?? false) });
  }
  return [...merged.values()];
}

/** Room for what goes past columns: a cell in each for all bands between the same two. */
function withWays(
  cells: readonly Cell[],
  flows: readonly KindFlow[],
): { readonly cells: readonly Cell[]; readonly ways: readonly Way[] } {
  const used = flowRoles.filter((role) => cells.some((cell) => cell.role === role));
  const columnOf = (cell: number): number => used.indexOf(cells[cell]!.role);
  const all = [...cells];
  const passages = new Map<string, readonly number[]>();
  const ways = flows.map((flow): Way => {
    const between = used.slice(columnOf(flow.from) + 1, columnOf(flow.to));
    const key = `${flow.from} ${flow.to}`;
    const past = passages.get(key) ?? between.map((role) => all.push({ places: [], role }) - 1);
    passages.set(key, past);
    return { ...flow, past };
  });
  return { cells: all, ways };
}

/**
 * The order of cells within each column, by the mean place of their neighbours, to and fro: the
 * barycentre heuristic against crossings (Sugiyama, Tagawa and Toda, 1981).
 */
function orderColumns(cells: readonly Cell[], ways: readonly Way[]): number[][] {
  const columns = flowRoles
    .map((role) => cells.flatMap((cell, at) => (cell.role === role ? [at] : [])))
    .filter((column) => column.length > 0);
  const neighbours: number[][] = cells.map(() => []);
  for (const { from, past, to } of ways) {
    const steps = [from, ...past, to];
    steps.slice(1).forEach((cell, at) => {
      neighbours[steps[at]!]!.push(cell);
      neighbours[cell]!.push(steps[at]!);
    });
  }
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const place = new Map<number, number>();
    for (const column of columns) {
      column.forEach((cell, at) => place.set(cell, (at + 0.5) / column.length));
    }
    for (const column of sweep % 2 === 0 ? columns : [...columns].reverse()) {
      const mean = new Map(
        column.map((cell) => {
          const others = neighbours[cell]!.filter((other) => !column.includes(other));
          const sum = others.reduce((total, other) => total + place.get(other)!, 0);
          return [cell, others.length > 0 ? sum / others.length : place.get(cell)!];
        }),
      );
      column.sort((a, b) => mean.get(a)! - mean.get(b)! || a - b);
      column.forEach((cell, at) => place.set(cell, (at + 0.5) / column.length));
    }
  }
  return columns;
}

/**
 * Products and what flows between them as a Sankey-like picture: a column for each role, a band for
 * each kind, as high boxes as bands need. A band that goes back says so. Every flow between two boxes
 * is drawn once; nothing depends on the order in which flows come in but the order of equals.
 * @param categories  main category of each product, by place
 * @param room  width that there is; the picture is wider where its columns would stand too close
 */
export function drawFlows(
  categories: readonly string[],
  flows: readonly KindFlow[],
  room = 1000,
): FlowPicture {
  const filled = cellsOf(categories, flows);
  const { cells, ways } = withWays(filled, betweenCells(filled, flows));
  const columns = orderColumns(cells, ways);
  const gaps = Math.max(1, columns.length - 1);
  const free = (room - MARGIN * 2 - columns.length * FLOW_BOX.width) / gaps;
  const step = FLOW_BOX.width + Math.max(COLUMN_GAP.least, Math.min(COLUMN_GAP.most, free));
  const bandsOut: number[] = cells.map(() => 0);
  const bandsIn: number[] = cells.map(() => 0);
  for (const { from, past, to } of ways) {
    for (const cell of [from, ...past]) bandsOut[cell]!++;
    bandsIn[to]!++;
  }
  const needed = (cell: number): number => Math.max(bandsOut[cell]!, bandsIn[cell]!);
  const most = Math.max(
    1,
    ...columns.map((column) => column.reduce((sum, cell) => sum + needed(cell), 0)),
  );
  const thickness = Math.max(1.5, Math.min(9, TALLEST / most));
  const boxes: FlowBox[] = [];
  /** Of every cell, also of those that are no box. */
  const tops = new Map<number, { readonly x: number; readonly y: number }>();
  const indexOf = new Map<number, number>();
  const heightOf = (cell: number): number =>
    cells[cell]!.places.length === 0
      ? needed(cell) * thickness
      : Math.max(FLOW_BOX.least, needed(cell) * thickness + 10);
  const columnHeight = (column: readonly number[]): number =>
    column.reduce((sum, cell) => sum + heightOf(cell) + FLOW_BOX.gap, -FLOW_BOX.gap);
  const tallest = Math.max(0, ...columns.map(columnHeight));
  columns.forEach((column, at) => {
    let y = HEAD + (tallest - columnHeight(column)) / 2;
    for (const cell of column) {
      const { places, role } = cells[cell]!;
      const x = MARGIN + at * step;
      tops.set(cell, { x, y });
      if (places.length > 0) {
        indexOf.set(cell, boxes.length);
        boxes.push({ places, role, x, y, width: FLOW_BOX.width, height: heightOf(cell) });
      }
      y += heightOf(cell) + FLOW_BOX.gap;
    }
  });
  const bands = placeBands(ways, boxes, indexOf, tops, thickness);
  const back = bands.filter(({ isBack }) => isBack).length;
  return {
    boxes,
    bands,
    columns: columns.map((column, at) => ({
      role: cells[column[0]!]!.role,
      x: MARGIN + at * step,
    })),
    width: MARGIN * 2 + FLOW_BOX.width + Math.max(0, columns.length - 1) * step,
    height: HEAD + tallest + (back > 0 ? MARGIN * 2 : MARGIN / 2),
  };
}

/** Stacks the bands of each side of a box in the order of what they lead to, so that few cross. */
function placeBands(
  ways: readonly Way[],
  boxes: readonly FlowBox[],
  indexOf: ReadonlyMap<number, number>,
  tops: ReadonlyMap<number, { readonly x: number; readonly y: number }>,
  thickness: number,
): FlowBand[] {
  const drafts = ways.map(({ from, to, kind, isStated }) => {
    const [a, b] = [indexOf.get(from)!, indexOf.get(to)!];
    return { from: a, to: b, kind, isStated, isBack: boxes[b]!.x <= boxes[a]!.x };
  });
  /** How many bands of a way past columns are placed already. */
  const placed = new Map<number, number>();
  const middle = (box: number): number => boxes[box]!.y + boxes[box]!.height / 2;
  const starts = new Map<number, number>();
  const ends = new Map<number, number>();
  const stack = (side: 'from' | 'to', places: Map<number, number>): void => {
    const other = side === 'from' ? 'to' : 'from';
    boxes.forEach((box, index) => {
      const own = drafts
        .map((draft, at) => ({ draft, at }))
        .filter(({ draft }) => draft[side] === index)
        .sort(
          (a, b) =>
            Number(a.draft.isBack) - Number(b.draft.isBack) ||
            middle(a.draft[other]) - middle(b.draft[other]) ||
            a.draft.kind.localeCompare(b.draft.kind),
        );
      const top = box.y + (box.height - own.length * thickness) / 2;
      own.forEach(({ at }, place) => places.set(at, top + (place + 0.5) * thickness));
    });
  };
  stack('from', starts);
  stack('to', ends);
  const inOrder = drafts.map((_, at) => at).sort((a, b) => starts.get(a)! - starts.get(b)!);
  const through = new Map<number, FlowBand['through']>();
  for (const at of inOrder) {
    through.set(
      at,
      ways[at]!.past.map((cell) => {
        const { x, y } = tops.get(cell)!;
        const before = placed.get(cell) ?? 0;
        placed.set(cell, before + 1);
        return { x, y: y + (before + 0.5) * thickness };
      }),
    );
  }
  return drafts.map((draft, at) => ({
    ...draft,
    thickness,
    through: through.get(at) ?? [],
    start: { x: boxes[draft.from]!.x + FLOW_BOX.width, y: starts.get(at)! },
    end: { x: boxes[draft.to]!.x, y: ends.get(at)! },
  }));
}

/** The line along the middle of a band. One that comes back goes round below everything. */
export function bandPath({ start, end, through, isBack }: FlowBand, picture: FlowPicture): string {
  const n = (value: number): string => String(Math.round(value * 10) / 10);
  if (!isBack) {
    let path = `M${n(start.x)} ${n(start.y)}`;
    let at = start;
    const curveTo = (to: { readonly x: number; readonly y: number }): void => {
      const half = (at.x + to.x) / 2;
      path += `C${n(half)} ${n(at.y)} ${n(half)} ${n(to.y)} ${n(to.x)} ${n(to.y)}`;
    };
    for (const point of through) {
      curveTo(point);
      at = { x: point.x + FLOW_BOX.width, y: point.y };
      path += `L${n(at.x)} ${n(at.y)}`;
    }
    curveTo(end);
    return path;
  }
  const out = MARGIN * 0.7;
  const floor = picture.height - MARGIN * 0.8;
  return (
    `M${n(start.x)} ${n(start.y)}C${n(start.x + out)} ${n(start.y)} ${n(start.x + out)} ${n(floor)} ${n(start.x)} ${n(floor)}` +
    `L${n(end.x)} ${n(floor)}C${n(end.x - out)} ${n(floor)} ${n(end.x - out)} ${n(end.y)} ${n(end.x)} ${n(end.y)}`
  );
}
