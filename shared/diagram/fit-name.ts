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
  // Longer than any two lines could hold; measuring all of a hostile name would be wasted.
  const start = name.length > 200 ? `${name.slice(0, 200)}…` : name;
  for (const font of oneLine) {
    if (measureText(start, font) <= room) return { lines: [start], font };
  }
  const words = start.split(' ');
  let first = words[0] ?? '';
  let used = 1;
  for (; used < words.length; used++) {
    const longer = `${first} ${words[used]}`;
    if (measureText(longer, twoLines) > room) break;
    first = longer;
  }
  const rest = words.slice(used).join(' ');
  if (rest === '') return { lines: [truncateText(first, room, twoLines)], font: twoLines };
  return {
    lines: [truncateText(first, room, twoLines), truncateText(rest, room, twoLines)],
    font: twoLines,
  };
}
