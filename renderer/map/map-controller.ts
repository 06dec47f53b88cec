import { tileBox } from '../../shared/landscape/map-layout.ts';
import type { MapModel, Place } from '../../shared/landscape/map-model.ts';
import type { Box } from '../../shared/stack/layout.ts';
import { useMap } from './map-state.ts';
import {
  between,
  bringIntoSight,
  fitView,
  keepInSight,
  toMap,
  wholeView,
  zoomAt,
  type Point,
  type Room,
  type Size,
  type View,
} from './viewport.ts';

const MOVE_MS = 220;

function reducesMotion(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** Moves the view of the map, at once or gently. */
export interface MapController {
  view(): View;
  room(): Room;
  set(view: View): void;
  pan(dx: number, dy: number): void;
  /** @param point of the screen that stays where it is; the middle without one */
  zoomBy(factor: number, point?: Point): void;
  fit(): void;
  show(box: Box): void;
  /** Moves just so far that a product is in sight. */
  reveal(place: Place): void;
  /** From a category to its group, from a group to the whole. @returns false where all is seen */
  outward(place: Place | null): boolean;
  /** @param keepsPlace a map that was seen whole is not made smaller to fit */
  resize(size: Size, keepsPlace: boolean): void;
  stop(): void;
}

export function createMapController(model: MapModel): MapController {
  const map = { width: model.layout.width, height: model.layout.height };
  let room: Room = { width: 0, height: 0, map };
  let frame = 0;
  let target: View | null = null;

  const view = (): View => useMap.getState().view ?? wholeView(room);
  const stop = (): void => {
    cancelAnimationFrame(frame);
    target = null;
  };
  const isAll = ({ zoom }: View): boolean => zoom <= wholeView(room).zoom * 1.001;
  const put = (next: View): void => useMap.setState({ view: isAll(next) ? null : next });
  const set = (next: View): void => {
    stop();
    put(keepInSight(next, room));
  };

  function moveTo(next: View): void {
    stop();
    const to = keepInSight(next, room);
    if (reducesMotion()) return put(to);
    const from = view();
    const start = performance.now();
    target = to;
    const step = (now: number): void => {
      const share = Math.min(1, Math.max(0, (now - start) / MOVE_MS));
      if (share === 1) {
        target = null;
        return put(to);
      }
      put(between(from, to, 1 - (1 - share) ** 3, room));
      frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
  }

  return {
    view,
    room: () => room,
    set,
    pan(dx, dy) {
      const { x, y, zoom } = view();
      set({ x: x + dx, y: y + dy, zoom });
    },
    zoomBy(factor, point = { x: room.width / 2, y: room.height / 2 }) {
      // A second press while the first still moves goes on from where that one leads.
      moveTo(zoomAt(target ?? view(), point, factor, room));
    },
    fit: () => moveTo(wholeView(room)),
    show: (box) => moveTo(fitView(box, room)),
    reveal(place) {
      const now = target ?? view();
      const next = bringIntoSight(now, tileBox(model.blocks[place.block]!, place.at), room);
      if (next.x !== now.x || next.y !== now.y) moveTo(next);
    },
    outward(place) {
      if (isAll(view())) return false;
      const middle = toMap(view(), { x: room.width / 2, y: room.height / 2 });
      const block =
        place === null
          ? model.blocks.find(
              ({ box }) =>
                middle.x >= box.x &&
                middle.x < box.x + box.width &&
                middle.y >= box.y &&
                middle.y < box.y + box.height,
            )
          : model.blocks[place.block];
      const group = model.layout.groups.find(({ group: { id } }) => id === block?.groupId);
      const levels = [block?.box, group?.box].flatMap((box) => (box ? [fitView(box, room)] : []));
      const next = levels.find(({ zoom }) => zoom < view().zoom * 0.9);
      moveTo(next ?? wholeView(room));
      return true;
    },
    resize(next, keepsPlace) {
      const before = view();
      const isFirst = room.width === 0;
      room = { ...next, map };
      if (keepsPlace && !isFirst) set(before);
      else set(view());
    },
    stop,
  };
}
