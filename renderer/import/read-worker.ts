import '../without-eval.ts';
import type { ImportKind, Mapping } from '../../shared/import/columns.ts';
import { IMPORT_LIMITS } from '../../shared/import/limits.ts';
import { mapIntegrations, mapProducts } from '../../shared/import/map-rows.ts';
import { readTables, type ReadOptions } from '../../shared/import/read-tables.ts';
import type { ImportTable } from '../../shared/import/table.ts';
import { fail, Refusal, succeed } from '../../shared/result.ts';
import type { WorkerAnswer, WorkerQuestion } from './worker-messages.ts';

const PREVIEW = 8;

let bytes: Uint8Array | null = null;
let tables: readonly ImportTable[] = [];

async function read(file: File | null, name: string, options: ReadOptions): Promise<WorkerAnswer> {
  if (file) {
    if (file.size > IMPORT_LIMITS.bytes) {
      return { type: 'read', result: fail('too-large', 'The file is larger than 100 MB.') };
    }
    bytes = new Uint8Array(await file.arrayBuffer());
  }
  if (!bytes || bytes.length === 0) {
    return { type: 'read', result: fail('invalid-input', 'The file is empty.') };
  }
  const result = await readTables(bytes, name, options);
  if (!result.ok) return { type: 'read', result };
  const { format, encoding, separator } = result.value;
  tables = result.value.tables;
  return {
    type: 'read',
    result: succeed({
      format,
      encoding,
      separator,
      tables: tables.map(({ name: title, header, rows, firstRow }) => ({
        name: title,
        header,
        rows: rows.length,
        preview: rows.slice(0, PREVIEW),
        firstRow,
      })),
    }),
  };
}

function map(table: number, kind: ImportKind, mapping: Mapping): WorkerAnswer {
  const chosen = tables[table];
  if (!chosen) return { type: 'failed', message: 'Choose the file again.' };
  return kind === 'products'
    ? { type: 'products', mapped: mapProducts(chosen, mapping) }
    : { type: 'integrations', mapped: mapIntegrations(chosen, mapping) };
}

async function answer(question: WorkerQuestion): Promise<WorkerAnswer> {
  try {
    return question.type === 'read'
      ? await read(question.file, question.name, question.options)
      : map(question.table, question.kind, question.mapping);
  } catch (error) {
    if (error instanceof Refusal) {
      return { type: 'read', result: fail(error.code, error.message) };
    }
    return {
      type: 'failed',
      message: 'The file cannot be read; it may have been moved or changed.',
    };
  }
}

self.addEventListener('message', (event: MessageEvent<WorkerQuestion>) => {
  void answer(event.data).then((message) => self.postMessage(message));
});
