import { fail, type Result } from '../result.ts';
import { readHar } from './read-har.ts';
import { isPage, readPage } from './read-page.ts';
import { readTable } from './read-table.ts';
import { isTagContainer, readTagContainer } from './read-tag-container.ts';
import type { Inventory } from './sightings.ts';

/** A HAR of a heavy page with bodies; more is a capture of a whole day. */
export const MAX_INVENTORY_BYTES = 100 * 1024 * 1024;

/** The text of a file: UTF-8, UTF-16 with its mark, or else as Windows wrote it. */
function decode(bytes: Uint8Array): string {
  const as = (encoding: string, fatal: boolean): string =>
    new TextDecoder(encoding, { fatal }).decode(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return as('utf-16le', false);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return as('utf-16be', false);
  try {
    return as('utf-8', true);
  } catch {
    return as('windows-1252', false);
  }
}

/**
 * Reads a file as it stands on the disk.
 * @returns what `readInventory` returns; 'too-large' over 100 MB, and a sentence for a workbook or
 *   an archive, which no text reader can open
 */
export function readInventoryFile(bytes: Uint8Array): Result<Inventory> {
  if (bytes.length > MAX_INVENTORY_BYTES) {
    return fail(
      'too-large',
      'The file is larger than 100 MB; record a shorter visit or save a part.',
    );
  }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4) {
    return fail(
      'invalid-input',
      'This is a workbook or another packed file; save its list as CSV first.',
    );
  }
  // Looked for in the bytes: most of what is no text has a zero byte early on.
  const isWide = bytes[0] === 0xff || bytes[0] === 0xfe;
  if (!isWide && bytes.includes(0)) {
    return fail('invalid-input', 'This is a binary file; save the list as CSV, HAR or HTML first.');
  }
  return readInventory(decode(bytes));
}

/** No HAR file or container is nested more deeply; parsing what is takes all memory there is. */
const DEEPEST_JSON = 200;

function isTooDeep(text: string): boolean {
  let depth = 0;
  let isInString = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isInString) {
      if (code === 92) at++;
      else if (code === 34) isInString = false;
    } else if (code === 34) isInString = true;
    else if (code === 123 || code === 91) {
      if (++depth > DEEPEST_JSON) return true;
    } else if (code === 125 || code === 93) depth--;
  }
  return false;
}

function parseJson(text: string): unknown {
  if (isTooDeep(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Finds out what kind of inventory a file is, by its content and not by its name, and reads it.
 * @returns the hosts and names in it, or a sentence that says why there are none
 */
export function readInventory(text: string): Result<Inventory> {
  const start = text.replace(/^\uFEFF/, '').trimStart();
  if (start === '') return fail('invalid-input', 'The file is empty.');
  if (start.includes('\u0000')) {
    return fail('invalid-input', 'This is a binary file; save the list as CSV, HAR or HTML first.');
  }
  if (start.startsWith('{') || start.startsWith('[')) {
    const json = parseJson(start);
    if (json === undefined)
      return fail('damaged-file', 'The file looks like JSON but is cut off or damaged.');
    return isTagContainer(json) ? readTagContainer(json) : readHar(json);
  }
  return isPage(start) ? readPage(start) : readTable(start);
}
