import { z } from 'zod';
import { Slug } from '../domain/ids.ts';
import { ProductRef } from '../domain/product.ts';

/** 60 MB; the whole landscape takes some five, packed. */
export const MAX_PACK_BYTES = 60 * 1024 * 1024;
const MAX_PACK_BASE64 = Math.ceil(MAX_PACK_BYTES / 3) * 4;

export const PACK_FORMAT = 'stackscape-pack';
export const PACK_VERSION = 1;

/** What is in a pack, beside the catalogue itself. */
export const PackManifest = z.object({
  format: z.literal(PACK_FORMAT),
  version: z.literal(PACK_VERSION),
  name: z.string().min(1).max(200),
  /** Shape of the database in it. */
  schemaVersion: z.int(),
  catalogueVersion: z.string().max(100),
  factsDate: z.string().max(40),
  products: z.int().min(0),
  integrations: z.int().min(0),
  sources: z
    .array(z.object({ title: z.string().max(500), licence: z.string().max(200) }))
    .max(2000),
  /** Of the database, hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type PackManifest = z.output<typeof PackManifest>;

/** The catalogue that came with the application. */
export const BUNDLED = 'bundled';
const PackId = z.string().regex(/^(bundled|[0-9a-f]{16})$/);

export const Pack = PackManifest.omit({ format: true, version: true, sources: true }).extend({
  id: PackId,
  isInUse: z.boolean(),
  /** Bytes on the disk. */
  size: z.int(),
  /** ISO 8601, or null for the bundled one. */
  installedAt: z.string().nullable(),
});
export type Pack = z.output<typeof Pack>;

const Named = z.object({ id: Slug, name: z.string() });
/** A list with how long it is in all; as many of it as a screen shows. */
const listOf = <T extends z.ZodType>(item: T) => z.object({ total: z.int(), first: z.array(item) });

/** What a pack has that another has not, and the other way round. */
export const PackChanges = z.object({
  added: listOf(Named),
  gone: listOf(Named),
  renamed: listOf(Named.extend({ before: z.string() })),
  recategorised: listOf(Named.extend({ before: z.string(), after: z.string() })),
  gainedIntegrations: listOf(z.object({ from: z.string(), to: z.string() })),
  lostIntegrations: listOf(z.object({ from: z.string(), to: z.string() })),
  /** What of it a person has to do with. */
  touches: z.array(
    z.object({
      product: ProductRef,
      what: z.enum(['gone', 'renamed', 'recategorised']),
      /** Names of the stacks that it stands on. */
      stacks: z.array(z.string()),
      /** Whether it has notes or tags. */
      isMarked: z.boolean(),
    }),
  ),
});
export type PackChanges = z.output<typeof PackChanges>;

const PackFile = z.object({
  fileName: z.string().max(1000),
  base64: z.string().max(MAX_PACK_BASE64, 'The file is larger than 60 MB; no pack is.'),
});

/** Catalogues as files: looked at, installed, compared and left again. */
export const packCalls = {
  'packs:list': { input: z.object({}), output: z.array(Pack) },
  'packs:export': {
    input: z.object({ id: PackId }),
    output: z.object({ fileName: z.string(), mimeType: z.string(), base64: z.string() }),
  },
  /** Reads a pack or a landscape.yml and says what it would change; nothing is installed. */
  'packs:check': {
    input: PackFile,
    output: z.object({ pack: Pack, changes: PackChanges, sources: PackManifest.shape.sources }),
  },
  'packs:install': { input: PackFile, output: Pack },
  'packs:use': { input: z.object({ id: PackId }), output: Pack },
  'packs:remove': { input: z.object({ id: PackId }), output: z.object({}) },
  'packs:compare': { input: z.object({ from: PackId, to: PackId }), output: PackChanges },
  /** Fetches from the update address and installs what is newer. Only ever on a person's word. */
  'packs:update': {
    input: z.object({}),
    output: z.object({ state: z.enum(['unchanged', 'installed']), pack: Pack.nullable() }),
  },
};
