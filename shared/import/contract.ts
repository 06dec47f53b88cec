import { z } from 'zod';
import { OwnIntegrationFields, OwnProductFields } from '../custom/records.ts';
import { EntityId, Slug } from '../domain/ids.ts';
import { Tag } from '../domain/personal.ts';
import { ProductRef } from '../domain/product.ts';
import { importKinds } from './columns.ts';
import { BATCH } from './limits.ts';

/** One import, as it is remembered. */
export const ImportRun = z.object({
  id: EntityId,
  fileName: z.string(),
  kind: z.enum(importKinds),
  /** ISO 8601, UTC. */
  createdAt: z.string(),
  /** When it was taken back, or null. */
  undoneAt: z.string().nullable(),
  products: z.int(),
  integrations: z.int(),
  /** Products of the catalogue that got tags or a note. */
  marked: z.int(),
});
export type ImportRun = z.output<typeof ImportRun>;

/** `same`: one product for sure. `doubtful`: a person has to say. */
export const matchStates = ['same', 'doubtful', 'new'] as const;

export const ImportMatch = z.object({
  state: z.enum(matchStates),
  /** The likeliest first; none where it is new. */
  products: z.array(ProductRef),
  /** Why, as a clause. */
  why: z.string(),
});
export type ImportMatch = z.output<typeof ImportMatch>;

/** Tags and a note for a product that is there already; they are added to what it has. */
const ImportMark = z.object({
  id: Slug,
  tags: z.array(Tag).max(20),
  note: z.string().max(5000),
});
export type ImportMark = z.output<typeof ImportMark>;

const OfImport = z.object({ importId: EntityId });

/** Calls that bring a person's tables into the catalogue. */
export const importCalls = {
  'imports:list': { input: z.object({}), output: z.array(ImportRun) },
  /** What names and addresses of a file are, in their order. */
  'imports:match': {
    input: z.object({
      items: z
        .array(z.object({ name: z.string().max(300), homepage: z.string().max(2000).nullable() }))
        .max(BATCH),
      /** Look for misspelt names as well, which takes a hundred times as long. */
      forgiving: z.boolean().default(false),
    }),
    output: z.array(ImportMatch),
  },
  /** Nothing is written before `imports:commit`. */
  'imports:begin': {
    input: z.object({ fileName: z.string().max(1000), kind: z.enum(importKinds) }),
    output: OfImport,
  },
  'imports:add': {
    input: OfImport.extend({
      products: z.array(OwnProductFields).max(BATCH).default([]),
      integrations: z.array(OwnIntegrationFields).max(BATCH).default([]),
      marks: z.array(ImportMark).max(BATCH).default([]),
    }),
    output: z.object({}),
  },
  /** All of it in one transaction, or nothing. */
  'imports:commit': { input: OfImport, output: ImportRun },
  'imports:cancel': { input: OfImport, output: z.object({}) },
  /** Takes an import back; what the person has changed of it since stays. */
  'imports:undo': { input: z.object({ id: EntityId }), output: ImportRun },
};
