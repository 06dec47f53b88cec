import { describe, expect, it } from 'vitest';
import { cellSign, cellWords, matrixOrder } from '../../../renderer/insights/matrix-words.ts';
import type { InsightProduct, MatrixPair } from '../../../shared/insights/contract.ts';
import {
  matrixNote,
  matrixToMarkdown,
  matrixToTsv,
  pairsByCell,
} from '../../../shared/insights/write-matrix.ts';

const product = (id: string, name = id): InsightProduct => ({
  id,
  name,
  categoryId: 'crm',
  groupId: 'social',
  icon: null,
  isKnown: true,
});

const pair = (a: number, b: number, rest: Partial<MatrixPair>): MatrixPair => ({
  a,
  b,
  relation: 'direct',
  kinds: ['events'],
  direction: 'none',
  isDrawn: false,
  via: [],
  hubs: [],
  ...rest,
});

const products = [product('a', 'Acme'), product('b', '=SUM(1)|x'), product('c'), product('d')];
const hubs = [product('z', 'Zap')];
const pairs = [
  pair(0, 1, { direction: 'forward' }),
  pair(1, 2, { kinds: [], isDrawn: true }),
  pair(0, 2, { relation: 'through', kinds: [], via: [1] }),
  pair(0, 3, { relation: 'hub', kinds: [], hubs: [0] }),
];
const table = { products, pairs, hubs, order: [0, 1, 2, 3] };

describe('a cell of the matrix', () => {
  it('points the way that data goes, as seen from its row', () => {
    const signs = (direction: MatrixPair['direction']) =>
      [0, 1].map((row) => cellSign(pair(0, 1, { direction }), row));
    expect(signs('forward')).toEqual(['→', '←']);
    expect(signs('back')).toEqual(['←', '→']);
    expect(signs('both')).toEqual(['↔', '↔']);
    expect(signs('none')).toEqual(['●', '●']);
    expect(cellSign(undefined, 0)).toBe('');
  });

  it('says in words what its sign shows', () => {
    const words = (row: number, column: number) =>
      cellWords(table, pairsByCell(4, pairs).get(row * 4 + column), row, column);
    expect(words(0, 1)).toContain('documented integration');
    expect(words(2, 1)).toContain('connection you drew');
    expect(words(2, 0)).toContain('both connect to =SUM(1)|x');
    expect(words(3, 0)).toContain('both integrate with Zap');
    expect(words(3, 1)).toContain('nothing documented');
  });
});

describe('the order of the matrix', () => {
  it('keeps categories, or goes by direct connections, or by name', () => {
    expect(matrixOrder(products, pairs, 'category')).toEqual([0, 1, 2, 3]);
    expect(matrixOrder(products, pairs, 'connections')).toEqual([1, 0, 2, 3]);
    expect(matrixOrder(products, pairs, 'name')).toEqual([1, 0, 2, 3]);
  });
});

describe('the copied table', () => {
  it('has a row and a column for each product and takes no name for a formula', () => {
    const rows = matrixToTsv(table)
      .trimEnd()
      .split('\n')
      .map((row) => row.split('\t'));
    expect(rows.map((row) => row.length)).toEqual([5, 5, 5, 5, 5]);
    expect(rows[0]).toEqual(['', 'Acme', "'=SUM(1)|x", 'c', 'd']);
    expect(rows[1]).toEqual([
      'Acme',
      '–',
      'direct (events)',
      'through =SUM(1)|x',
      'would be through Zap',
    ]);
    expect(rows[4]).toEqual(['d', 'would be through Zap', '', '', '–']);
  });

  it('keeps names from breaking the Markdown table, and says what an empty cell means', () => {
    const text = matrixToMarkdown(table);
    const rows = text.split('\n').filter((line) => line.startsWith('|'));
    for (const row of rows) expect(row.match(/(?<!\\)\|/g)).toHaveLength(6);
    expect(text).toContain(matrixNote);
  });
});
