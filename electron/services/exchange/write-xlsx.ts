import type { CellValue, WriteSheet } from 'hucre';
import { writeXlsx as writeWorkbook } from 'hucre/xlsx';
import { displayText } from '../../../shared/diagram/measure-text.ts';
import type { Scene } from '../../../shared/diagram/scene.ts';
import { cardsByLane, groupOf, kindOf } from '../../../shared/exchange/scene-tables.ts';
import type { Stack } from '../../../shared/stack/stack.ts';

/** What the workbook says of a stack besides the diagram. */
export interface WorkbookFacts {
  readonly findings: readonly {
    readonly severity: string;
    readonly title: string;
    readonly detail: string;
  }[];
  readonly homepages: ReadonlyMap<string, string>;
}

interface Column {
  readonly header: string;
  readonly width: number;
  readonly numFmt?: string;
}

/** Excel's own limit on a cell. Source: Microsoft, "Excel specifications and limits". */
const MOST_CHARACTERS = 32_767;

/**
 * A name as a cell: always a string cell, which no spreadsheet takes for a formula whatever it
 * begins with, without characters that the file format forbids.
 */
function text(value: string): string {
  return displayText(value).slice(0, MOST_CHARACTERS);
}

function sheet(
  name: string,
  columns: readonly Column[],
  rows: readonly (readonly CellValue[])[],
): WriteSheet {
  const last = columnLetter(columns.length - 1);
  return {
    name,
    columns: columns.map(({ width, numFmt }) => ({ width, ...(numFmt ? { numFmt } : {}) })),
    rows: [columns.map(({ header }) => header), ...rows.map((row) => [...row])],
    cells: new Map(
      columns.map(({ header }, index) => [
        `0,${index}`,
        { value: header, type: 'string' as const, style: { font: { bold: true } } },
      ]),
    ),
    freezePane: { rows: 1 },
    ...(rows.length > 0 ? { autoFilter: { range: `A1:${last}${rows.length + 1}` } } : {}),
  };
}

/** 0 is A, 25 is Z, 26 is AA. */
export function columnLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetter(Math.floor(index / 26) - 1) + letter;
}

const stateWords = {
  'in-use': 'In use',
  planned: 'Planned',
  candidate: 'Candidate',
  'to-retire': 'To retire',
  'not-ours': 'Not ours',
} as const;

/**
 * The stack as a workbook of six sheets, with real types, frozen headers and filters.
 * @returns the bytes of an .xlsx file
 * Source: ECMA-376 (Office Open XML), written by hucre.
 */
