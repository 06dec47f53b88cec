import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { tileBox } from '../../shared/landscape/map-layout.ts';
import type { MapHit } from '../../shared/landscape/map-model.ts';
import type { Box } from '../../shared/stack/layout.ts';
import { useMapCursor } from './map-cursor.ts';
import type { MapController } from './map-controller.ts';
import { useMap } from './map-state.ts';
import { wordsFor, type MapFacts } from './map-words.ts';
import { toScreen, type Size } from './viewport.ts';
import styles from './map-tooltip.module.css';

const AWAY = 14;

/** Below and right of what it is about, or on the other side where the room ends. */
function position(about: Box, own: Size, room: Size): string {
  const right = about.x + about.width + AWAY;
  const below = about.y + about.height + AWAY;
  const x = right + own.width < room.width ? right : Math.max(4, about.x - AWAY - own.width);
  const y = below + own.height < room.height ? below : Math.max(4, about.y - AWAY - own.height);
  return `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
}

interface MapTooltipProps {
  readonly facts: MapFacts;
  readonly controller: MapController;
}

/** Says what is under the pointer, or under the cursor of the keyboard. */
export function MapTooltip({ facts, controller }: MapTooltipProps): ReactNode {
  const ref = useRef<HTMLDivElement | null>(null);
  const { hit, point, place, isByKeyboard, hasFocus } = useMapCursor();
  // Moves along with the map.
  useMap((state) => state.view);
  const { model } = facts;

  let shown: MapHit | null = hit;
  let about: Box = { ...point, width: 0, height: 0 };
  if (isByKeyboard && place) {
    const block = model.blocks[place.block]!;
    shown = hasFocus
      ? { kind: 'product', product: block.products[place.at]!, block: place.block }
      : null;
    about = toScreen(controller.view(), tileBox(block, place.at));
  }

  useLayoutEffect(() => {
    const element = ref.current;
    const parent = element?.parentElement;
    if (!element || !parent) return;
    const own = { width: element.offsetWidth, height: element.offsetHeight };
    const room = { width: parent.clientWidth, height: parent.clientHeight };
    element.style.transform = position(about, own, room);
  });

  if (!shown) return null;
  const { title, lines } = wordsFor(shown, facts);
  return (
    // Read out by the live region; here it is for the eye.
    <div ref={ref} className={styles.tooltip} aria-hidden="true">
      <strong>
        <bdi>{title.slice(0, 200)}</bdi>
      </strong>
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </div>
  );
}
