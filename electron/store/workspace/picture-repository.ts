import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';

export interface StoredPicture {
  /** SHA-256 of the bytes, hexadecimal. */
  readonly id: string;
  readonly mimeType: string;
  readonly bytes: Uint8Array;
}

type Row = { id: string; mime_type: string; bytes: Buffer };

/** The hash under which a picture is kept. */
export const pictureIdOf = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

/** Pictures on canvases, each kept once however often it is used. Writes belong in a transaction. */
export function createPictureRepository(db: Database) {
  const one = db.prepare<[string], Row>('SELECT id, mime_type, bytes FROM picture WHERE id = ?');
  const insert = db.prepare<[Row & { now: string }]>(
    `INSERT INTO picture (id, mime_type, bytes, created_at)
     VALUES (@id, @mime_type, @bytes, @now) ON CONFLICT (id) DO NOTHING`,
  );
  return {
    get(id: string): StoredPicture | undefined {
      const row = one.get(id);
      return row && { id: row.id, mimeType: row.mime_type, bytes: row.bytes };
    },
    /** @returns the id of the picture */
    put(mimeType: string, bytes: Uint8Array, now: string): string {
      const id = pictureIdOf(bytes);
      insert.run({ id, mime_type: mimeType, bytes: Buffer.from(bytes), now });
      return id;
    },
  };
}
export type PictureRepository = ReturnType<typeof createPictureRepository>;
