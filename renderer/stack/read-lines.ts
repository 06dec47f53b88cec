/** So many lines of a list are matched at once. */
export const MOST_LINES = 500;

/** Names or domains of a pasted text, one a line, each once; bullets and numbers fall away. */
export function readLines(text: string): readonly string[] {
  const lines = text
    .split(/[\r\n]+/)
    .map((line) => line.replace(/^\s*(?:[-*•]|\d+[.)])\s+/, '').trim())
    .filter((line) => line !== '' && line.length <= 200);
  return [...new Set(lines)].slice(0, MOST_LINES);
}
