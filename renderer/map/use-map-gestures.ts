import { useEffect, type RefObject } from 'react';
import { hitAt, type MapHit, type MapModel } from '../../shared/landscape/map-model.ts';
import { headHeight, STICKY } from './draw-heads.ts';
import { showsMarks } from './draw-tiles.ts';
import type { MapController } from './map-controller.ts';
import { toMap, toScreen, zoomAt, type Point } from './viewport.ts';

/** Pixels that a pointer may stray between down and up and still click. */
const CLICK_STRAY = 4;
/** Per pixel of the wheel; a notch of a mouse is about a hundred. */
const WHEEL_ZOOM = 0.0022;
/** Pinching a trackpad comes as a wheel of small numbers. */
const PINCH_ZOOM = 0.012;
const LINE_PIXELS = 33;

interface GestureOptions {
  readonly stageRef: RefObject<HTMLElement | null>;
  readonly model: MapModel;
  readonly controller: MapController;
  /** What is under the pointer, null when it leaves or drags. */
  readonly onHover: (hit: MapHit | null, point: Point) => void;
  readonly onClick: (hit: MapHit) => void;
}

/** What is under a point of the screen; bands that stick to the top belong to their category. */
function hitOnScreen(model: MapModel, controller: MapController, point: Point): MapHit | null {
  const view = controller.view();
  const { x, y } = toMap(view, point);
  if (point.y < STICKY && showsMarks(model, view.zoom)) {
    const below = hitAt(model, x, toMap(view, { x: point.x, y: STICKY }).y);
    if (below && below.kind !== 'group') {
      const block = model.blocks[below.block]!;
      const on = toScreen(view, block.box);
      if (on.y + headHeight(block) * view.zoom < STICKY) {
        return { kind: 'category', block: below.block };
      }
    }
  }
  return hitAt(model, x, y);
}

/** Dragging moves the map, the wheel and pinching zoom it, a double click zooms in. */
export function useMapGestures(options: GestureOptions): void {
  const { stageRef, model, controller, onHover, onClick } = options;
  useEffect(() => {
    const stage = stageRef.current;
    if (!stage) return;
    const pointers = new Map<number, Point>();
    let downAt: Point | null = null;
    let hasMoved = false;

    const pointOf = (event: MouseEvent): Point => {
      const { left, top } = stage.getBoundingClientRect();
      return { x: event.clientX - left, y: event.clientY - top };
    };
    const hover = (point: Point): void => {
      const hit = hitOnScreen(model, controller, point);
      stage.style.cursor = hit ? 'pointer' : 'default';
      onHover(hit, point);
    };

    const onDown = (event: PointerEvent): void => {
      if (event.button !== 0 && event.button !== 1) return;
      controller.stop();
      stage.setPointerCapture(event.pointerId);
      downAt = pointOf(event);
      pointers.set(event.pointerId, downAt);
      hasMoved = pointers.size > 1;
    };

    const pinch = (id: number, to: Point): void => {
      const from = pointers.get(id);
      const [other] = [...pointers].flatMap(([key, point]) => (key === id ? [] : [point]));
      if (!from || !other) return;
      const before = Math.hypot(from.x - other.x, from.y - other.y);
      const after = Math.hypot(to.x - other.x, to.y - other.y);
      const middle = { x: (to.x + other.x) / 2, y: (to.y + other.y) / 2 };
      const view = controller.view();
      const moved = { ...view, x: view.x + (to.x - from.x) / 2, y: view.y + (to.y - from.y) / 2 };
      controller.set(zoomAt(moved, middle, after / Math.max(1, before), controller.room()));
    };

    const onMove = (event: PointerEvent): void => {
      const point = pointOf(event);
      const before = pointers.get(event.pointerId);
      if (!before || !downAt) {
        if (event.pointerType !== 'touch') hover(point);
        return;
      }
      if (pointers.size > 1) pinch(event.pointerId, point);
      else if (hasMoved || Math.hypot(point.x - downAt.x, point.y - downAt.y) > CLICK_STRAY) {
        if (!hasMoved) {
          hasMoved = true;
          stage.style.cursor = 'grabbing';
          onHover(null, point);
        }
        controller.pan(point.x - before.x, point.y - before.y);
      } else return;
      pointers.set(event.pointerId, point);
    };

    const onUp = (event: PointerEvent): void => {
      if (!pointers.delete(event.pointerId)) return;
      const point = pointOf(event);
      const hit = hitOnScreen(model, controller, point);
      const isClick = !hasMoved && event.type === 'pointerup' && event.button === 0;
      if (pointers.size === 0) downAt = null;
      if (event.pointerType !== 'touch') hover(point);
      if (isClick && hit) onClick(hit);
    };

    const onWheel = (event: WheelEvent): void => {
      event.preventDefault();
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PIXELS : 1;
      // With Shift the wheel goes sideways, as everywhere.
      if (event.shiftKey && !event.ctrlKey) {
        return controller.pan(-(event.deltaX || event.deltaY) * unit, 0);
      }
      const point = pointOf(event);
      const isPinch = event.ctrlKey && Math.abs(event.deltaY) < 50;
      const power = Math.max(-300, Math.min(300, event.deltaY * unit));
      const factor = Math.exp(-power * (isPinch ? PINCH_ZOOM : WHEEL_ZOOM));
      controller.set(zoomAt(controller.view(), point, factor, controller.room()));
      hover(point);
    };

    const onDoubleClick = (event: MouseEvent): void =>
      controller.zoomBy(event.shiftKey ? 0.5 : 2, pointOf(event));
    const onLeave = (event: PointerEvent): void => onHover(null, pointOf(event));

    stage.addEventListener('pointerdown', onDown);
    stage.addEventListener('pointermove', onMove);
    stage.addEventListener('pointerup', onUp);
    stage.addEventListener('pointercancel', onUp);
    stage.addEventListener('pointerleave', onLeave);
    stage.addEventListener('wheel', onWheel, { passive: false });
    stage.addEventListener('dblclick', onDoubleClick);
    return () => {
      stage.removeEventListener('pointerdown', onDown);
      stage.removeEventListener('pointermove', onMove);
      stage.removeEventListener('pointerup', onUp);
      stage.removeEventListener('pointercancel', onUp);
      stage.removeEventListener('pointerleave', onLeave);
      stage.removeEventListener('wheel', onWheel);
      stage.removeEventListener('dblclick', onDoubleClick);
    };
  }, [stageRef, model, controller, onHover, onClick]);
}
