import { measureText, truncateText, type FontStyle } from './measure-text.ts';

export interface FittedName {
  /** One or two lines, none wider than the room. */
  readonly lines: readonly string[];
  readonly font: FontStyle;
}

const oneLine: readonly FontStyle[] = [
  { size: 14, weight: 600 },
  { size: 13, weight: 600 },
];
const twoLines: FontStyle = { size: 12, weight: 600 };

/**
 * A product's name for a card: on one line where it fits, a little smaller if need be; otherwise on
 * two lines, broken between words; cut with an ellipsis only when that is too little as well.
 * @param room width in canvas units
 */
export function fitName(name: string, room: number): FittedName {
  for (const font of oneLine) {
    if (measureText(name, font) <= room) return { lines: [name], font };
  }
  return { lines: breakLines(name, room, twoLines), font: twoLines };
}

/** One or two lines, broken between words, each cut with an ellipsis where it is too long still. */
export function breakLines(text: string, room: number, font: FontStyle): string[] {
  const words = text.split(' ');
  let first = words[0] ?? '';
  let used = 1;
  for (; used < words.length; used++) {
    const longer = `${first} ${words[used]}`;
    if (measureText(longer, font) > room) break;
    first = longer;
  }
  const rest = words.slice(used).join(' ');
  return [first, rest].filter((line) => line !== '').map((line) => truncateText(line, room, font));
}
