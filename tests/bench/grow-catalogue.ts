import { copyFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { fold } from '../../shared/search/fold.ts';
import { seededRandom } from './bench.ts';

interface RealProduct {
  readonly rowid: number;
  readonly name: string;
  readonly pricing: string;
  readonly category_id: string;
}

const suffixes = ['', '', ' Cloud', ' Ads', ' Analytics', ' for Shopify', ' CRM', ' AI', ' Hub'];
const endings = ['com', 'io', 'co', 'ai', 'net'];

/**
 * Copies a catalogue and adds made-up products until it holds `size`: names spliced from two real
 * ones, each with a domain, every third with another name, each with the categories of a real
 * product and two integrations. The same catalogue grows the same way every time.
 */
export function growCatalogue(real: string, file: string, size: number): void {
  copyFileSync(real, file);
  const db = new Database(file);
  try {
    db.pragma('journal_mode = OFF');
    db.pragma('synchronous = OFF');
    db.transaction(() => addProducts(db, size))();
    db.exec('ANALYZE');
  } finally {
    db.close();
  }
}

function addProducts(db: Database.Database, size: number): void {
  const real = db
    .prepare<[], RealProduct>('SELECT rowid, name, pricing, category_id FROM product')
    .all();
  const taken = new Set(
    db.prepare<[], string>('SELECT sort_name FROM product').pluck().all() as string[],
  );
  const product = db.prepare(
    `INSERT INTO product (rowid, id, name, sort_name, homepage, domain, category_id, kind, status,
       pricing, sources, degree)
     VALUES (?, ?, ?, ?, ?, ?, ?, 'product', 'active', ?, 1, 2)`,
  );
  const category = db.prepare(
    `INSERT INTO product_category SELECT ?, category_id, position
     FROM product_category WHERE product = ?`,
  );
  const alias = db.prepare(`INSERT OR IGNORE INTO product_alias VALUES (?, ?, 'name', ?)`);
  const source = db.prepare(
    `INSERT INTO product_source
     VALUES (?, (SELECT min(id) FROM source), ?, ?, NULL, '', 'made up', 1)`,
  );
  const integration = db.prepare(
    `INSERT OR IGNORE INTO integration (from_product, to_product, kind, direction)
     VALUES (?, ?, 'workflow', 'both')`,
  );
  const evidence = db.prepare(`INSERT INTO evidence VALUES (?, (SELECT min(id) FROM source), ?)`);
  const random = seededRandom(20_000);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  let rowid = Math.max(...real.map((row) => row.rowid));
  let count = real.length;
  for (let tries = 0; count < size; tries++) {
    const pattern = pick(real);
    const name = splice(pattern.name, pick(real).name, random) + pick(suffixes);
    const folded = fold(name);
    if (folded.length < 4 || taken.has(folded)) continue;
    taken.add(folded);
    count++;
    rowid++;
    const label = folded.replaceAll(' ', '');
    const domain = `${label}.${pick(endings)}`;
    const id = `${label.replace(/[^a-z0-9]/g, '').slice(0, 60)}-${tries}`;
    const home = `https://${domain}`;
    product.run(rowid, id, name, folded, home, domain, pattern.category_id, pattern.pricing);
    category.run(rowid, pattern.rowid);
    source.run(rowid, id, name);
    if (random() < 1 / 3) {
      const other = `${name} ${pick(['Platform', 'Suite', 'App', 'Pixel', 'Connector'])}`;
      alias.run(rowid, other, fold(other));
    }
    for (let links = 0; links < 2; links++) {
      const added = integration.run(rowid, pick(real).rowid);
      if (added.changes > 0) evidence.run(added.lastInsertRowid, home);
    }
  }
}

/** The first part of one name and the last part of another, cut inside a word. */
function splice(a: string, b: string, random: () => number): string {
  const first = a.split(' ')[0]!;
  const last = b.split(' ').at(-1)!;
  const head = first.slice(0, 2 + Math.floor(random() * Math.max(1, first.length - 2)));
  const tail = last.slice(Math.floor(random() * Math.max(1, last.length - 2)));
  return head + (random() < 0.25 ? ` ${tail}` : tail.toLowerCase());
}
