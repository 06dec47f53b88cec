import Database from 'better-sqlite3';
import {
  CATALOGUE_SCHEMA_VERSION,
  catalogueSchema,
} from '../../electron/store/catalogue/schema.ts';
import type { Direction, IntegrationKind } from '../../shared/domain/catalogue.ts';
import { fold } from '../../shared/search/fold.ts';

export interface SmallProduct {
  readonly id: string;
  readonly name: string;
  readonly categories: readonly string[];
  readonly kind: 'product' | 'extension';
  readonly status: 'active' | 'discontinued';
  readonly domain: string | null;
  readonly aliases: readonly string[];
}

export interface SmallIntegration {
  readonly from: string;
  readonly to: string;
  readonly kind: IntegrationKind;
  readonly direction: Direction;
  /** Ids of the sources that state it, out of 'one' and 'two'. */
  readonly sources: readonly string[];
}

export function aProduct(product: Partial<SmallProduct> & { readonly id: string }): SmallProduct {
  return {
    name: product.id,
    categories: ['crm'],
    kind: 'product',
    status: 'active',
    domain: null,
    aliases: [],
    ...product,
  };
}

export function anIntegration(
  from: string,
  to: string,
  rest: Partial<SmallIntegration> = {},
): SmallIntegration {
  return { from, to, kind: 'workflow', direction: 'forward', sources: ['one'], ...rest };
}

/** Writes a catalogue of a few products into `file`, with the schema of the real one. */
export function writeSmallCatalogue(
  file: string,
  products: readonly SmallProduct[],
  integrations: readonly SmallIntegration[] = [],
): void {
  const db = new Database(file);
  // Nobody needs this file after a crash.
  db.pragma('synchronous = OFF');
  db.exec(catalogueSchema);
  db.prepare("INSERT INTO meta VALUES ('schema_version', ?)").run(String(CATALOGUE_SCHEMA_VERSION));
  for (const id of ['one', 'two']) {
    db.prepare(
      "INSERT INTO source VALUES (?, ?, 'https://example.com', NULL, '2026-01-01', 'MIT', '', 0, 0, NULL)",
    ).run(id, id);
  }
  db.exec("INSERT INTO category_group VALUES ('social', 'Social', 0), ('data', 'Data', 1)");
  const category = db.prepare("INSERT INTO category VALUES (?, 'social', ?, '', ?)");
  ['crm', 'chat', 'abm'].forEach((id, at) => category.run(id, id.toUpperCase(), at));
  const insert = db.prepare(
    `INSERT INTO product (rowid, id, name, sort_name, domain, category_id, kind, status, pricing,
       sources, degree) VALUES (?, ?, ?, ?, ?, ?, ?, ?, '', 1, ?)`,
  );
  const rowids = new Map(products.map(({ id }, at) => [id, at + 1]));
  products.forEach((product, at) => {
    const neighbours = integrations.flatMap(({ from, to }) =>
      from === product.id ? [to] : to === product.id ? [from] : [],
    );
    insert.run(
      at + 1,
      product.id,
      product.name,
      fold(product.name),
      product.domain,
      product.categories[0],
      product.kind,
      product.status,
      new Set(neighbours).size,
    );
    product.categories.forEach((id, position) =>
      db.prepare('INSERT INTO product_category VALUES (?, ?, ?)').run(at + 1, id, position),
    );
    for (const alias of product.aliases) {
      db.prepare("INSERT INTO product_alias VALUES (?, ?, 'name', ?)").run(
        at + 1,
        alias,
        fold(alias),
      );
    }
  });
  integrations.forEach(({ from, to, kind, direction, sources }, at) => {
    db.prepare('INSERT INTO integration VALUES (?, ?, ?, ?, ?)').run(
      at + 1,
      rowids.get(from),
      rowids.get(to),
      kind,
      direction,
    );
    for (const source of sources) {
      db.prepare("INSERT INTO evidence VALUES (?, ?, 'https://example.com/docs')").run(
        at + 1,
        source,
      );
    }
  });
  db.close();
}
