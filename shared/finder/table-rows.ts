export const separators = [',', ';', '\t', '|'] as const;
const LINES_LOOKED_AT = 20;

/** The separator that most of the first lines have; a comma where none has any. */
export function separatorOf(text: string): string {
  const lines = text.slice(0, 100_000).split(/\r\n|\n|\r/, LINES_LOOKED_AT);
  let best = { separator: ',' as string, lines: 0, all: 0 };
  for (const separator of separators) {
    const counts = lines.map((line) => line.split(separator).length - 1);
    const found = {
      separator,
      lines: counts.filter((count) => count > 0).length,
      all: counts.reduce((sum, count) => sum + count, 0),
    };
    if (found.lines > best.lines || (found.lines === best.lines && found.all > best.all)) {
      best = found;
    }
  }
  return best.separator;
}

/**
 * The rows of a table of characters, blank ones included, one at a time and in one pass whatever
 * the file holds: a quote that is never closed costs no more than its length, and no error is
 * collected. Cells past the first `mostCells` of a row are passed over.
 */
export function* tableRows(
  text: string,
  mostCells = 1000,
  separatedBy: string = separatorOf(text),
): Generator<string[]> {
  const separator = separatedBy.charCodeAt(0);
  const QUOTE = 34;
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    let cell = '';
    if (text.charCodeAt(at) === QUOTE) {
      let from = at + 1;
      for (;;) {
        const end = text.indexOf('"', from);
        if (end === -1) {
          cell += text.slice(from);
          at = text.length;
          break;
        }
        cell += text.slice(from, end);
        at = end + 1;
        if (text.charCodeAt(at) !== QUOTE) break;
        cell += '"';
        from = at + 1;
      }
    }
    const from = at;
    let code = text.charCodeAt(at);
    while (at < text.length && code !== separator && code !== 10 && code !== 13) {
      code = text.charCodeAt(++at);
    }
    if (row.length < mostCells) row.push(cell + text.slice(from, at));
    const endsRow = at >= text.length || code !== separator;
    if (code === 13 && text.charCodeAt(at + 1) === 10) at++;
    at++;
    if (endsRow) {
      yield row;
      row = [];
    }
  }
}
