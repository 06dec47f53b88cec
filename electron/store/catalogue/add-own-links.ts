import type { Database } from 'better-sqlite3';
import { OWN_SOURCE } from '../../../shared/custom/own-source.ts';
import type { OwnIntegration } from '../../../shared/custom/records.ts';
import type { Direction } from '../../../shared/domain/catalogue.ts';

/** An integration that two products have already. */
interface Link {
  readonly rowid: number;
  readonly kind: string;
  readonly from: number;
  readonly direction: Direction;
}

/**
 * Writes own integrations between the products `rowids`, and counts the neighbours that are new.
 * @param lastOfCatalogue  the last rowid of a product that is not an own one
 */
export function addOwnLinks(
  db: Database,
  integrations: readonly OwnIntegration[],
  rowids: ReadonlyMap<string, number>,
  lastOfCatalogue: number,
): void {
  // Both ways round; two look-ups in the index of the unique constraint and of its reverse.
  const linksBetween = db.prepare<{ a: number; b: number }, Link>(
    `SELECT rowid, kind, from_product AS "from", direction FROM integration
       WHERE from_product = @a AND to_product = @b
     UNION ALL SELECT rowid, kind, from_product, direction FROM integration
       WHERE from_product = @b AND to_product = @a`,
  );
  const insertLink = db.prepare(
    'INSERT INTO integration (from_product, to_product, kind, direction) VALUES (?, ?, ?, ?)',
  );
  const setDirection = db.prepare(
    'UPDATE integration SET from_product = ?, to_product = ?, direction = ? WHERE rowid = ?',
  );
  const insertEvidence = db.prepare(
    'INSERT OR IGNORE INTO evidence (integration, source, url) VALUES (?, ?, ?)',
  );
  const addNeighbours = db.prepare('UPDATE product SET degree = degree + ? WHERE rowid = ?');

  const found = new Map<string, Link[]>();
  /** What two products have by now; an own product has nothing but what was added here. */
  function between(a: number, b: number): Link[] {
    const key = a < b ? `${a} ${b}` : `${b} ${a}`;
    let links = found.get(key);
    if (!links) {
      links = Math.max(a, b) > lastOfCatalogue ? [] : linksBetween.all({ a, b });
      found.set(key, links);
    }
    return links;
  }

  const newNeighbours = new Map<number, number>();
  for (const { from, to, kind, direction, url } of integrations) {
    const a = rowids.get(from);
    const b = rowids.get(to);
    if (a === undefined || b === undefined || a === b) continue;
    const links = between(a, b);
    if (links.length === 0) {
      for (const end of [a, b]) newNeighbours.set(end, (newNeighbours.get(end) ?? 0) + 1);
    }
    // What a source states already gets one more witness.
    const sameKind = links.filter((link) => link.kind === kind);
    let link =
      sameKind.find((each) => each.from === a) ??
      sameKind.find((each) => direction !== 'forward' || each.direction === 'none');
    if (!link) {
      const rowid = Number(insertLink.run(a, b, kind, direction).lastInsertRowid);
      link = { rowid, kind, from: a, direction };
      links.push(link);
    } else if (link.direction === 'none' && direction !== 'none') {
      // Where no source says which way data goes, the person does.
      setDirection.run(a, b, direction, link.rowid);
      links[links.indexOf(link)] = { ...link, from: a, direction };
    }
    insertEvidence.run(link.rowid, OWN_SOURCE, url ?? '');
  }
  for (const [rowid, count] of newNeighbours) addNeighbours.run(count, rowid);
}
