import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = join(import.meta.dirname, '../../resources/catalogue/curated');
const files = readdirSync(folder).filter((name) => /^descriptions-.+\.tsv$/.test(name));
const linesOf = (file: string): readonly string[] =>
  readFileSync(join(folder, file), 'utf8').trimEnd().split('\n');
const rows = files.flatMap((file) =>
  linesOf(file)
    .slice(1)
    .map((line) => line.split('\t')),
);

describe('the one-line descriptions', () => {
  it('cover at least a thousand products', () => {
    expect(rows.length).toBeGreaterThanOrEqual(1000);
  });

  it.each(files)('have two columns under a header and are sorted by id in %s', (file) => {
    const [header, ...lines] = linesOf(file);
    expect(header).toBe('id\tdescription');
    for (const line of lines) expect(line.split('\t'), line).toHaveLength(2);
    const ids = lines.map((line) => line.split('\t')[0]!);
    expect(ids).toEqual([...ids].sort());
  });

  it('describe each product once, no two products alike', () => {
    expect(new Set(rows.map(([id]) => id)).size).toBe(rows.length);
    expect(new Set(rows.map(([, text]) => text)).size).toBe(rows.length);
  });

  it('run to 4 to 18 words, start like a sentence and end without a full stop', () => {
    for (const [id = '', text = ''] of rows) {
      const words = text.split(' ').length;
      expect(words >= 4 && words <= 18, `${id}: ${words} words`).toBe(true);
      expect(text, id).toMatch(/^[\p{Lu}\d].*[^.\s]$/u);
    }
  });

  it('keep to British spelling and leave praise to others', () => {
    const praise = /\b(best|leading|powerful|seamless|robust|innovative|world-class|effortless)/i;
    const american =
      /\b(organiz|customiz|personaliz|optimiz|localiz|analyz|automatiz|color|behavior)/i;
    for (const [id, text] of rows) {
      expect(text, id).not.toMatch(praise);
      expect(text, id).not.toMatch(american);
    }
  });
});
