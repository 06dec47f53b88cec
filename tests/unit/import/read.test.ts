import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { separatorOf } from '../../../shared/finder/table-rows.ts';
import { categoryFor } from '../../../shared/import/categories.ts';
import { guessKind, guessMapping } from '../../../shared/import/columns.ts';
import { decodeText, detectEncoding, type Encoding } from '../../../shared/import/decode-text.ts';
import { IMPORT_LIMITS } from '../../../shared/import/limits.ts';
import { addressOf, mapIntegrations, mapProducts } from '../../../shared/import/map-rows.ts';
import { readJsonTables } from '../../../shared/import/read-json.ts';
import { readTables } from '../../../shared/import/read-tables.ts';
import {
  namedColumns,
  readDelimited,
  TableBuilder,
  type ImportTable,
} from '../../../shared/import/table.ts';
import { unwrap } from '../../../shared/result.ts';

/** Text in an encoding of one byte a letter, by turning the decoder round. */
function encoded(text: string, encoding: Encoding): Uint8Array {
  const bytes = new Map<string, number>();
  const decoder = new TextDecoder(encoding);
  for (let byte = 0; byte < 256; byte++) bytes.set(decoder.decode(Uint8Array.of(byte)), byte);
  return Uint8Array.from([...text], (letter) => bytes.get(letter)!);
}

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

  it('is UTF-8 also where a character is cut in two at the end', () => {
    expect(detectEncoding(Buffer.from('Café, Müllé').subarray(0, -1))).toBe('utf-8');
    expect(detectEncoding(Buffer.from(`${'a'.repeat(1024 * 1024 - 1)}é`))).toBe('utf-8');
  });

  it('is seen also where the first letter that tells comes late', () => {
    const late = Buffer.from(`${'name,address\n'.repeat(10_000)}M\u00fcller,K\u00f6ln\n`, 'latin1');
    expect(detectEncoding(late)).toBe('windows-1252');
  });

  it.each([
    ['windows-1251', 'Название;Категория\nАналитика;Рассылка писем и сообщений'],
    ['koi8-r', 'Название;Категория\nАналитика;Рассылка писем и сообщений'],
    ['windows-1253', 'Όνομα;Κατηγορία\nΑναλυτικά στοιχεία;Μάρκετινγκ και πωλήσεις'],
    ['windows-1254', 'Müşteri ilişkileri yönetimi;Satış\nPazarlama çözümleri;İletişim ağı'],
    ['windows-1250', 'Zarządzanie treścią;źródło\nSprzedaż i obsługa;łączność'],
  ] as const)('is guessed as %s by its letters', (encoding, text) => {
    expect(detectEncoding(encoded(text, encoding))).toBe(encoding);
    expect(decodeText(encoded(text, encoding), encoding)).toBe(text);
  });

  it('is guessed as Shift JIS where pairs of bytes make Japanese', () => {
    // "テスト", "作業" and "マーケティング", a line each.
    const bytes = Buffer.from('8365835883670a8dec8bc60a837d815b8350836583428393834f0a', 'hex');
    expect(detectEncoding(bytes)).toBe('shift_jis');
    expect(decodeText(bytes, 'shift_jis')).toBe('テスト\n作業\nマーケティング\n');
  });
});

describe('a table of characters', () => {
  it('keeps the numbers of its rows, blank ones counted', () => {
    const { header, rows, firstRow } = table('Name;Note\r\nA;1\r\n\r\nB;2\r\n');
    expect(header).toEqual(['Name', 'Note']);
    expect(firstRow).toBe(2);
    expect(rows).toEqual([['A', '1'], [], ['B', '2']]);
  });

  it('refuses a file of nothing but line breaks after a row, holding none of them', () => {
    const builder = new TableBuilder('', false);
    for (let at = 1; at <= IMPORT_LIMITS.rows + 5; at++) {
      expect(builder.add(at === 1 ? ['A'] : [''], at)).toBeNull();
    }
    expect(builder.rows).toHaveLength(1);
    expect(builder.add(['B'], IMPORT_LIMITS.rows + 6)).toMatchObject({
      error: { code: 'too-large' },
    });
    expect(builder.end().rows).toEqual([['A']]);
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

describe('a workbook', () => {
  it('that lies about what it unpacks to is refused, and never unpacked in full', async () => {
    const real = 80 * 1024 * 1024;
    const bomb = zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      'xl/worksheets/sheet1.xml': new Uint8Array(real).fill(32),
    });
    const view = new DataView(bomb.buffer);
    for (let at = 0; at + 4 <= bomb.length; at++) {
      if (view.getUint32(at, true) === real) view.setUint32(at, 100, true);
    }
    const read = await readTables(bomb, 'bomb.xlsx');
    expect(read).toMatchObject({ ok: false, error: { code: 'damaged-file' } });
  });
});
