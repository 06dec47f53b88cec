/**
 * Reads the advance widths of Inter from its TrueType files and writes them as data for
 * shared/diagram, and copies the font files that exports need into resources/fonts. To be run again
 * when the font packages change: `node scripts/font-metrics.ts`.
 */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const ttfPackage = join(root, 'node_modules/@expo-google-fonts/inter');
const woffPackage = join(root, 'node_modules/@fontsource-variable/inter');
const fontFolder = join(root, 'resources/fonts');

const faces = [
  { weight: 400, file: '400Regular/Inter_400Regular.ttf' },
  { weight: 500, file: '500Medium/Inter_500Medium.ttf' },
  { weight: 600, file: '600SemiBold/Inter_600SemiBold.ttf' },
] as const;

const subsets = [
  'latin',
  'latin-ext',
  'cyrillic',
  'cyrillic-ext',
  'greek',
  'greek-ext',
  'vietnamese',
];

/** Code points worth a row: the alphabets Inter draws, punctuation, currencies, arrows, operators. */
const measured: readonly (readonly [number, number])[] = [
  [0x20, 0x24f],
  [0x2b0, 0x3ff],
  [0x400, 0x52f],
  [0x1e00, 0x1eff],
  [0x2000, 0x206f],
  [0x20a0, 0x20bf],
  [0x2100, 0x22ff],
];

/** Code points of one block of the table. */
const BLOCK = 64;

interface Font {
  readonly unitsPerEm: number;
  /** Advance width of a code point in font units, or null where the font has no glyph for it. */
  readonly advance: (codePoint: number) => number | null;
}

/**
 * Reads what text measurement needs of a TrueType file.
 * Source: the OpenType specification, tables `head`, `hhea`, `hmtx` and `cmap` (format 4 and 12).
 * @throws Error when a table is missing or the character map is of another format
 */
function readFont(bytes: Buffer): Font {
  const tables = new Map<string, number>();
  for (let index = 0; index < bytes.readUInt16BE(4); index++) {
    const record = 12 + index * 16;
    tables.set(bytes.toString('latin1', record, record + 4), bytes.readUInt32BE(record + 8));
  }
  const table = (tag: string): number => {
    const offset = tables.get(tag);
    if (offset === undefined) throw new Error(`The font has no ${tag} table.`);
    return offset;
  };
  const longMetrics = bytes.readUInt16BE(table('hhea') + 34);
  const widthOf = (glyph: number): number =>
    // Glyphs past the last full record share its width.
    bytes.readUInt16BE(table('hmtx') + Math.min(glyph, longMetrics - 1) * 4);
  const glyphOf = characterMap(bytes, table('cmap'));
  return {
    unitsPerEm: bytes.readUInt16BE(table('head') + 18),
    advance: (codePoint) => {
      const glyph = glyphOf(codePoint);
      return glyph === 0 ? null : widthOf(glyph);
    },
  };
}

function characterMap(bytes: Buffer, cmap: number): (codePoint: number) => number {
  const subtables = Array.from({ length: bytes.readUInt16BE(cmap + 2) }, (_, index) => {
    const offset = cmap + bytes.readUInt32BE(cmap + 4 + index * 8 + 4);
    return { offset, format: bytes.readUInt16BE(offset) };
  });
  const full = subtables.find(({ format }) => format === 12);
  if (full) return (codePoint) => lookUpFormat12(bytes, full.offset, codePoint);
  const basic = subtables.find(({ format }) => format === 4);
  if (basic) return (codePoint) => lookUpFormat4(bytes, basic.offset, codePoint);
  throw new Error('The font has no character map of format 4 or 12.');
}

function lookUpFormat12(bytes: Buffer, table: number, codePoint: number): number {
  for (let group = 0; group < bytes.readUInt32BE(table + 12); group++) {
    const record = table + 16 + group * 12;
    const first = bytes.readUInt32BE(record);
    if (codePoint >= first && codePoint <= bytes.readUInt32BE(record + 4)) {
      return bytes.readUInt32BE(record + 8) + codePoint - first;
    }
  }
  return 0;
}

function lookUpFormat4(bytes: Buffer, table: number, codePoint: number): number {
  const size = bytes.readUInt16BE(table + 6);
  const ends = table + 14;
  const starts = ends + size + 2;
  for (let at = 0; at < size; at += 2) {
    if (codePoint > bytes.readUInt16BE(ends + at)) continue;
    const first = bytes.readUInt16BE(starts + at);
    if (codePoint < first) return 0;
    const delta = bytes.readUInt16BE(starts + size + at);
    const rangeAt = starts + 2 * size + at;
    const range = bytes.readUInt16BE(rangeAt);
    if (range === 0) return (codePoint + delta) & 0xffff;
    const glyph = bytes.readUInt16BE(rangeAt + range + 2 * (codePoint - first));
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}

/** One line for each block of code points that has any: widths in order, empty where none. */
function blocksOf(font: Font): string[] {
  const blocks = new Map<number, string[]>();
  for (const [first, last] of measured) {
    for (let codePoint = first; codePoint <= last; codePoint++) {
      const block = Math.floor(codePoint / BLOCK);
      const widths = blocks.get(block) ?? Array.from({ length: BLOCK }, () => '');
      widths[codePoint % BLOCK] = font.advance(codePoint)?.toString() ?? '';
      blocks.set(block, widths);
    }
  }
  return [...blocks]
    .filter(([, widths]) => widths.some((width) => width !== ''))
    .sort(([p], [q]) => p - q)
    .map(([block, widths]) => `    [${block}, '${widths.join(' ')}'],`);
}

function writeMetrics(): void {
  const fonts = faces.map(({ weight, file }) => ({
    weight,
    font: readFont(readFileSync(join(ttfPackage, file))),
  }));
  const units = new Set(fonts.map(({ font }) => font.unitsPerEm));
  if (units.size !== 1) throw new Error('The weights of the font differ in units per em.');
  const lines = [
    '// Written by scripts/font-metrics.ts from the TrueType files of Inter; not to be edited by hand.',
    '',
    '/** Font units in one em. */',
    `export const UNITS_PER_EM = ${[...units].join('')};`,
    '/** Code points in one block. */',
    `export const BLOCK_SIZE = ${BLOCK};`,
    '',
    '/** Advance widths of Inter by weight: block number, then the widths of its code points in order. */',
    '// prettier-ignore',
    'export const advances: Readonly<',
    '  Record<400 | 500 | 600, readonly (readonly [block: number, widths: string])[]>',
    '> = {',
    ...fonts.flatMap(({ weight, font }) => [`  ${weight}: [`, ...blocksOf(font), '  ],']),
    '};',
    '',
  ];
  writeFileSync(join(root, 'shared/diagram/inter-metrics.ts'), lines.join('\n'));
}

function copyFonts(): void {
  mkdirSync(fontFolder, { recursive: true });
  for (const { weight, file } of faces) {
    copyFileSync(join(ttfPackage, file), join(fontFolder, `inter-${weight}.ttf`));
  }
  for (const subset of subsets) {
    const source = `files/inter-${subset}-wght-normal.woff2`;
    copyFileSync(join(woffPackage, source), join(fontFolder, `inter-${subset}.woff2`));
  }
  const ranges: unknown = JSON.parse(readFileSync(join(woffPackage, 'unicode.json'), 'utf8'));
  writeFileSync(join(fontFolder, 'unicode-ranges.json'), `${JSON.stringify(ranges, null, 2)}\n`);
  copyFileSync(join(woffPackage, 'LICENSE'), join(fontFolder, 'LICENSE.txt'));
}

writeMetrics();
copyFonts();
