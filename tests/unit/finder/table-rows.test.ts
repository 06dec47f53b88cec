import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { readInventoryFile } from '../../../shared/finder/read-inventory.ts';
import { separatorOf, tableRows } from '../../../shared/finder/table-rows.ts';
import { unwrap } from '../../../shared/result.ts';

const cell = fc.string({
  unit: fc.constantFrom('a', 'é', ' ', ',', '"', '\n', '|', ';'),
  maxLength: 6,
});
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('rows of a table', () => {
  it('are those that were written, whatever stands in their cells', () => {
    const tables = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 });
    fc.assert(
      fc.property(tables, (rows) => {
        const head = ['one', 'two'];
        const text = Papa.unparse([head, ...rows], { quotes: true });
        fc.pre(separatorOf(text) === ',');
        expect([...tableRows(text)]).toEqual([head, ...rows]);
      }),
    );
  });

  it('are told apart by semicolons and tabs as well', () => {
    expect([...tableRows('App;Users\nHubSpot;3')]).toEqual([
      ['App', 'Users'],
      ['HubSpot', '3'],
    ]);
    expect(separatorOf('App\tUsers\r\nAcme, Inc\t3')).toBe('\t');
  });

  it('end with the text where a quote is never closed', () => {
    expect([...tableRows('a,"b\nc,d')]).toEqual([['a', 'b\nc,d']]);
  });
});

describe('a file from the disk', () => {
  it('is read in UTF-16 and in the encoding of old Windows programs too', () => {
    const wide = Buffer.from('\ufeffApplication\nCafé Tool', 'utf16le');
    const old = Buffer.from('Application\nCafé Tool', 'latin1');
    for (const file of [wide, old]) {
      expect(unwrap(readInventoryFile(file)).sightings[0]?.value).toBe('Café Tool');
    }
  });

  it.each([
    ['a workbook', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), /save its list as CSV/],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0]), /binary file/],
    ['an empty file', new Uint8Array(), /empty/],
    ['JSON that is cut off', bytes('{"log":{"entries":[{"request"'), /cut off or damaged/],
    ['JSON that is nested without end', bytes('['.repeat(1_000_000)), /cut off or damaged/],
    ['a table of nothing but separators', bytes(','.repeat(1_000_000)), /no name or address/],
    ['a table without end', bytes('x\n'.repeat(600_000)), /more than 500,000 rows/],
    ['tags that never end', bytes('<script <img src'.repeat(100_000)), /no address/],
  ])('is refused with a sentence and soon: %s', (_what, file, sentence) => {
    const started = performance.now();
    const read = readInventoryFile(file);
    expect(read).toMatchObject({ ok: false, error: { message: expect.stringMatching(sentence) } });
    expect(performance.now() - started).toBeLessThan(3000);
  });

  it('keeps no value longer than a host or a name can be', () => {
    const long = 'Tool '.repeat(1000);
    const read = unwrap(readInventoryFile(bytes(`Application\n${long}\n${'a'.repeat(999)}.com`)));
    for (const { value } of read.sightings) expect(value.length).toBeLessThanOrEqual(253);
  });
});
