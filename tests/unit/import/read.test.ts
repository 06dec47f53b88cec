import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { separatorOf } from '../../../shared/finder/table-rows.ts';
import { categoryFor } from '../../../shared/import/categories.ts';
import { guessKind, guessMapping } from '../../../shared/import/columns.ts';
import { decodeText, detectEncoding } from '../../../shared/import/decode-text.ts';
import { IMPORT_LIMITS } from '../../../shared/import/limits.ts';
import { addressOf, mapIntegrations, mapProducts } from '../../../shared/import/map-rows.ts';
import { readJsonTables } from '../../../shared/import/read-json.ts';
import { namedColumns, readDelimited, type ImportTable } from '../../../shared/import/table.ts';
import { unwrap } from '../../../shared/result.ts';

const table = (text: string, hasHeader = true): ImportTable =>
  unwrap(readDelimited(text, { separator: separatorOf(text), hasHeader }));

function refusal(text: string): string {
  const read = readDelimited(text, { separator: ',', hasHeader: true });
  if (read.ok) throw new Error('The table was taken.');
  return read.error.message;
}

describe('the encoding of a text', () => {
  const text = 'Café Müller, naïve';
  const utf16 = (bigEndian: boolean): Uint8Array => {
    const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
    return bigEndian ? bytes.swap16() : bytes;
  };

  it.each([
    ['utf-8', Buffer.from(text)],
    ['utf-8', Buffer.from(`\ufeff${text}`)],
    ['utf-16le', utf16(false)],
    ['utf-16be', utf16(true)],
    ['windows-1252', Buffer.from(text, 'latin1')],
  ] as const)('is found to be %s, and read', (encoding, bytes) => {
    expect(detectEncoding(bytes)).toBe(encoding);
    expect(decodeText(bytes, encoding)).toBe(text);
  });

  it('is UTF-8 also where a character is cut at the end of what is looked at', () => {
    expect(detectEncoding(Buffer.from(`${'a'.repeat(64 * 1024 - 1)}é`))).toBe('utf-8');
  });
});

describe('a table of characters', () => {
  it('keeps the numbers of its rows, blank ones counted', () => {
    const { header, rows, firstRow } = table('Name;Note\r\nA;1\r\n\r\nB;2\r\n');
    expect(header).toEqual(['Name', 'Note']);
    expect(firstRow).toBe(2);
    expect(rows).toEqual([['A', '1'], [], ['B', '2']]);
  });

  it('names columns that have no name, and those that share one', () => {
    expect(namedColumns(['Name', '', 'Name'])).toEqual(['Name', 'Column B', 'Name (2)']);
    expect(table('a,b\nc,d', false)).toMatchObject({
      header: ['Column A', 'Column B'],
      firstRow: 1,
      rows: [
        ['a', 'b'],
        ['c', 'd'],
      ],
    });
  });

  it('says in which row it has too many columns or rows, or too long a cell', () => {
    expect(refusal(`a\n${','.repeat(IMPORT_LIMITS.columns + 5)}x`)).toContain('Row 2');
    expect(refusal(`a\n${'x\n'.repeat(IMPORT_LIMITS.rows + 1)}`)).toContain('row 200,002');
    expect(refusal(`a,b\n1,"${'x'.repeat(40_000)}`)).toMatch(/Row 2, column B.*quotation mark/);
  });

  it('is read or refused, never more, whatever is in it', () => {
    const odd = fc.string({ unit: fc.constantFrom(...'",;\t|\n\r\u0000=+a é'), maxLength: 400 });
    fc.assert(
      fc.property(odd, fc.boolean(), (text, hasHeader) => {
        const read = readDelimited(text, { separator: separatorOf(text), hasHeader });
        if (!read.ok) return;
        const mapping = guessMapping(read.value.header, 'products');
        const { drafts, problems } = mapProducts(read.value, { name: 0, ...mapping });
        for (const { name } of drafts) {
          expect(name.length).toBeGreaterThan(0);
          expect(/[\p{Cc}]/u.test(name)).toBe(false);
        }
        const last = read.value.firstRow + read.value.rows.length;
        for (const { row } of [...drafts, ...problems]) expect(row).toBeLessThan(last);
      }),
    );
  });
});

