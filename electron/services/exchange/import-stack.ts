import { MAX_IMPORT_BYTES, type Input } from '../../../shared/contract/contract.ts';
import { displayText } from '../../../shared/diagram/measure-text.ts';
import { diagramToStack } from '../../../shared/exchange/diagram-to-stack.ts';
import type { ImportedDiagram } from '../../../shared/exchange/imported-diagram.ts';
import { readDrawio } from '../../../shared/exchange/read-drawio.ts';
import { readJsonCanvas } from '../../../shared/exchange/read-json-canvas.ts';
import { readNameList } from '../../../shared/exchange/read-names.ts';
import { parseStackFile, type StackContent } from '../../../shared/exchange/stack-file.ts';
import { Refusal, unwrap } from '../../../shared/result.ts';
import type { StackNode } from '../../../shared/stack/stack.ts';
import type { ExchangeCatalogue } from './exchange-catalogue.ts';
import { isZip } from '../../../shared/exchange/safe-unzip.ts';
import { readStackArchive, type StackArchive } from './stack-archive.ts';

const NAMED = 5;
const MAX_SHOWN_NAME = 60;

/** @throws Refusal where the text is no base64, or too large */
function decode(base64: string): Uint8Array {
  if (base64.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(base64)) {
    throw new Refusal('invalid-input', 'The file arrived incomplete. Try to import it again.');
  }
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length > MAX_IMPORT_BYTES) {
    throw new Refusal('too-large', 'The file is larger than 20 MB; no stack is.');
  }
  if (bytes.length === 0) throw new Refusal('invalid-input', 'The file is empty.');
  return bytes;
}

/** @throws Refusal where the bytes are not UTF-8 */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal('invalid-input', 'This is not a stack file: it is not text in UTF-8.');
  }
}

/** A hostile name must not reorder the sentence around it. */
function shown(hostile: string): string {
  const name = displayText(hostile);
  return `“${name.length > MAX_SHOWN_NAME ? `${name.slice(0, MAX_SHOWN_NAME)}…` : name}”`;
}

function refuseUnknown(unknown: readonly StackNode[]): void {
  const names = unknown.slice(0, NAMED).map((node) => shown(node.name));
  const further = unknown.length - names.length;
  const last = further > 0 ? `${further} more` : names.pop();
  const list = names.length > 0 ? `${names.join(', ')} and ${last}` : last;
  throw new Refusal(
    'unknown-products',
    `This catalogue does not know ${list}; nothing was imported.`,
    { count: unknown.length, products: unknown.slice(0, 100).map((node) => node.productId) },
  );
}

/**
 * The diagram in a text that is no stack file of ours: draw.io by its root, JSON Canvas by its nodes,
 * a list of names by the name of the file. Null where it is none of them.
 * @throws Refusal where it is one of them and cannot be read
 */
function diagramIn(text: string, fileName: string): ImportedDiagram | null {
  const start = text.slice(0, 2000).replace(/^\ufeff?\s*(<\?xml[^>]*\?>\s*)?/, '');
  if (/^<(mxfile|mxGraphModel)\b/.test(start) || /\.drawio$/i.test(fileName)) {
    return unwrap(readDrawio(text));
  }
  if (/\.(txt|md|list)$/i.test(fileName)) return unwrap(readNameList(text));
  const isCanvas = /\.canvas$/i.test(fileName);
  if (!isCanvas && !/^\{\s*"(nodes|edges)"/.test(start)) return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refusal('invalid-input', 'This canvas is not JSON, or only part of it.');
  }
  return unwrap(readJsonCanvas(value));
}

/** The stack of a diagram: shapes are products where that is sure, and notes where it is not. */
function recognised(
  diagram: ImportedDiagram,
  fileName: string,
  catalogue: ExchangeCatalogue,
): StackContent {
  const shapes = diagram.shapes.filter(({ role }) => role !== 'lane');
  const rows = catalogue.recognise(
    shapes.map(({ productId, label }) => ({ id: productId, name: label.split('\n')[0] ?? '' })),
  );
  const products = new Map(
    shapes.flatMap(({ id }, index) => {
      const row = rows[index];
      return row ? [[id, row] as const] : [];
    }),
  );
  const name = diagram.name || fileName.replace(/^.*[\\/]/, '').replace(/\.\w+$/, '');
  return diagramToStack(diagram, products, name);
}

/**
 * Reads a stack out of an imported file. What the catalogue says of a product goes before what the
 * file says, as it does for a product that a person adds.
 * @throws Refusal with a sentence for whatever is wrong with the file
 */
export function readImport(
  { fileName, base64, keepUnknown }: Input<'exchange:import-stack'>,
  catalogue: ExchangeCatalogue,
): StackArchive {
  const bytes = decode(base64);
  const text = isZip(bytes) ? null : textOf(bytes);
  const diagram = text === null ? null : diagramIn(text, fileName);
  if (diagram) return { content: recognised(diagram, fileName, catalogue), pictures: [] };
  const { content, pictures } =
    text === null
      ? readStackArchive(bytes)
      : { content: unwrap(parseStackFile(text)), pictures: [] };
  const nodes = Object.values(content.nodes);
  const rows = new Map(
    catalogue.rows(nodes.map((node) => node.productId)).map((row) => [row.id, row]),
  );
  const unknown = nodes.filter((node) => !rows.has(node.productId));
  if (unknown.length > 0 && !keepUnknown) refuseUnknown(unknown);
  const current = nodes.map((node): StackNode => {
    const row = rows.get(node.productId);
    if (!row) return node;
    return { ...node, name: row.name, categoryId: row.categoryId, groupId: row.groupId };
  });
  const known = Object.fromEntries(current.map((node) => [node.id, node]));
  return { content: { ...content, nodes: known }, pictures };
}
