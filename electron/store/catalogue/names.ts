import type { Database } from 'better-sqlite3';
import type { Columns } from './columns.ts';

/** Everything products are called, folded or as written; entries of one product stand together. */
export interface ProductNames {
  /** Product index of each entry, ascending. */
  readonly products: Uint32Array;
  readonly texts: readonly string[];
  readonly kinds: readonly NameKind[];
}
export type NameKind = 'product' | 'name' | 'former' | 'domain';

/** Reads names, other names and domains of every product. Names come folded, domains as written. */
export function loadNames(db: Database, columns: Columns): ProductNames {
  const rows = db
    .prepare<[], [number, NameKind, string]>(
      `SELECT rowid AS product, 'product' AS kind, sort_name AS text, 0 AS place FROM product
       UNION ALL SELECT rowid, 'domain', domain, 3 FROM product WHERE domain IS NOT NULL
       UNION ALL SELECT product, kind, iif(kind = 'domain', alias, folded),
           CASE kind WHEN 'name' THEN 1 WHEN 'former' THEN 2 ELSE 4 END
         FROM product_alias
       ORDER BY product, place, text`,
    )
    .raw()
    .all() as [number, NameKind, string][];
  const products = new Uint32Array(rows.length);
  const texts: string[] = new Array(rows.length);
  const kinds: NameKind[] = new Array(rows.length);
  rows.forEach(([rowid, kind, text], entry) => {
    products[entry] = columns.indexOfRow[rowid]!;
    texts[entry] = text;
    kinds[entry] = kind;
  });
  return { products, texts, kinds };
}
