import { useEffect, useRef, type RefObject } from 'react';
import type { Box } from '../../shared/stack/layout.ts';

const GLIDE_MS = 450;

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

/** Lets an SVG glide to a part of what it shows; jumps there where motion is to be reduced. */
export function useZoom(to: Box | null): RefObject<SVGSVGElement | null> {
  const ref = useRef<SVGSVGElement | null>(null);
  const shown = useRef<Box | null>(null);
  const key = to === null ? '' : [to.x, to.y, to.width, to.height].join(' ');
  useEffect(() => {
    const [x, y, width, height] = key.split(' ').map(Number);
    if (x === undefined || y === undefined || width === undefined || height === undefined) return;
    const target = { x, y, width, height };
    const from = shown.current;
    const show = (box: Box): void => {
      shown.current = box;
      ref.current?.setAttribute('viewBox', `${box.x} ${box.y} ${box.width} ${box.height}`);
    };
    if (!from || window.matchMedia('(prefers-reduced-motion: reduce)').matches) return show(target);
    const start = performance.now();
    let frame = requestAnimationFrame(function next(now) {
      const share = Math.min(1, Math.max(0, (now - start) / GLIDE_MS));
      show(share === 1 ? target : between(from, target, eased(share)));
      if (share < 1) frame = requestAnimationFrame(next);
    });
    return () => cancelAnimationFrame(frame);
  }, [key]);
  return ref;
}
