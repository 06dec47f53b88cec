import { breakLines } from '../../shared/diagram/fit-name.ts';
import { displayText } from '../../shared/diagram/measure-text.ts';
import { monogram } from '../../shared/diagram/monogram.ts';
import { themes, type ThemeName } from '../../shared/diagram/theme.ts';
import { tint } from '../../shared/diagram/tint.ts';
import type { Icon } from '../../shared/domain/product.ts';
import { mapColours, type TileColours } from '../../shared/landscape/map-colours.ts';
import { tileBox } from '../../shared/landscape/map-layout.ts';
import type { Level, MapModel, ModelBlock } from '../../shared/landscape/map-model.ts';
import type { Box } from '../../shared/stack/layout.ts';

export const MAP_FONT = "'Inter Variable', system-ui, sans-serif";

/** Side of a tile in pixels from which it shows an icon, and from which a name as well. */
const MARK_FROM = 15;
const NAME_FROM = 54;
const DIMMED_OPACITY = 0.3;

/** What is drawn, apart from where one looks. */
export interface MapScene {
  readonly model: MapModel;
  readonly theme: ThemeName;
  readonly matches: Uint8Array | null;
  readonly icons: Readonly<Record<string, Icon>>;
}

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

interface Brand {
  readonly path: Path2D;
  readonly colours: Readonly<Record<ThemeName, string>>;
}

/** Paths are parsed once: there are four hundred of them and they outlive every view. */
const brands = new Map<string, Brand>();

function brandOf(icon: Icon): Brand {
  let brand = brands.get(icon.slug);
  if (!brand) {
    const colours = { light: tint(icon.hex, 'light'), dark: tint(icon.hex, 'dark') };
    brands.set(icon.slug, (brand = { path: new Path2D(icon.path), colours }));
  }
  return brand;
}