export async function writeXlsx(
  stack: Stack,
  scene: Scene,
  facts: WorkbookFacts,
): Promise<Uint8Array> {
  const cards = cardsByLane(scene).flatMap(({ title, cards: inLane }) =>
    inLane.map((card) => ({ card, lane: title, node: stack.nodes[card.id] })),
  );
  const names = new Map(scene.cards.map((card) => [card.id, text(card.fullName)]));
  const neighbours = new Map<string, Set<string>>();
  for (const { from, to } of scene.edges) {
    neighbours.set(from, (neighbours.get(from) ?? new Set()).add(to));
    neighbours.set(to, (neighbours.get(to) ?? new Set()).add(from));
  }

  const products = sheet(
    'Products',
    [
      { header: 'Product', width: 28 },
      { header: 'Category', width: 34 },
      { header: 'Group', width: 24 },
      { header: 'Lane', width: 24 },
      { header: 'State', width: 12 },
      { header: 'Owner', width: 18 },
      { header: 'Yearly cost', width: 14, numFmt: '#,##0.00' },
      { header: 'Processor agreement', width: 20 },
      { header: 'Connections', width: 12 },
      { header: 'Homepage', width: 36 },
      { header: 'Id', width: 24 },
    ],
    cards.map(({ card, lane, node }) => [
      text(card.fullName),
      text(card.fullCategory),
      groupOf(card),
      text(lane),
      node ? stateWords[node.state] : null,
      node ? text(node.owner) : null,
      node?.yearlyCost ?? null,
      node?.hasProcessorAgreement ?? null,
      neighbours.get(card.id)?.size ?? 0,
      facts.homepages.get(card.productId) ?? null,
      card.productId,
    ]),
  );

  const integrations = sheet(
    'Integrations',
    [
      { header: 'From', width: 28 },
      { header: 'To', width: 28 },
      { header: 'Kind', width: 24 },
      { header: 'Flow', width: 12 },
      { header: 'Label', width: 32 },
      { header: 'Known to the catalogue', width: 22 },
    ],
    scene.edges.map((edge) => [
      names.get(edge.from) ?? edge.from,
      names.get(edge.to) ?? edge.to,
      kindOf(edge),
      { forward: 'one way', both: 'both ways', none: 'not stated' }[edge.direction],
      edge.label ? text(edge.label.full) : null,
      edge.kind !== 'user',
    ]),
  );

  const matrix = sheet(
    'Matrix',
    [
      { header: '', width: 28 },
      ...cards.map(({ card }) => ({ header: text(card.fullName), width: 14 })),
    ],
    cards.map(({ card }) => [
      text(card.fullName),
      ...cards.map(({ card: other }) => (neighbours.get(card.id)?.has(other.id) ? 1 : null)),
    ]),
  );

  const priced = cards.filter(({ node }) => node?.yearlyCost !== null && node !== undefined);
  const costs = sheet(
    'Costs',
    [
      { header: 'Product', width: 28 },
      { header: 'Owner', width: 18 },
      { header: 'Yearly cost', width: 16, numFmt: '#,##0.00' },
    ],
    priced.map(({ card, node }) => [
      text(card.fullName),
      text(node?.owner ?? ''),
      node?.yearlyCost ?? null,
    ]),
  );
  if (priced.length > 0) {
    const sum = priced.reduce((total, { node }) => total + (node?.yearlyCost ?? 0), 0);
    costs.rows?.push(['Total', null, sum]);
    costs.cells?.set(`${priced.length + 1},2`, {
      value: sum,
      type: 'formula',
      formula: `SUM(C2:C${priced.length + 1})`,
      formulaResult: sum,
      style: { font: { bold: true }, numFmt: '#,##0.00' },
    });
  }

  const owners = [...new Set(cards.flatMap(({ node }) => node?.owner || []))].sort((p, q) =>
    p.localeCompare(q, 'en'),
  );
  const raci = sheet(
    'RACI',
    [
      { header: 'Product', width: 28 },
      ...owners.map((owner) => ({ header: text(owner), width: 16 })),
    ],
    // Who answers for a product is what the stack knows; the rest is for people to fill in.
    cards.map(({ card, node }) => [
      text(card.fullName),
      ...owners.map((owner) => (node?.owner === owner ? 'A' : null)),
    ]),
  );
  if (owners.length > 0 && cards.length > 0) {
    raci.dataValidations = [
      {
        type: 'list',
        values: ['R', 'A', 'C', 'I'],
        range: `B2:${columnLetter(owners.length)}${cards.length + 1}`,
        showErrorMessage: true,
        errorTitle: 'RACI',
        errorMessage: 'R responsible, A accountable, C consulted, I informed',
      },
    ];
  }

  const checks = sheet(
    'Checks',
    [
      { header: 'Severity', width: 12 },
      { header: 'Finding', width: 48 },
      { header: 'What it means', width: 90 },
    ],
    facts.findings.map(({ severity, title, detail }) => [severity, text(title), text(detail)]),
  );

  return writeWorkbook({
    sheets: [products, integrations, matrix, costs, raci, checks],
    properties: { title: text(scene.name), creator: 'Stackscape' },
    defaultFont: { name: 'Calibri', size: 11 },
  });
}
