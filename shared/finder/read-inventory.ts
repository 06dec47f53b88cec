import { fail, type Result } from '../result.ts';
import { readHar } from './read-har.ts';
import { isPage, readPage } from './read-page.ts';
import { readTable } from './read-table.ts';
import { isTagContainer, readTagContainer } from './read-tag-container.ts';
import type { Inventory } from './sightings.ts';

/** A HAR of a heavy page with bodies; more is a capture of a whole day. */
export const MAX_INVENTORY_BYTES = 100 * 1024 * 1024;

function parseJson(text: string): unknown {
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