export function meets(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Whether tiles show icons at this zoom. @param zoom CSS pixels per unit of the map */
export function showsMarks(model: MapModel, zoom: number): boolean {
  return (model.blocks[0]?.pitch ?? 0) * zoom >= MARK_FROM;
}

/** Numbers of the tiles of a block that lie in an area, row by row. */
function* tilesIn(block: ModelBlock, area: Box): Generator<number> {
  const { origin, pitch, columns, products } = block;
  const firstColumn = Math.max(0, Math.floor((area.x - origin.x) / pitch));
  const lastColumn = Math.min(columns - 1, Math.floor((area.x + area.width - origin.x) / pitch));
  const firstRow = Math.max(0, Math.floor((area.y - origin.y) / pitch));
  const lastRow = Math.floor((area.y + area.height - origin.y) / pitch);
  for (let row = firstRow; row <= lastRow; row++) {
    for (let column = firstColumn; column <= lastColumn; column++) {
      const at = row * columns + column;
      if (at >= products.length) return;
      yield at;
    }
  }
}

/** Rounded boxes of one colour in one path: one call of the canvas instead of hundreds. */
function fillTiles(context: Context, boxes: readonly Box[], colour: string, corner: number): void {
  if (boxes.length === 0) return;
  context.fillStyle = colour;
  if (corner < 0.15) {
    for (const { x, y, width, height } of boxes) context.fillRect(x, y, width, height);
    return;
  }
  context.beginPath();
  for (const { x, y, width, height } of boxes) context.roundRect(x, y, width, height, corner);
  context.fill();
}

interface Detail {
  readonly product: number;
  readonly box: Box;
}

function drawMark(
  context: Context,
  { model, theme, icons }: MapScene,
  { product, box }: Detail,
  withName: boolean,
): void {
  const slug = model.data.iconSlugs[model.data.icon[product] ?? -1];
  const icon = slug === undefined ? undefined : icons[slug];
  const middle = box.x + box.width / 2;
  const height = withName ? box.height * 0.56 : box.height;
  if (icon) {
    const { path, colours } = brandOf(icon);
    const side = withName ? box.width * 0.36 : box.width * 0.62;
    const before = context.getTransform();
    context.translate(
      middle - side / 2,
      box.y + (height - side) / 2 + (withName ? side * 0.12 : 0),
    );
    context.scale(side / 24, side / 24);
    context.fillStyle = colours[theme];
    context.fill(path);
    context.setTransform(before);
    return;
  }
  const lowered = withName ? box.height * 0.045 : 0;
  context.fillText(monogram(model.data.names[product] ?? ''), middle, box.y + height / 2 + lowered);
}

/** Names broken into lines, by product; for one size of tile. */
export type NameLines = Map<number, readonly string[]>;

function drawName(
  context: Context,
  { model }: MapScene,
  { product, box }: Detail,
  size: number,
  lines: NameLines,
): void {
  let own = lines.get(product);
  if (!own) {
    const name = displayText(model.data.names[product] ?? '');
    own = breakLines(name, box.width * 0.92, { size, weight: 500 });
    lines.set(product, own);
  }
  const middle = box.x + box.width / 2;
  const first = box.y + box.height * (own.length > 1 ? 0.7 : 0.76);
  own.forEach((line, at) => context.fillText(line, middle, first + at * size * 1.2));
}

function drawDetails(
  context: Context,
  scene: MapScene,
  colours: TileColours,
  details: readonly Detail[],
  zoom: number,
  lines: NameLines,
): void {
  const side = details[0]?.box.width;
  if (side === undefined) return;
  const withName = side * zoom >= NAME_FROM;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = colours.text;
  context.font = `600 ${side * (withName ? 0.26 : 0.42)}px ${MAP_FONT}`;
  for (const detail of details) {
    drawMark(context, scene, detail, withName);
    context.fillStyle = colours.text;
  }
  if (!withName) return;
  // As large as the tile allows, between what can be read and what would shout.
  const size = Math.min(14.5, Math.max(9.5, side * zoom * 0.125)) / zoom;
  context.font = `500 ${size}px ${MAP_FONT}`;
  for (const detail of details) drawName(context, scene, detail, size, lines);
}

function drawBlock(
  context: Context,
  scene: MapScene,
  block: ModelBlock,
  area: Box,
  zoom: number,
  lines: NameLines,
): void {
  const { model, matches, theme } = scene;
  const colours = mapColours[theme][block.groupId];
  const hasMarks = block.pitch * zoom >= MARK_FROM;
  const shades = hasMarks ? colours.behind : colours.plain;
  const byLevel: Record<Level, Box[]> = { 0: [], 1: [], 2: [], 3: [] };
  const dimmed: Box[] = [];
  const lit: Detail[] = [];
  const out: Detail[] = [];
  for (const at of tilesIn(block, area)) {
    const product = block.products[at]!;
    const box = tileBox(block, at);
    if (matches === null || matches[product] === 1) {
      byLevel[(model.levels[product] ?? 0) as Level].push(box);
      lit.push({ product, box });
    } else {
      dimmed.push(box);
      out.push({ product, box });
    }
  }
  const corner = block.pitch * 0.1;
  const roundFrom = block.pitch * zoom > 9 ? corner : 0;
  fillTiles(context, dimmed, colours.dimmed, roundFrom);
  for (const level of [0, 1, 2, 3] as const) {
    // Matches are few among many: all of them stand out, the unknown ones as well.
    const colour =
      matches === null ? shades[level] : hasMarks ? shades[3] : litPlain(colours, level);
    fillTiles(context, byLevel[level], colour, roundFrom);
  }
  if (!hasMarks) return;
  context.globalAlpha = DIMMED_OPACITY;
  drawDetails(context, scene, colours, out, zoom, lines);
  context.globalAlpha = 1;
  drawDetails(context, scene, colours, lit, zoom, lines);
}

function litPlain({ plain }: TileColours, level: Level): string {
  return level === 0 ? plain[2] : plain[3];
}

/**
 * Draws a part of the map: groups, categories and tiles, without their heads. The context's units are
 * those of the map.
 * @param area the part, in map units; nothing beyond it needs to be drawn
 * @param zoom CSS pixels per unit, which decides how much a tile shows
 */
export function drawArea(
  context: Context,
  scene: MapScene,
  area: Box,
  zoom: number,
  lines: NameLines,
): void {
  const theme = themes[scene.theme];
  context.fillStyle = theme.surface;
  context.fillRect(area.x, area.y, area.width, area.height);
  for (const { group, box } of scene.model.layout.groups) {
    if (!meets(box, area)) continue;
    context.fillStyle = mapColours[scene.theme][group.id].soft;
    context.beginPath();
    context.roundRect(box.x, box.y, box.width, box.height, 5);
    context.fill();
  }
  for (const block of scene.model.blocks) {
    if (!meets(block.box, area)) continue;
    const { x, y, width, height } = block.box;
    context.fillStyle = theme.card;
    context.beginPath();
    context.roundRect(x, y, width, height, 2.5);
    context.fill();
    drawBlock(context, scene, block, area, zoom, lines);
  }
}
