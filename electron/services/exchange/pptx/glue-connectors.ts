import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** How a line that joins two shapes is named until it is turned into a connector. */
export const connectorName = (from: string, to: string, sides: readonly [number, number]): string =>
  `stackscape-edge|${from}|${to}|${sides[0]}|${sides[1]}`;

const SHAPE = /<p:sp>.*?<\/p:sp>/gs;
const NAMED = /<p:cNvPr id="(\d+)" name="([^"]*)"/;

/**
 * Turns the lines of a slide that stand for edges into connectors that are glued to their shapes, so
 * that they follow when somebody moves one. The library draws lines only.
 * Source: ECMA-376 part 1, 19.3.1.19 (cxnSp) and 20.1.2.2.38 (stCxn).
 */
export function glueSlide(xml: string): string {
  const ids = new Map<string, string>();
  for (const [shape] of xml.matchAll(SHAPE)) {
    const [, id, name] = NAMED.exec(shape) ?? [];
    if (id !== undefined && name !== undefined) ids.set(name, id);
  }
  return xml.replace(SHAPE, (shape) => {
    const [, id = '', name = ''] = NAMED.exec(shape) ?? [];
    const [kind, from = '', to = '', startSide = '0', endSide = '0'] = name.split('|');
    const start = ids.get(from);
    const end = ids.get(to);
    const look = /<p:spPr>.*?<\/p:spPr>/s.exec(shape)?.[0];
    if (kind !== 'stackscape-edge' || !start || !end || look === undefined) return shape;
    return (
      `<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="${id}" name="Connector ${id}"/><p:cNvCxnSpPr>` +
      `<a:stCxn id="${start}" idx="${startSide}"/><a:endCxn id="${end}" idx="${endSide}"/>` +
      '</p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr>' +
      `${look.replace('prst="line"', 'prst="straightConnector1"')}</p:cxnSp>`
    );
  });
}

/** The whole presentation with its connectors glued. @param pptx the file's bytes */
export function glueConnectors(pptx: Uint8Array): Uint8Array {
  const entries = unzipSync(pptx);
  for (const [name, bytes] of Object.entries(entries)) {
    if (!/^ppt\/slides\/slide\d+\.xml$/.test(name)) continue;
    entries[name] = strToU8(glueSlide(strFromU8(bytes)));
  }
  // A fixed date, so that the same stack gives the same file.
  return zipSync(entries, { mtime: new Date('1980-01-01T00:00:00Z'), level: 6 });
}
