import type { Database } from 'better-sqlite3';
import { fold } from '../../../shared/search/fold.ts';
import type { Columns } from './columns.ts';

/** Bits of `Traits.known`: facts that a product may or may not have. */
export const trait = { api: 1, homepage: 2, description: 4, icon: 8 } as const;

/** What the query language asks of products besides the columns, by product index. */
export interface Traits {
  readonly known: Uint8Array;
  /** Folded name of the vendor, '' where none is known. */
  readonly vendors: readonly string[];
  /** Domains, lower case, one per line; '' where none is known. */
  readonly domains: readonly string[];
}

/** Reads the traits of every product. */
export function loadTraits(db: Database, columns: Columns): Traits {
  const known = new Uint8Array(columns.size);
  const vendors = new Array<string>(columns.size).fill('');
  const domains = new Array<string>(columns.size).fill('');
  const rows = db
    .prepare<[], [number, string | null, string | null, number]>(
      `SELECT rowid, vendor, domain,
         (homepage IS NOT NULL) * ${trait.homepage}
           + (description IS NOT NULL) * ${trait.description}
           + (icon IS NOT NULL) * ${trait.icon}
           + EXISTS (SELECT 1 FROM product_fact
               WHERE product = product.rowid AND key = 'apiDocs') * ${trait.api}
       FROM product`,
    )
    .raw()
    .all() as [number, string | null, string | null, number][];
  for (const [rowid, vendor, domain, bits] of rows) {
    const index = columns.indexOfRow[rowid]!;
    known[index] = bits;
    vendors[index] = vendor === null ? '' : fold(vendor);
    domains[index] = domain?.toLowerCase() ?? '';
  }
  const further = db
    .prepare<[], [number, string]>("SELECT product, alias FROM product_alias WHERE kind = 'domain'")
    .raw()
    .all() as [number, string][];
  for (const [rowid, domain] of further) {
    const index = columns.indexOfRow[rowid]!;
    domains[index] = `${domains[index]!}\n${domain.toLowerCase()}`;
  }
  return { known, vendors, domains };
}
