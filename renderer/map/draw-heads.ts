import {
  displayText,
  measureText,
  truncateText,
  type FontStyle,
} from '../../shared/diagram/measure-text.ts';
import { themes } from '../../shared/diagram/theme.ts';
import type { Category } from '../../shared/domain/product.ts';
import { mapColours } from '../../shared/landscape/map-colours.ts';
import { MAP } from '../../shared/landscape/map-layout.ts';
import type { ModelBlock } from '../../shared/landscape/map-model.ts';
import type { Box } from '../../shared/stack/layout.ts';
import { count as written } from '../product/words.ts';
import { MAP_FONT, meets, showsMarks, type MapScene } from './draw-tiles.ts';
import { toScreen, type Size, type View } from './viewport.ts';

/** What the heads say besides the names. */
export interface HeadFacts {
  /** Matches by block; null where nothing narrows the map. */
  readonly matching: readonly number[] | null;
  readonly categories: ReadonlyMap<string, Category>;
}

/** Height of the band that stays in sight while its category is scrolled past the top. */
export const STICKY = 26;
/** From this height a head has room for a sentence on what the category covers. */
const ROOMY = 64;

const cut = new Map<string, string>();

/** `truncateText`, remembered: the same few names are drawn with every frame. */
function fitted(text: string, room: number, font: FontStyle): string {
  const key = `${font.weight}|${font.size}|${Math.floor(room)}|${text}`;
  let short = cut.get(key);
  if (short === undefined) {
    if (cut.size > 4000) cut.clear();
    cut.set(key, (short = truncateText(displayText(text), Math.floor(room), font)));
  }
  return short;
}

/** Sizes by half pixels, so that zooming does not make a new font with every frame. */
function sizeFor(height: number, least: number, most: number, share: number): number {
  return Math.round(Math.min(most, Math.max(least, height * share)) * 2) / 2;
}

interface Line {
  readonly text: string;
  readonly count: string;
  readonly colour: string;
  readonly countColour: string;
  readonly font: FontStyle;
}

/** A name at the left, cut where need be, and a number at the right where both have room. */
function drawLine(
  context: CanvasRenderingContext2D,
  { text, count, colour, countColour, font }: Line,
  { x, y, width, height }: Box,
): void {
  const countFont: FontStyle = { size: font.size * 0.92, weight: 400 };
  const gap = font.size * 0.6;
  const countWidth = measureText(count, countFont);
  const least = Math.min(measureText(displayText(text), font), font.size * 4);
  const showsCount = width - countWidth - gap >= least;
  const room = showsCount ? width - countWidth - gap : width;
  if (room < font.size) return;
  const baseline = y + height / 2 + font.size * 0.36;
  context.textBaseline = 'alphabetic';
  context.textAlign = 'left';
  context.fillStyle = colour;
  context.font = `${font.weight} ${font.size}px ${MAP_FONT}`;
  context.fillText(fitted(text, room, font), x, baseline);
  if (!showsCount) return;
  context.textAlign = 'right';
  context.fillStyle = countColour;
  context.font = `400 ${countFont.size}px ${MAP_FONT}`;
  context.fillText(count, x + width, baseline);
}

/** Height of a block's head in map units. */
export function headHeight(block: ModelBlock): number {
  return block.origin.y - block.box.y;
}