describe('the tables in a JSON file', () => {
  it('are lists of objects, of names, and both of a Kumu file', () => {
    const list = unwrap(readJsonTables('[{"name":"A","tags":["x","y"]},{"url":"b.com"}]'));
    expect(list).toMatchObject([
      {
        header: ['name', 'tags', 'url'],
        rows: [
          ['A', 'x; y', ''],
          ['', '', 'b.com'],
        ],
      },
    ]);
    expect(unwrap(readJsonTables('["HubSpot","Braze"]'))[0]?.rows).toEqual([
      ['HubSpot'],
      ['Braze'],
    ]);
    const kumu = '{"elements":[{"label":"A"}],"connections":[{"from":"A","to":"B"}]}';
    expect(unwrap(readJsonTables(kumu)).map(({ name }) => name)).toEqual([
      'elements',
      'connections',
    ]);
  });

  it('say where the file stops being JSON', () => {
    const read = readJsonTables('[\n{"name": "A"},\n{"name" "B"}\n]');
    expect(read).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('line 3') as string },
    });
  });

  it.each(['{}', '[]', '[1,2]', 'null', '"x"', '[['.repeat(5000)])('are not there: %s', (text) => {
    expect(readJsonTables(text.slice(0, 20_000)).ok).toBe(false);
  });
});

describe('what a column is', () => {
  it.each([
    ['Application Name,Website,Owner', { name: 0, homepage: 1 }],
    ['Produkt;Webseite;Kategorie;Hersteller', { name: 0, homepage: 1, category: 2, vendor: 3 }],
    ['Id,Product name,Comments', { name: 1, note: 2 }],
  ])('is guessed from its head: %s', (header, mapping) => {
    expect(guessMapping(header.split(/[,;]/), 'products')).toEqual(mapping);
  });

  it('is guessed of integrations as well, and which of the two a table is', () => {
    const header = ['From', 'To', 'Type', 'Notes'];
    expect(guessKind(header)).toBe('integrations');
    expect(guessMapping(header, 'integrations')).toEqual({ from: 0, to: 1, kind: 2, note: 3 });
    expect(guessKind(['Name', 'Website'])).toBe('products');
    expect(guessKind(['Anything'])).toBe('products');
  });
});

describe('a row', () => {
  it('becomes a product, and what does not fit is told with its row and column', () => {
    const { drafts, problems } = mapProducts(
      table('Name,Homepage,Pricing\nAcme,acme.com,Monthly subscription\n,x,\nB,no link,'),
      { name: 0, homepage: 1, pricing: 2 },
    );
    expect(drafts).toMatchObject([
      { row: 2, name: 'Acme', homepage: 'https://acme.com/', pricing: ['recurring'] },
      { row: 4, name: 'B', homepage: null },
    ]);
    expect(problems).toEqual([
      { row: 3, column: 'A', reason: 'There is no name.' },
      { row: 4, column: 'B', reason: 'The homepage is no web address; it is left out.' },
    ]);
  });

  it('becomes an integration, its kind and direction understood as people write them', () => {
    const { drafts, problems } = mapIntegrations(
      table('From,To,Kind,Direction\nA,B,Data pipeline,both ways\nA,a,,\nA,C,magic,sideways'),
      { from: 0, to: 1, kind: 2, direction: 3 },
    );
    expect(drafts).toMatchObject([
      { row: 2, kind: 'pipeline', direction: 'both' },
      { row: 4, kind: 'native', direction: 'none' },
    ]);
    expect(problems.map(({ row, column }) => [row, column])).toEqual([
      [3, 'B'],
      [4, 'C'],
      [4, 'D'],
    ]);
  });

  it.each(['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', 'kein link', 'x'])(
    'has no homepage in %s',
    (text) => expect(addressOf(text)).toBeNull(),
  );
});

describe('the category that a word means', () => {
  const categories = [
    { id: 'crm', name: 'CRM', covers: 'customer records, pipeline' },
    { id: 'email', name: 'Email Marketing', covers: 'newsletters' },
    { id: 'cdp', name: 'Customer Data Platforms', covers: 'profiles' },
  ];

  it('is found by id, name, synonym, or words of it, and not guessed otherwise', () => {
    const of = (text: string) => categoryFor(text, categories);
    expect(['CRM', 'customer data platforms', 'ESP', 'Newsletters'].map(of)).toEqual([
      ...['crm', 'cdp', 'email', 'email'],
    ]);
    expect([of('customer'), of('Intranet'), of('')]).toEqual(['cdp', null, null]);
  });
});
