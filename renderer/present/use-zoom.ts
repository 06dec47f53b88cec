import { useEffect, useRef, type RefObject } from 'react';
import type { Box } from '../../shared/stack/layout.ts';

const GLIDE_MS = 450;
/** A picture that takes longer than this to draw jumps instead: a stutter is worse than no motion. */
const SLOW_MS = 90;

const eased = (share: number): number => 1 - (1 - share) ** 3;

function between(from: Box, to: Box, share: number): Box {
  const mix = (p: number, q: number): number => p + (q - p) * share;
  return {
    x: mix(from.x, to.x),
    y: mix(from.y, to.y),
    width: mix(from.width, to.width),
    height: mix(from.height, to.height),
  };
}

/**
 * Lets the SVGs in an element glide to a part of what they show; they jump there where motion is to
 * be reduced or a frame takes long.
 */
export function useZoom(ref: RefObject<HTMLElement | null>, to: Box | null): void {
  const shown = useRef<Box | null>(null);
  const key = to === null ? '' : [to.x, to.y, to.width, to.height].join(' ');
  useEffect(() => {
    const [x, y, width, height] = key.split(' ').map(Number);
    if (x === undefined || y === undefined || width === undefined || height === undefined) return;
    const target = { x, y, width, height };
    const from = shown.current;
    const show = (box: Box): void => {
      shown.current = box;
      const viewBox = `${box.x} ${box.y} ${box.width} ${box.height}`;
      for (const each of ref.current?.querySelectorAll('svg') ?? []) {
        each.setAttribute('viewBox', viewBox);
      }
    };
    if (!from || window.matchMedia('(prefers-reduced-motion: reduce)').matches) return show(target);
    const start = performance.now();
    let before = start;
    let frame = requestAnimationFrame(function next(now) {
      const isSlow = now - before > SLOW_MS;
      const share = isSlow ? 1 : Math.min(1, Math.max(0, (now - start) / GLIDE_MS));
      before = now;
      show(share === 1 ? target : between(from, target, eased(share)));
      if (share < 1) frame = requestAnimationFrame(next);
    });
    return () => cancelAnimationFrame(frame);
  }, [ref, key]);
}