function drawCategory(
  context: CanvasRenderingContext2D,
  scene: MapScene,
  facts: HeadFacts,
  index: number,
  view: View,
  size: Size,
): void {
  const block = scene.model.blocks[index]!;
  const theme = themes[scene.theme];
  const on = toScreen(view, block.box);
  const height = headHeight(block) * view.zoom;
  const matching = facts.matching?.[index] ?? null;
  const all = written(block.products.length);
  const count = matching === null ? all : `${written(matching)} of ${all}`;
  const isEmpty = matching === 0;
  const line: Omit<Line, 'font'> = {
    text: block.category.name,
    count,
    colour: isEmpty ? theme.mutedText : theme.text,
    countColour: matching ? mapColours[scene.theme][block.groupId].text : theme.mutedText,
  };
  const padding = Math.min(12, Math.max(3, MAP.categoryPadding * view.zoom));
  const inner = { x: on.x + padding, width: on.width - 2 * padding };
  if (
    showsMarks(scene.model, view.zoom) &&
    on.y + height < STICKY &&
    on.y + on.height > STICKY * 2
  ) {
    const x = Math.max(0, on.x);
    const end = Math.min(size.width, on.x + on.width);
    const band = { x, y: 0, width: end - x, height: STICKY };
    context.globalAlpha = 0.94;
    context.fillStyle = theme.card;
    context.fillRect(band.x, band.y, band.width, band.height);
    context.globalAlpha = 1;
    context.fillStyle = mapColours[scene.theme][block.groupId].accent;
    context.fillRect(band.x, STICKY - 1.5, band.width, 1.5);
    const left = Math.max(on.x + padding, 10);
    const right = Math.min(on.x + on.width - padding, size.width - 10);
    const font: FontStyle = { size: 13, weight: 600 };
    drawLine(context, { ...line, font }, { ...band, x: left, width: right - left });
    return;
  }
  if (height < ROOMY) {
    const font: FontStyle = { size: sizeFor(height, 9.5, 22, 0.56), weight: 600 };
    drawLine(context, { ...line, font }, { ...inner, y: on.y, height });
    return;
  }
  const font: FontStyle = { size: sizeFor(height, 18, 30, 0.26), weight: 600 };
  drawLine(
    context,
    { ...line, font },
    { ...inner, y: on.y + height * 0.12, height: height * 0.42 },
  );
  const covers = facts.categories.get(block.category.id)?.covers ?? '';
  const small: FontStyle = { size: sizeFor(height, 12, 16, 0.15), weight: 400 };
  context.textAlign = 'left';
  context.fillStyle = theme.mutedText;
  context.font = `400 ${small.size}px ${MAP_FONT}`;
  const sentence = covers.charAt(0).toUpperCase() + covers.slice(1);
  context.fillText(fitted(sentence, inner.width, small), inner.x, on.y + height * 0.76);
}

/** Names and counts of groups and categories: live text, sharp at every zoom. */
export function drawHeads(
  context: CanvasRenderingContext2D,
  scene: MapScene,
  facts: HeadFacts,
  view: View,
  size: Size,
): void {
  const screen = { x: 0, y: 0, ...size };
  const { model } = scene;
  for (const { group, box } of model.layout.groups) {
    const on = toScreen(view, { ...box, height: MAP.groupHeader });
    if (!meets(on, screen)) continue;
    const colours = mapColours[scene.theme][group.id];
    context.fillStyle = colours.accent;
    const bar = Math.min(6, Math.max(2, 2.5 * view.zoom));
    context.beginPath();
    context.roundRect(on.x, on.y, on.width, bar, bar / 2);
    context.fill();
    const inside = new Set(group.categories.map((category) => category.id));
    let products = 0;
    let matching = 0;
    model.blocks.forEach((block, index) => {
      if (!inside.has(block.category.id)) return;
      products += block.products.length;
      matching += facts.matching?.[index] ?? 0;
    });
    const padding = Math.min(14, 6 * view.zoom);
    const count = facts.matching
      ? `${written(matching)} of ${written(products)}`
      : written(products);
    const font: FontStyle = { size: sizeFor(on.height, 11, 36, 0.52), weight: 600 };
    drawLine(
      context,
      { text: group.name, count, colour: colours.text, countColour: colours.text, font },
      {
        x: on.x + padding,
        y: on.y + bar * 0.6,
        width: on.width - 2 * padding,
        height: on.height - bar * 0.6,
      },
    );
  }
  model.blocks.forEach((block, index) => {
    if (meets(toScreen(view, block.box), screen)) {
      drawCategory(context, scene, facts, index, view, size);
    }
  });
}
