import type { Database } from 'better-sqlite3';
import { directions, integrationKinds } from '../../../shared/domain/catalogue.ts';
import { confidenceLevels, weighEvidence } from '../../../shared/domain/confidence.ts';
import type { Columns } from './columns.ts';

/** Every integration as numbers; ends are product indexes of the columns. */
export interface LinkIndex {
  readonly size: number;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** Place in `integrationKinds`. */
  readonly kind: Uint8Array;
  /** Place in `directions`. */
  readonly direction: Uint8Array;
  /** Number of sources that state it. */
  readonly sources: Uint16Array;
  /** Place in `confidenceLevels`, the surest first. */
  readonly confidence: Uint8Array;
  /** Link numbers of product i, at either end: `touching[starts[i]]` to `touching[starts[i + 1] - 1]`. */
  readonly starts: Uint32Array;
  readonly touching: Uint32Array;
}

type LinkTuple = [from: number, to: number, kind: string, direction: string, sources: string];

/** Reads every integration. @throws Error at a kind or direction that the domain does not know */
export function loadLinks(db: Database, columns: Columns): LinkIndex {
  const tuples = db
    .prepare<[], LinkTuple>(
      `SELECT from_product, to_product, kind, direction,
         (SELECT group_concat(DISTINCT source) FROM evidence WHERE integration = integration.rowid)
       FROM integration ORDER BY rowid`,
    )
    .raw()
    .all() as LinkTuple[];
  const size = tuples.length;
  const from = new Uint32Array(size);
  const to = new Uint32Array(size);
  const kind = new Uint8Array(size);
  const direction = new Uint8Array(size);
  const sources = new Uint16Array(size);
  const confidence = new Uint8Array(size);
  const owners = new Map(
    db.prepare<[], [string, string | null]>('SELECT id, owner FROM source').raw().all() as [
      string,
      string | null,
    ][],
  );
  const kindIndex = new Map<string, number>(integrationKinds.map((name, index) => [name, index]));
  const directionIndex = new Map<string, number>(directions.map((name, index) => [name, index]));
  const starts = new Uint32Array(columns.size + 1);
  tuples.forEach(([fromRow, toRow, kindName, directionName, sourceIds], link) => {
    from[link] = columns.indexOfRow[fromRow]!;
    to[link] = columns.indexOfRow[toRow]!;
    kind[link] = known(kindIndex, kindName);
    direction[link] = known(directionIndex, directionName);
    const stated = sourceIds.split(',');
    sources[link] = stated.length;
    const testimony = weighEvidence(
      columns.ids[from[link]!]!,
      columns.ids[to[link]!]!,
      stated.map((source) => ({ source, owner: owners.get(source) ?? null })),
    );
    confidence[link] = confidenceLevels.indexOf(testimony.confidence);
    starts[from[link]! + 1]! += 1;
    starts[to[link]! + 1]! += 1;
  });
  for (let index = 0; index < columns.size; index++) starts[index + 1]! += starts[index]!;
  const next = starts.slice(0, columns.size);
  const touching = new Uint32Array(size * 2);
  for (let link = 0; link < size; link++) {
    touching[next[from[link]!]!++] = link;
    touching[next[to[link]!]!++] = link;
  }
  return { size, from, to, kind, direction, sources, confidence, starts, touching };
}

/** The product at the other end of a link. */
export function otherEnd(links: LinkIndex, link: number, product: number): number {
  return links.from[link] === product ? links.to[link]! : links.from[link]!;
}

function known(index: ReadonlyMap<string, number>, name: string): number {
  const value = index.get(name);
  if (value === undefined) throw new Error(`unknown word in an integration: ${name}`);
  return value;
}
