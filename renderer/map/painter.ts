import { themes } from '../../shared/diagram/theme.ts';
import { tileOf } from '../../shared/landscape/map-model.ts';
import type { Box } from '../../shared/stack/layout.ts';
import { drawHeads, type HeadFacts } from './draw-heads.ts';
import type { MapScene } from './draw-tiles.ts';
import { PictureCache } from './picture-cache.ts';
import { toScreen, type Size, type View } from './viewport.ts';

/** The zoom rests when it has not changed for so long. */
const REST_MS = 130;

/** What is outlined on top of the tiles; products by index. */
export interface Marks {
  readonly hovered: number | null;
  /** The product that the keyboard is on, while the map has the focus. */
  readonly cursor: number | null;
  /** The product whose panel is open. */
  readonly open: number | null;
}

interface Layers {
  readonly tiles: HTMLCanvasElement;
  readonly heads: HTMLCanvasElement;
}

export interface Painter {
  setScene(scene: MapScene, facts: HeadFacts): void;
  setView(view: View): void;
  setMarks(marks: Marks): void;
  resize(size: Size, ratio: number): void;
  dispose(): void;
}

function outline(context: CanvasRenderingContext2D, box: Box, colour: string, halo: string): void {
  // A tile of four pixels needs a ring that is seen around it.
  const grow = Math.max(2, Math.min(4, box.width * 0.06));
  const corner = Math.max(3, box.width * 0.12);
  const ring = (by: number, width: number, stroke: string): void => {
    context.lineWidth = width;
    context.strokeStyle = stroke;
    context.beginPath();
    context.roundRect(box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by, corner);
    context.stroke();
  };
  ring(grow, 4.5, halo);
  ring(grow, 2.5, colour);
}

/** Draws the map when something has changed, at most once a frame. */
export function createPainter({ tiles, heads }: Layers): Painter {
  const tileContext = tiles.getContext('2d', { alpha: false });
  const headContext = heads.getContext('2d');
  const cache = new PictureCache();
  let scene: MapScene | null = null;
  let facts: HeadFacts = { matching: null, categories: new Map() };
  let view: View | null = null;
  let marks: Marks = { hovered: null, cursor: null, open: null };
  let size: Size = { width: 0, height: 0 };
  let ratio = 1;
  let areTilesStale = true;
  let zoomedAt = -Infinity;
  let frame = 0;

  const schedule = (): void => {
    if (frame === 0) frame = requestAnimationFrame(draw);
  };

  function drawTiles(now: number): void {
    if (!tileContext || !scene || !view) return;
    const isZooming = now - zoomedAt < REST_MS;
    tileContext.setTransform(1, 0, 0, 1, 0, 0);
    tileContext.fillStyle = themes[scene.theme].surface;
    tileContext.fillRect(0, 0, tiles.width, tiles.height);
    areTilesStale = !cache.paint(tileContext, { view, size, ratio, isZooming });
    if (areTilesStale) schedule();
  }

  function drawMarks(context: CanvasRenderingContext2D, from: MapScene, at: View): void {
    const style = getComputedStyle(heads);
    const colour = style.getPropertyValue('--focus');
    const quiet = style.getPropertyValue('--border-strong');
    const halo = themes[from.theme].card;
    const ring = (product: number | null, stroke: string): void => {
      const box = product === null ? null : tileOf(from.model, product);
      if (box) outline(context, toScreen(at, box), stroke, halo);
    };
    if (marks.hovered !== marks.cursor) ring(marks.hovered, quiet);
    ring(marks.open, colour);
    ring(marks.cursor, colour);
  }

  function draw(now: number): void {
    frame = 0;
    if (!scene || !view || size.width === 0 || size.height === 0) return;
    if (areTilesStale) drawTiles(now);
    if (!headContext) return;
    headContext.setTransform(ratio, 0, 0, ratio, 0, 0);
    headContext.clearRect(0, 0, size.width, size.height);
    drawHeads(headContext, scene, facts, view, size);
    drawMarks(headContext, scene, view);
  }

  return {
    setScene(nextScene, nextFacts) {
      scene = nextScene;
      facts = nextFacts;
      cache.setScene(nextScene);
      areTilesStale = true;
      schedule();
    },
    setView(next) {
      if (view && next.zoom !== view.zoom) {
        if (!areTilesStale) cache.beforeZoom(tiles, view, ratio);
        zoomedAt = performance.now();
      }
      view = next;
      areTilesStale = true;
      schedule();
    },
    setMarks(next) {
      marks = next;
      schedule();
    },
    resize(next, nextRatio) {
      size = next;
      ratio = nextRatio;
      for (const layer of [tiles, heads]) {
        layer.width = Math.round(size.width * ratio);
        layer.height = Math.round(size.height * ratio);
      }
      areTilesStale = true;
      // At once: an emptied canvas would flash until the next frame.
      cancelAnimationFrame(frame);
      draw(performance.now());
    },
    dispose: () => cancelAnimationFrame(frame),
  };
}
