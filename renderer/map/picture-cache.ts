import { drawArea, type MapScene, type NameLines } from './draw-tiles.ts';
import type { Size, View } from './viewport.ts';

/** Side of a piece of the map in device pixels. */
const PIECE = 512;
/** A megabyte each. */
const MOST_PIECES = 90;
/** Time that one frame may spend on new pieces; what is left comes with the next frames. */
const BUDGET_MS = 9;
/** Device pixels per unit of the small picture of the whole. */
const OVERVIEW = 1.25;

interface Piece {
  readonly canvas: OffscreenCanvas;
  used: number;
}

/** What was on screen when it was sharp last. */
interface Backdrop {
  readonly canvas: OffscreenCanvas;
  readonly view: View;
  readonly ratio: number;
}

/** Where the backdrop lies under another view, in device pixels. */
function backdropOn(
  { canvas, view: before, ratio: oldRatio }: Backdrop,
  view: View,
  ratio: number,
) {
  const stretch = (view.zoom * ratio) / (before.zoom * oldRatio);
  return {
    x: view.x * ratio - before.x * oldRatio * stretch,
    y: view.y * ratio - before.y * oldRatio * stretch,
    width: canvas.width * stretch,
    height: canvas.height * stretch,
  };
}

type Spot = readonly [column: number, row: number];

function piecesInSight(left: number, top: number, size: Size, ratio: number): Spot[] {
  const lastColumn = Math.floor((size.width * ratio - left - 1) / PIECE);
  const lastRow = Math.floor((size.height * ratio - top - 1) / PIECE);
  const spots: Spot[] = [];
  for (let row = Math.floor(-top / PIECE); row <= lastRow; row++) {
    for (let column = Math.floor(-left / PIECE); column <= lastColumn; column++) {
      spots.push([column, row]);
    }
  }
  return spots;
}

/**
 * The map in pieces, as bitmaps, each drawn when it first comes into sight: moving about only puts
 * them side by side. While one zooms, what was sharp last is stretched, over a small picture of
 * the whole; new pieces are drawn when the zoom rests.
 */
export class PictureCache {
  private scene: MapScene | null = null;
  private pieces = new Map<string, Piece>();
  private scale = 0;
  private overview: OffscreenCanvas | null = null;
  private backdrop: Backdrop | null = null;
  private lines: NameLines = new Map();
  private frame = 0;

  setScene(scene: MapScene): void {
    if (scene === this.scene) return;
    this.scene = scene;
    this.forget();
    this.overview = null;
    this.backdrop = null;
  }

  private forget(): void {
    this.pieces.clear();
    this.lines.clear();
  }

  private drawOverview(scene: MapScene): OffscreenCanvas {
    const { width, height } = scene.model.layout;
    const canvas = new OffscreenCanvas(width * OVERVIEW, height * OVERVIEW);
    const context = canvas.getContext('2d', { alpha: false });
    if (context) {
      context.scale(OVERVIEW, OVERVIEW);
      const all = { x: 0, y: 0, width, height };
      drawArea(context, scene, all, OVERVIEW, new Map());
    }
    return canvas;
  }

  /** Keeps what is on screen, to be stretched until the new zoom is drawn. */
  private keepBackdrop(from: HTMLCanvasElement, view: View, ratio: number): void {
    if (from.width === 0 || from.height === 0) return;
    const canvas = new OffscreenCanvas(from.width, from.height);
    canvas.getContext('2d', { alpha: false })?.drawImage(from, 0, 0);
    this.backdrop = { canvas, view, ratio };
  }

  private piece(scene: MapScene, column: number, row: number, ratio: number): OffscreenCanvas {
    const canvas = new OffscreenCanvas(PIECE, PIECE);
    const context = canvas.getContext('2d', { alpha: false });
    if (context) {
      const units = PIECE / this.scale;
      const area = { x: column * units, y: row * units, width: units, height: units };
      context.setTransform(this.scale, 0, 0, this.scale, -column * PIECE, -row * PIECE);
      drawArea(context, scene, area, this.scale / ratio, this.lines);
    }
    return canvas;
  }

  /**
   * Puts the map onto a canvas of device pixels, `ratio` of them per CSS pixel.
   * @param isZooming draws no new pieces: the zoom will be another one soon
   * @returns whether everything is sharp; otherwise another frame is wanted
   */
  paint(
    context: CanvasRenderingContext2D,
    { view, size, ratio, isZooming }: { view: View; size: Size; ratio: number; isZooming: boolean },
  ): boolean {
    const { scene } = this;
    if (!scene) return true;
    this.frame++;
    const scale = view.zoom * ratio;
    const isOtherScale = Math.abs(scale - this.scale) > 1e-9;
    if (isOtherScale && !isZooming) {
      this.scale = scale;
      this.forget();
    }
    if (isOtherScale && isZooming) {
      this.paintRough(context, scene, view, ratio);
      return false;
    }
    const left = Math.round(view.x * ratio);
    const top = Math.round(view.y * ratio);
    const inSight = piecesInSight(left, top, size, ratio);
    const isSharp = this.drawMissing(scene, inSight, ratio);
    if (!isSharp) this.paintRough(context, scene, view, ratio);
    for (const [column, row] of inSight) {
      const piece = this.pieces.get(`${column},${row}`);
      if (!piece) continue;
      piece.used = this.frame;
      context.drawImage(piece.canvas, left + column * PIECE, top + row * PIECE);
    }
    if (isSharp) this.backdrop = null;
    this.evict();
    return isSharp;
  }

  /** @returns whether all pieces are there now */
  private drawMissing(scene: MapScene, inSight: readonly Spot[], ratio: number): boolean {
    const start = performance.now();
    for (const [column, row] of inSight) {
      const key = `${column},${row}`;
      if (this.pieces.has(key)) continue;
      if (performance.now() - start > BUDGET_MS) return false;
      const canvas = this.piece(scene, column, row, ratio);
      this.pieces.set(key, { canvas, used: this.frame });
    }
    return true;
  }

  /** To be called before the zoom changes, while the canvas shows tiles alone. */
  beforeZoom(canvas: HTMLCanvasElement, view: View, ratio: number): void {
    if (!this.backdrop) this.keepBackdrop(canvas, view, ratio);
  }

  private paintRough(
    context: CanvasRenderingContext2D,
    scene: MapScene,
    view: View,
    ratio: number,
  ): void {
    const scale = view.zoom * ratio;
    const { width, height } = scene.model.layout;
    context.imageSmoothingQuality = 'low';
    const stretched = this.backdrop && backdropOn(this.backdrop, view, ratio);
    const { width: across, height: down } = context.canvas;
    const isCovered =
      stretched &&
      stretched.x <= 0 &&
      stretched.y <= 0 &&
      stretched.x + stretched.width >= across &&
      stretched.y + stretched.height >= down;
    // Zooming in, which happens most, needs one picture and not two.
    if (!isCovered) {
      this.overview ??= this.drawOverview(scene);
      const [left, top] = [view.x * ratio, view.y * ratio];
      context.drawImage(this.overview, left, top, width * scale, height * scale);
    }
    if (!this.backdrop || !stretched) return;
    const { x, y, width: wide, height: high } = stretched;
    context.drawImage(this.backdrop.canvas, x, y, wide, high);
  }

  private evict(): void {
    if (this.pieces.size <= MOST_PIECES) return;
    const byAge = [...this.pieces].sort(([, a], [, b]) => a.used - b.used);
    for (const [key] of byAge.slice(0, this.pieces.size - MOST_PIECES)) this.pieces.delete(key);
  }
}
