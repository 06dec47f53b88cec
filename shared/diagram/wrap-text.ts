import { measureText, truncateText, visibleText, type FontStyle } from './measure-text.ts';

/**
 * A text of several paragraphs in lines that fit a width, broken between words, and inside a word
 * only where it alone is wider than the line.
 * @param most lines that there is room for; the last one ends in an ellipsis where more would follow
 */
export function wrapText(text: string, width: number, font: FontStyle, most: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split(/\r\n|[\n\r\u2028\u2029]/)) {
    let line = '';
    for (const word of visibleText(paragraph).split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line !== '' && measureText(longer, font) > width) {
        lines.push(line);
        line = word;
      } else line = longer;
      // One more than fits is enough to know that something was cut.
      if (lines.length > most) return cut(lines, width, font, most);
    }
    lines.push(line);
  }
  while (lines.at(-1) === '') lines.pop();
  return cut(lines, width, font, most);
}

function cut(lines: readonly string[], width: number, font: FontStyle, most: number): string[] {
  const kept = lines.slice(0, Math.max(0, most));
  const isCut = lines.length > kept.length;
  return kept.map((line, index) =>
    truncateText(isCut && index === kept.length - 1 ? `${line}…` : line, width, font),
  );
}
