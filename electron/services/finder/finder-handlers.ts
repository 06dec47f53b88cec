import { setImmediate } from 'node:timers/promises';
import type { Handlers } from '../../../shared/contract/contract.ts';
import type { FinderMatch } from '../../../shared/finder/match.ts';
import { Refusal } from '../../../shared/result.ts';
import type { Catalogue } from '../../store/catalogue/open-catalogue.ts';
import { knownProducts } from '../catalogue/find-product.ts';
import type { SearchEngine } from '../search/search-engine.ts';
import { createHostMatcher, type OwnerOf } from './host-matches.ts';
import { createNameMatcher } from './name-matches.ts';

/** Every call waits for the one before it to let go, so none may hold on for long. */
const SLICE_MS = 15;

/** Loaded when somebody first looks for products: a start needs none of it. */
async function loadOwners(): Promise<OwnerOf> {
  const { default: known } = await import('third-party-web/nostats-subset.js');
  return (host) => known.getEntity(`https://${host}/`);
}

/** Handler that tells which products the hosts and names of inventories are. */
export function createFinderHandlers(
  catalogue: Catalogue,
  search: SearchEngine,
): Pick<Handlers, 'finder:match'> {
  const names = createNameMatcher(catalogue, search);
  let matchHost: ReturnType<typeof createHostMatcher> | undefined;
  return {
    'finder:match': async ({ sightings }, { signal, progress }) => {
      matchHost ??= createHostMatcher(catalogue, names, await loadOwners());
      const matches: FinderMatch[] = [];
      let pause = performance.now() + SLICE_MS;
      for (const { kind, value } of sightings) {
        matches.push(kind === 'domain' ? matchHost(value) : names.match(value));
        if (performance.now() < pause) continue;
        progress('Matching with the catalogue', matches.length / sightings.length);
        await setImmediate();
        if (signal.aborted) throw new Refusal('cancelled', 'Cancelled.');
        pause = performance.now() + SLICE_MS;
      }
      const named = new Set(
        matches.flatMap(({ product, alternatives }) =>
          product === null ? [] : [product, ...alternatives],
        ),
      );
      return {
        matches,
        products: catalogue.repository.rows(knownProducts(catalogue.columns, [...named])),
      };
    },
  };
}
