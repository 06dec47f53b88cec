import { create } from 'zustand';
import type { MapHit, Place } from '../../shared/landscape/map-model.ts';
import type { Point } from './viewport.ts';

interface MapCursorState {
  /** Under the pointer. */
  readonly hit: MapHit | null;
  readonly point: Point;
  /** Where the keyboard is. */
  readonly place: Place | null;
  /** Whether the keyboard was used last; then its place is what is told about. */
  readonly isByKeyboard: boolean;
  readonly hasFocus: boolean;
  /** What assistive technology reads out. */
  readonly announcement: string;
}

/** What the map points at; apart from the map itself, as it changes with every move of the mouse. */
export const useMapCursor = create<MapCursorState>()(() => ({
  hit: null,
  point: { x: 0, y: 0 },
  place: null,
  isByKeyboard: false,
  hasFocus: false,
  announcement: '',
}));
