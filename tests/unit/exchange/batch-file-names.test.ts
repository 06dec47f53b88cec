import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchFileNames, type BatchFile } from '../../../shared/exchange/batch-file-names.ts';
import { exportFormats, type ExportFormat } from '../../../shared/exchange/formats.ts';
import { unwrap } from '../../../shared/result.ts';

const file = (name: string, format: ExportFormat = 'svg', id = 'a1'): BatchFile => ({
  stack: { id, name },
  format,
});
const names = (files: readonly BatchFile[], template: string) =>
  unwrap(batchFileNames(files, template, '2026-11-26'));

describe('the files of a batch', () => {
  it('are named by a template, whose end is the format’s own', () => {
    expect(names([file('Mine')], '{stack}-{date}.{ext}')).toEqual(['Mine-2026-11-26.svg']);
    expect(names([file('Mine', 'drawio')], '{id} as {format}')).toEqual(['a1 as drawio.drawio']);
  });

  it('get a number where two would have one name, whatever its case', () => {
    expect(names([file('Mine'), file('MINE'), file('mine')], '{stack}')).toEqual([
      'Mine.svg',
      'MINE (2).svg',
      'mine (3).svg',
    ]);
  });

  it('are refused by a template with a word that means nothing, with those that do', () => {
    expect(batchFileNames([file('Mine')], '{stack}-{year}', 'x')).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', message: expect.stringContaining('{date}') as string },
    });
  });

  it('are never a path and never the same, whatever stacks are called', () => {
    const anyFile = fc.record({
      stack: fc.record({ id: fc.string(), name: fc.string() }),
      format: fc.constantFrom(...exportFormats),
    });
    const template = fc.constantFrom('{stack}.{ext}', '../{stack}', '{stack}/{id}', '{format}');
    fc.assert(
      fc.property(fc.array(anyFile, { maxLength: 12 }), template, (files, each) => {
        const made = names(files, each);
        expect(new Set(made.map((name) => name.toLowerCase())).size).toBe(files.length);
        for (const name of made) expect(name).not.toMatch(/[/\\]|^\./);
      }),
    );
  });
});
