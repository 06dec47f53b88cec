import { advances, BLOCK_SIZE, UNITS_PER_EM } from './inter-metrics.ts';

export type FontWeight = keyof typeof advances;

export interface FontStyle {
  /** Canvas units. */
  readonly size: number;
  readonly weight: FontWeight;
}

/** The font of every diagram, and what stands in for it where it lacks a script. */
export const FONT_STACK =
  "Inter, 'Inter Variable', system-ui, -apple-system, 'Segoe UI', 'Noto Sans', sans-serif";

/** Widths in em of characters that Inter does not draw, where another font steps in. */
const FALLBACK = { wide: 1, emoji: 1.25, other: 0.62 } as const;
const ELLIPSIS = '…';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const tables = new Map<FontWeight, ReadonlyMap<number, Float64Array>>();

/** Widths in em by block; NaN where the font has no glyph. Unpacked on first use. */
function tableOf(weight: FontWeight): ReadonlyMap<number, Float64Array> {
  const known = tables.get(weight);
  if (known) return known;
  const table = new Map(
    advances[weight].map(([block, widths]) => [
      block,
      Float64Array.from(widths.split(' '), (width) =>
        width === '' ? Number.NaN : Number(width) / UNITS_PER_EM,
      ),
    ]),
  );
  tables.set(weight, table);
  return table;
}

/** Whether Inter draws the character. */
export function isInInter(codePoint: number): boolean {
  const width = tableOf(400).get(Math.floor(codePoint / BLOCK_SIZE))?.[codePoint % BLOCK_SIZE];
  return width !== undefined && !Number.isNaN(width);
}

function fallbackWidth(character: string): number {
  if (/^[\p{M}\p{Cf}\p{Cc}]$/u.test(character)) return 0;
  const wide =
    /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60]$/u;
  return wide.test(character) ? FALLBACK.wide : FALLBACK.other;
}

/** Width of one grapheme in em. */
function graphemeWidth(grapheme: string, table: ReadonlyMap<number, Float64Array>): number {
  // However many code points an emoji is joined of, it is drawn as one picture.
  if (/\p{Extended_Pictographic}\ufe0f|\p{Emoji_Presentation}/u.test(grapheme))
    return FALLBACK.emoji;
  let width = 0;
  for (const character of grapheme) {
    const codePoint = character.codePointAt(0) ?? 0;
    const known = table.get(Math.floor(codePoint / BLOCK_SIZE))?.[codePoint % BLOCK_SIZE];
    const own = known === undefined || Number.isNaN(known) ? fallbackWidth(character) : known;
    // A mark that combines adds nothing to the width of its base.
    width += /^\p{M}$/u.test(character) ? 0 : own;
  }
  return width;
}

function* graphemesOf(text: string): Generator<string> {
  // Most names are plain ASCII, for which every character is a grapheme.
  if (/^[\x20-\x7e]*$/.test(text)) yield* text;
  else for (const { segment } of segmenter.segment(text)) yield segment;
}

/**
 * Width of a line of text in canvas units, from the advance widths of Inter; kerning, which only
 * narrows it, is left out. Characters of other scripts are estimated.
 */
export function measureText(text: string, { size, weight }: FontStyle): number {
  const table = tableOf(weight);
  let width = 0;
  for (const grapheme of graphemesOf(text)) width += graphemeWidth(grapheme, table);
  return width * size;
}

/**
 * The text, or as much of its beginning as fits into the width with an ellipsis. Never cuts a
 * character in two.
 */
export function truncateText(text: string, most: number, font: FontStyle): string {
  const table = tableOf(font.weight);
  const room = most - measureText(ELLIPSIS, font);
  let width = 0;
  let fitting = '';
  let full = '';
  for (const grapheme of graphemesOf(text)) {
    width += graphemeWidth(grapheme, table) * font.size;
    full += grapheme;
    if (width > most) return fitting.trimEnd() + ELLIPSIS;
    if (width <= room) fitting = full;
  }
  return text;
}

/** Characters of a name that tooltips and descriptions carry; a hostile one may have thousands. */
const MOST_CHARACTERS = 200;

/**
 * Text in one line, without control characters and without the invisible marks that turn the
 * direction of what follows, so that a hostile text cannot reorder its neighbours. Everything
 * visible stays.
 */
export function visibleText(text: string): string {
  return (
    text
      // An unpaired half of a surrogate pair has no glyph and no place in a file.
      .replace(/\p{Cs}/gu, '\ufffd')
      .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
      .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
      .trim()
  );
}

/** Text as a diagram may draw it: see `visibleText`, and no longer than a sentence. */
export function displayText(text: string): string {
  const line = visibleText(text);
  if (line.length <= MOST_CHARACTERS) return line;
  let kept = '';
  for (const grapheme of graphemesOf(line)) {
    if (kept.length + grapheme.length >= MOST_CHARACTERS) break;
    kept += grapheme;
  }
  return kept.trimEnd() + ELLIPSIS;
}
