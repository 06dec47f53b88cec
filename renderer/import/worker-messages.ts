import type { ImportKind, Mapping } from '../../shared/import/columns.ts';
import type { IntegrationDraft, Mapped, ProductDraft } from '../../shared/import/map-rows.ts';
import type { ReadOptions, TablesOfFile } from '../../shared/import/read-tables.ts';
import type { Result } from '../../shared/result.ts';

export interface TableSummary {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: number;
  /** The first rows. */
  readonly preview: readonly (readonly string[])[];
  readonly firstRow: number;
}

export interface ReadFile extends Omit<TablesOfFile, 'tables'> {
  readonly tables: readonly TableSummary[];
}

/** The worker keeps the file: it goes there once, and only what is asked for comes back. */
export type WorkerQuestion =
  | {
      readonly type: 'read';
      /** Null reads the file of before in another way. */
      readonly file: File | null;
      readonly name: string;
      readonly options: ReadOptions;
    }
  | {
      readonly type: 'map';
      readonly table: number;
      readonly kind: ImportKind;
      readonly mapping: Mapping;
    };

export type WorkerAnswer =
  | { readonly type: 'read'; readonly result: Result<ReadFile> }
  | { readonly type: 'products'; readonly mapped: Mapped<ProductDraft> }
  | { readonly type: 'integrations'; readonly mapped: Mapped<IntegrationDraft> }
  | { readonly type: 'failed'; readonly message: string };
