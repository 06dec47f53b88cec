import { z } from 'zod';
import { fail, type Result } from '../result.ts';
import { inventoryOf, SightingList, type Inventory } from './sightings.ts';

const Har = z.object({
  log: z.object({
    entries: z.array(z.object({ request: z.object({ url: z.string() }) })),
  }),
});

/** The hosts that a browser asked, from the HTTP archive that its developer tools save. */
export function readHar(json: unknown): Result<Inventory> {
  const har = Har.safeParse(json);
  if (!har.success) {
    return fail(
      'invalid-input',
      'This is JSON, but not an HTTP archive: it has no log of requests.',
    );
  }
  const list = new SightingList();
  for (const { request } of har.data.log.entries) list.addUrl(request.url);
  return inventoryOf('har', list, 'request to a web address');
}
