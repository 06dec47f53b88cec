import { useCallback, type KeyboardEvent } from 'react';
import type { MapModel, Place } from '../../shared/landscape/map-model.ts';
import { useView } from '../state/view.ts';
import type { MapController } from './map-controller.ts';
import { useMapCursor } from './map-cursor.ts';
import { directionOf, moveCategory, moveTile, nextMatch, stepCategory } from './map-keys.ts';
import { announce, type MapFacts } from './map-words.ts';

const start: Place = { block: 0, at: 0 };

/** Where a key leads from a place, or null for a key that does not move. */
function placeAfter(event: KeyboardEvent, place: Place, facts: MapFacts): Place | null {
  const { model, matches } = facts;
  const direction = directionOf(event.key);
  const withMod = event.ctrlKey || event.metaKey;
  if (direction) {
    return withMod ? moveCategory(model, place, direction) : moveTile(model, place, direction);
  }
  if (withMod) return null;
  switch (event.key) {
    case 'PageDown':
      return stepCategory(model, place, 1);
    case 'PageUp':
      return stepCategory(model, place, -1);
    case 'Home':
      return { block: place.block, at: 0 };
    case 'End':
      return { block: place.block, at: model.blocks[place.block]!.products.length - 1 };
    case 'n':
    case 'N':
      return nextMatch(model, place, matches, event.shiftKey ? -1 : 1);
    default:
      return null;
  }
}

export function productAt(model: MapModel, place: Place): number {
  return model.blocks[place.block]!.products[place.at]!;
}

/** The keyboard's way over the map. */
export function useMapKeys(facts: MapFacts, controller: MapController) {
  return useCallback(
    (event: KeyboardEvent): void => {
      if (event.altKey || event.target !== event.currentTarget) return;
      const { model } = facts;
      const { place } = useMapCursor.getState();
      const withMod = event.ctrlKey || event.metaKey;
      const done = (): void => event.preventDefault();

      const next = placeAfter(event, place ?? start, facts);
      if (next) {
        done();
        // The first key shows where the cursor is before it moves.
        const to = place === null && directionOf(event.key) ? start : next;
        const announcement = announce(to, place, facts);
        useMapCursor.setState({ place: to, isByKeyboard: true, hit: null, announcement });
        return controller.reveal(to);
      }
      if (event.key === 'Escape') {
        if (controller.outward(place)) done();
        return;
      }
      if (withMod) return;
      switch (event.key) {
        case 'Enter':
          if (!place) return;
          done();
          return useView.getState().openProduct(model.data.ids[productAt(model, place)] ?? null);
        case ' ':
          if (!place) return;
          done();
          return controller.show(model.blocks[place.block]!.box);
        case '0':
          done();
          return controller.fit();
        case '+':
        case '=':
          done();
          return zoomOnCursor(controller, model, place, 1.5);
        case '-':
          done();
          return zoomOnCursor(controller, model, place, 1 / 1.5);
        default:
      }
    },
    [facts, controller],
  );
}

function zoomOnCursor(
  controller: MapController,
  model: MapModel,
  place: Place | null,
  factor: number,
): void {
  if (!place) return controller.zoomBy(factor);
  const block = model.blocks[place.block]!;
  const { x, y, zoom } = controller.view();
  const half = block.pitch / 2;
  const column = place.at % block.columns;
  const row = Math.floor(place.at / block.columns);
  controller.zoomBy(factor, {
    x: (block.origin.x + column * block.pitch + half) * zoom + x,
    y: (block.origin.y + row * block.pitch + half) * zoom + y,
  });
}
