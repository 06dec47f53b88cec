import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EmbeddedFont } from '../../../shared/diagram/write-svg.ts';
import { resourcePath, resources } from './resource-path.ts';

interface Subset {
  readonly file: string;
  readonly unicodeRange: string;
  readonly ranges: readonly (readonly [first: number, last: number])[];
}

let subsets: readonly Subset[] | undefined;
const dataUris = new Map<string, string>();

/** "U+0000-00FF,U+0131" as pairs of code points. */
function parseRanges(unicodeRange: string): [number, number][] {
  return unicodeRange.split(',').map((range) => {
    const [first = '', last = first] = range.replace(/^U\+/, '').split('-');
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
  });
}

function readSubsets(): readonly Subset[] {
  const file = join(resourcePath(resources.fonts), 'unicode-ranges.json');
  const ranges = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  return Object.entries(ranges).map(([name, unicodeRange]) => ({
    file: `inter-${name}.woff2`,
    unicodeRange,
    ranges: parseRanges(unicodeRange),
  }));
}

function dataUri(file: string): string {
  const known = dataUris.get(file);
  if (known !== undefined) return known;
  const bytes = readFileSync(join(resourcePath(resources.fonts), file));
  const uri = `data:font/woff2;base64,${bytes.toString('base64')}`;
  dataUris.set(file, uri);
  return uri;
}

/** The parts of Inter that a text needs: Latin always, other alphabets where they occur. */
export function embeddedFonts(text: string): EmbeddedFont[] {
  subsets ??= readSubsets();
  const codePoints = new Set(Array.from(text, (character) => character.codePointAt(0) ?? 0));
  return subsets
    .filter(
      ({ file, ranges }) =>
        file === 'inter-latin.woff2' ||
        [...codePoints].some(
          (codePoint) =>
            // What Latin covers already needs no second file.
            !isLatin(codePoint) &&
            ranges.some(([first, last]) => codePoint >= first && codePoint <= last),
        ),
    )
    .map(({ file, unicodeRange }) => ({ dataUri: dataUri(file), unicodeRange }));
}

function isLatin(codePoint: number): boolean {
  const latin = subsets?.find(({ file }) => file === 'inter-latin.woff2');
  return latin?.ranges.some(([first, last]) => codePoint >= first && codePoint <= last) ?? false;
}
