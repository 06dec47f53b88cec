import { inflateSync, strFromU8 } from 'fflate';
import { SaxesParser } from 'saxes';
import { userConnectionLabel } from '../diagram/theme.ts';
import { fail, Refusal, succeed, type Result } from '../result.ts';
import {
  DIAGRAM_LIMITS,
  plainLabel,
  type ImportedDiagram,
  type ImportedEdge,
  type ImportedShape,
} from './imported-diagram.ts';

/** Bytes that one page may unpack to; the text of a large diagram has two or three. */
const MAX_PAGE = 20 * 1024 * 1024;

interface Cell {
  id: string;
  label: string;
  productId: string | null;
  kind: string | null;
  flow: string | null;
  style: string;
  parent: string;
  isVertex: boolean;
  isEdge: boolean;
  source: string;
  target: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

const number = (text: string | undefined): number => {
  const value = Number(text ?? 0);
  return Number.isFinite(value) ? value : 0;
};

/** A page is XML, or its deflated bytes in base64, percent-encoded before. */
function unpackPage(text: string): string {
  const packed = Uint8Array.from(atob(text.trim()), (each) => each.charCodeAt(0));
  // Refuses by the size of its buffer what would not end.
  const page = inflateSync(packed, { out: new Uint8Array(Math.min(MAX_PAGE, packed.length * 60)) });
  return decodeURIComponent(strFromU8(page));
}

interface Parsed {
  readonly name: string;
  readonly cells: readonly Cell[];
  /** Text of pages that are packed. */
  readonly packed: readonly string[];
}

function parseXml(xml: string): Parsed {
  const cells: Cell[] = [];
  const packed: string[] = [];
  let name = '';
  let depth = 0;
  let wrapper: Readonly<Record<string, string>> | null = null;
  let cell: Cell | null = null;
  let pageText: string | null = null;
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw new Refusal(
      'damaged-file',
      `This draw.io file is damaged: ${error.message.slice(0, 100)}.`,
    );
  });
  parser.on('doctype', () => {
    // No diagram has one; what it could define is how small files grow without end.
    throw new Refusal('invalid-input', 'This file defines parts of its own; it was not read.');
  });
  parser.on('opentag', ({ name: tag, attributes }) => {
    if (++depth > DIAGRAM_LIMITS.depth) {
      throw new Refusal('invalid-input', 'This file nests too deeply to be a diagram.');
    }
    const own = attributes as Record<string, string>;
    if (tag === 'diagram') {
      if (name === '') name = own['name'] ?? '';
      pageText = '';
    } else if (tag === 'UserObject' || tag === 'object') wrapper = own;
    else if (tag === 'mxCell') {
      if (cells.length > DIAGRAM_LIMITS.shapes + DIAGRAM_LIMITS.edges) {
        throw new Refusal('too-large', 'This diagram has more shapes than a stack can.');
      }
      cell = {
        id: wrapper?.['id'] ?? own['id'] ?? '',
        label: wrapper?.['label'] ?? own['value'] ?? '',
        productId: wrapper?.['product'] ?? null,
        kind: wrapper?.['kind'] ?? null,
        flow: wrapper?.['flow'] ?? null,
        style: own['style'] ?? '',
        parent: own['parent'] ?? '',
        isVertex: own['vertex'] === '1',
        isEdge: own['edge'] === '1',
        source: own['source'] ?? '',
        target: own['target'] ?? '',
        ...{ x: 0, y: 0, width: 0, height: 0 },
      };
      cells.push(cell);
    } else if (tag === 'mxGeometry' && cell) {
      cell.x = number(own['x']);
      cell.y = number(own['y']);
      cell.width = number(own['width']);
      cell.height = number(own['height']);
    }
  });
  parser.on('text', (text) => {
    if (pageText !== null) pageText += text;
  });
  parser.on('closetag', ({ name: tag }) => {
    depth--;
    if (tag === 'UserObject' || tag === 'object') wrapper = null;
    else if (tag === 'mxCell') cell = null;
    else if (tag === 'diagram') {
      if (pageText?.trim()) packed.push(pageText);
      pageText = null;
    }
  });
  parser.write(xml).close();
  return { name, cells, packed };
}

function toDiagram(name: string, cells: readonly Cell[]): ImportedDiagram {
  const byId = new Map(cells.map((cell) => [cell.id, cell]));
  /** Places are counted from the shape around. */
  function origin(cell: Cell): { x: number; y: number } {
    let at = { x: cell.x, y: cell.y };
    let parent = byId.get(cell.parent);
    for (let steps = 0; parent && steps < 50; steps++) {
      if (parent.isVertex) at = { x: at.x + parent.x, y: at.y + parent.y };
      parent = parent.id === parent.parent ? undefined : byId.get(parent.parent);
    }
    return at;
  }
  const parents = new Set(cells.filter(({ isVertex }) => isVertex).map(({ parent }) => parent));
  const shapes: ImportedShape[] = cells
    .filter((cell) => cell.isVertex && cell.width > 0 && cell.height > 0)
    .map((cell) => {
      const isLane =
        cell.productId === null &&
        (/^swimlane|;swimlane|^group|container=1/.test(cell.style) || parents.has(cell.id));
      const isText = /^text;|;text;|shape=note|edgeLabel/.test(cell.style);
      return {
        id: cell.id,
        role: isLane ? 'lane' : isText ? 'text' : 'shape',
        label: plainLabel(cell.label),
        productId: cell.productId,
        box: { ...origin(cell), width: cell.width, height: cell.height },
      };
    });
  const edges: ImportedEdge[] = cells
    .filter((cell) => cell.isEdge && cell.source !== '' && cell.target !== '')
    .map((cell) => ({
      from: cell.source,
      to: cell.target,
      label: plainLabel(cell.label),
      direction:
        cell.flow === 'both' || /startArrow=(block|open|classic)/.test(cell.style)
          ? 'both'
          : cell.flow === 'none' || /endArrow=(none|oval)/.test(cell.style)
            ? 'none'
            : 'forward',
      isKnown: cell.kind !== null && cell.kind !== userConnectionLabel,
    }));
  return { name: plainLabel(name), shapes, edges };
}

/**
 * Reads a draw.io file, made here or elsewhere; of several pages the first that has shapes.
 * @returns what can become a stack, or a sentence on what is wrong
 */
export function readDrawio(xml: string): Result<ImportedDiagram> {
  try {
    const outer = parseXml(xml);
    let found = toDiagram(outer.name, outer.cells);
    for (const page of outer.packed) {
      if (found.shapes.length > 0) break;
      let text: string;
      try {
        text = unpackPage(page);
      } catch {
        return fail('damaged-file', 'A page of this draw.io file does not unpack.');
      }
      found = toDiagram(outer.name, parseXml(text).cells);
    }
    if (found.shapes.length === 0)
      return fail('invalid-input', 'There are no shapes in this file.');
    return succeed(found);
  } catch (error) {
    if (error instanceof Refusal) return fail(error.code, error.message);
    return fail('damaged-file', 'This draw.io file cannot be read.');
  }
}
