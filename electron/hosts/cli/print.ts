/** Control and direction characters in a name could rewrite the terminal; shown as U+FFFD instead. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, '\ufffd');
}

const MAX_CELL = 60;

function cell(value: string | number | null): string {
  const text = printable(value === null ? '' : String(value));
  const characters = Array.from(text);
  return characters.length > MAX_CELL ? `${characters.slice(0, MAX_CELL - 1).join('')}…` : text;
}

const width = (text: string): number => Array.from(text).length;

/** Columns with a heading, as wide as what stands in them. */
export function table(
  headings: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): string {
  const cells = [headings.map((each) => each.toUpperCase()), ...rows.map((row) => row.map(cell))];
  const widths = headings.map((_, at) => Math.max(...cells.map((row) => width(row[at] ?? ''))));
  return cells
    .map((row) =>
      row
        .map((text, at) => text + ' '.repeat((widths[at] ?? 0) - width(text)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Everything but the answer itself goes to standard error. */
export function say(line: string): void {
  process.stderr.write(`${printable(line)}\n`);
}

export function printLine(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** The answer: one JSON value and nothing else, or `human` for reading. */
export function printAnswer(asJson: boolean, value: unknown, human: () => string): void {
  printLine(asJson ? JSON.stringify(value, null, 2) : human());
}
