import type { Database } from 'better-sqlite3';

/** Settings by key. What a value means is the business of whoever asks. */
export function createSettingRepository(db: Database) {
  const all = db.prepare<[], { key: string; value: string }>('SELECT key, value FROM setting');
  const put = db.prepare<[string, string]>(
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  const one = db.prepare<[string], string>('SELECT value FROM setting WHERE key = ?').pluck();
  return {
    /** The value of one key, or undefined; cheap enough for every call. */
    get(key: string): unknown {
      const value = one.get(key);
      return value === undefined ? undefined : JSON.parse(value);
    },
    all: (): Record<string, unknown> =>
      Object.fromEntries(all.all().map(({ key, value }) => [key, JSON.parse(value) as unknown])),
    set: (key: string, value: unknown): void => void put.run(key, JSON.stringify(value)),
  };
}
export type SettingRepository = ReturnType<typeof createSettingRepository>;
