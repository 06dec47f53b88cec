import { z } from 'zod';
import { packCalls } from '../packs/contract.ts';
import { importCalls } from '../import/contract.ts';
import { customCalls } from '../custom/contract.ts';
import { EntityId, GivenName, Slug } from '../domain/ids.ts';
import {
  CategoryGroup,
  Doubt,
  Icon,
  Integration,
  Product,
  ProductRow,
  Source,
} from '../domain/product.ts';
import { PersonalChange, PersonalMark } from '../domain/personal.ts';
import { ProductPage, ProductQuery, SearchHit } from '../domain/query.ts';
import { MatchInput, MatchOutput } from '../finder/match.ts';
import { MapData, MapMatches } from '../landscape/map-data.ts';
import { canvasCalls } from '../canvas/contract.ts';
import { graphCalls } from '../graph/contract.ts';
import { insightCalls } from '../insights/contract.ts';
import { versionCalls } from '../versions/contract.ts';
import { workshopCalls } from '../workshop/contract.ts';
import { landscapeCalls } from '../landscape/contract.ts';
import { ExportOptions } from '../exchange/export-options.ts';
import { SavedQuery, SavedSearch } from '../domain/saved-search.ts';
import type { Result } from '../result.ts';
import { StackCommand } from '../stack/commands.ts';
import { StackPatch } from '../stack/patch.ts';
import { Stack, StackSummary } from '../stack/stack.ts';
import { AppInfo, Backup, Settings } from './app.ts';
import type { Channel, EventName } from './channels.ts';

const Nothing = z.object({});

/** What lights the map: everything of a query but its order and page. */
const MapQuery = ProductQuery.pick({ text: true, filter: true, stack: true });

/** What a change leaves behind: what undo and redo would do next, in words, or null. */
const History = z.object({
  undo: z.string().nullable(),
  redo: z.string().nullable(),
});

const StackState = z.object({
  stack: Stack,
  /** Grows by one with every change, undo and redo. */
  revision: z.number().int(),
  history: History,
});
export type StackState = z.output<typeof StackState>;

const StackChange = z.object({
  stackId: EntityId,
  revision: z.number().int(),
  patch: StackPatch,
  label: z.string(),
  history: History,
});
export type StackChange = z.output<typeof StackChange>;

/** A file on its way to or from the person. Bytes travel as base64, as JSON has no other way. */
const FileContent = z.object({
  fileName: z.string(),
  mimeType: z.string(),
  base64: z.string(),
});
export type FileContent = z.output<typeof FileContent>;

/** Base64 of a 20 MB file; anything larger is no stack. */
export const MAX_IMPORT_BYTES = 20 * 1024 * 1024;
const MAX_IMPORT_BASE64 = Math.ceil(MAX_IMPORT_BYTES / 3) * 4;

/**
 * Every call once: what goes in, what comes out. The preload bridge, the routers of the hosts, the
 * command line and the renderer's client are derived from it.
 */
export const contract = {
  'app:info': { input: Nothing, output: AppInfo },
  'app:dismiss-notice': { input: z.object({ id: z.string() }), output: Nothing },
  'app:open-external': { input: z.object({ url: z.string().max(4000) }), output: Nothing },
  'app:save-file': {
    input: FileContent,
    /** Where it was saved, or null if the person cancelled or the host leaves it to the page. */
    output: z.object({ handled: z.boolean(), path: z.string().nullable() }),
  },
  'settings:get': { input: Nothing, output: Settings },
  'settings:set': {
    // Without the defaults: what is not named stays as it is.
    input: z.object({
      theme: z.enum(['system', 'light', 'dark']).optional(),
      currentStackId: z.string().nullable().optional(),
      updateAddress: Settings.shape.updateAddress.unwrap().optional(),
      exportOptions: ExportOptions.nullable().optional(),
    }),
    output: Settings,
  },

  'catalogue:stats': {
    input: Nothing,
    output: z.object({
      products: z.number().int(),
      categories: z.number().int(),
      integrations: z.number().int(),
      evidence: z.number().int(),
      sources: z.number().int(),
      aliases: z.number().int(),
    }),
  },
  'catalogue:taxonomy': { input: Nothing, output: z.array(CategoryGroup) },
  'catalogue:sources': { input: Nothing, output: z.array(Source) },
  /** Decisions on source rows that are most worth a look, merged and kept apart by turns. */
  'catalogue:doubts': {
    input: z.object({ limit: z.number().int().min(1).max(1000).default(50) }),
    output: z.array(Doubt),
  },
  'catalogue:query': { input: ProductQuery, output: ProductPage },
  'catalogue:search': {
    input: z.object({
      text: z.string().max(500),
      category: Slug.optional(),
      limit: z.number().int().min(1).max(200).default(20),
    }),
    output: z.array(SearchHit),
  },
  'catalogue:product': { input: z.object({ id: Slug }), output: Product },
  /** Rows of the products that exist, in the order asked; unknown ids are left out. */
  'catalogue:rows': {
    input: z.object({ ids: z.array(Slug).max(5000) }),
    output: z.array(ProductRow),
  },
  'catalogue:integrations': {
    input: z.object({ id: Slug, with: Slug.optional() }),
    output: z.array(Integration),
  },
  'catalogue:alternatives': {
    input: z.object({ id: Slug, limit: z.number().int().min(1).max(50).default(12) }),
    output: z.array(
      z.object({
        product: ProductRow,
        sharedCategories: z.array(Slug),
        /** Whether both are first of all of the same category. */
        isSamePrimary: z.boolean(),
        /** Products that both integrate with. */
        sharedIntegrations: z.number().int(),
        /** Names of the best known of those, three at most. */
        sharedWith: z.array(z.string()),
      }),
    ),
  },
  'catalogue:icons': {
    input: z.object({ slugs: z.array(z.string().max(100)).max(2000) }),
    output: z.array(Icon),
  },
  /** All products for the map, best known first, one array a column. */
  'catalogue:map': { input: Nothing, output: MapData },
  /** Which products of `catalogue:map` a query lists. */
  'catalogue:matches': {
    input: MapQuery,
    output: MapMatches,
  },

  'searches:list': { input: Nothing, output: z.array(SavedSearch) },
  'searches:save': { input: z.object({ name: GivenName, query: SavedQuery }), output: SavedSearch },
  'searches:rename': { input: z.object({ id: EntityId, name: GivenName }), output: SavedSearch },
  /** Gives back what was deleted, for `searches:restore` to put where it was. */
  'searches:delete': { input: z.object({ id: EntityId }), output: SavedSearch },
  'searches:restore': { input: SavedSearch, output: SavedSearch },

  ...graphCalls,
  ...insightCalls,
  ...landscapeCalls,
  ...versionCalls,
  ...workshopCalls,
  ...canvasCalls,

  'stacks:list': {
    input: z.object({ deleted: z.boolean().default(false) }),
    output: z.array(StackSummary),
  },
  'stacks:create': {
    input: z.object({
      name: GivenName,
      /** Id of the template of its lanes; without one the starter's own, or the usual. */
      template: Slug.optional(),
      /** Id of the example to begin with; without one the stack is empty. */
      starter: Slug.optional(),
    }),
    output: StackState,
  },
  'stacks:get': { input: z.object({ id: EntityId }), output: StackState },
  'stacks:apply': {
    input: z.object({ stackId: EntityId, command: StackCommand }),
    output: StackChange,
  },
  'stacks:undo': { input: z.object({ stackId: EntityId }), output: StackChange },
  'stacks:redo': { input: z.object({ stackId: EntityId }), output: StackChange },
  'stacks:duplicate': {
    input: z.object({ id: EntityId, name: GivenName.optional() }),
    output: StackState,
  },
  'stacks:delete': { input: z.object({ id: EntityId }), output: Nothing },
  'stacks:restore': { input: z.object({ id: EntityId }), output: StackSummary },

  'exchange:export-stack': {
    input: ExportOptions.extend({ stackId: EntityId }),
    output: FileContent,
  },
  'exchange:import-stack': {
    input: z.object({
      fileName: z.string().max(1000),
      base64: z.string().max(MAX_IMPORT_BASE64, 'The file is larger than 20 MB; no stack is.'),
      /** Keep products that this catalogue does not know, marked as gone, instead of refusing. */
      keepUnknown: z.boolean().default(false),
    }),
    output: StackState,
  },
  'exchange:export-map': {
    input: z.object({
      format: z.enum(['svg', 'png', 'pdf']),
      theme: z.enum(['light', 'dark']).default('light'),
      /** Lights what this query lists and dims the rest; without it all products are alike. */
      query: MapQuery.optional(),
      /** Pixels per unit of the map, which is 1600 wide; PNG only. */
      scale: z.number().min(1).max(8).default(6),
    }),
    output: FileContent,
  },

  /** Notes, tags and hidden products, of all products that have any. */
  'personal:list': { input: Nothing, output: z.array(PersonalMark) },
  /** Changes what is named and leaves the rest of the mark as it is. */
  'personal:set': { input: PersonalChange, output: PersonalMark },

  ...customCalls,
  ...importCalls,
  ...packCalls,

  /** Which products the hosts and names of a person's inventories are. */
  'finder:match': { input: MatchInput, output: MatchOutput },

  'backup:list': { input: Nothing, output: z.array(Backup) },
  'backup:create': { input: Nothing, output: Backup },
  'backup:restore': { input: z.object({ name: z.string().max(200) }), output: Nothing },
} satisfies Record<Channel, { input: z.ZodType; output: z.ZodType }>;

export type Contract = typeof contract;
/** What a handler gets: parsed, defaults filled in. */
export type Input<C extends Channel> = z.output<Contract[C]['input']>;
/** What a caller gives: defaults may be left out. */
export type CallInput<C extends Channel> = z.input<Contract[C]['input']>;
export type Output<C extends Channel> = z.output<Contract[C]['output']>;

export const events = {
  'stack:changed': StackChange,
  /** Stacks were created, renamed, deleted or restored. */
  'stacks:changed': Nothing,
  /** The versions of a stack are others now. */
  'versions:changed': z.object({ stackId: EntityId }),
  /** A workshop about a stack is another one now; a revision that is known already is no news. */
  'workshops:changed': z.object({
    stackId: EntityId,
    workshopId: EntityId,
    revision: z.number().int(),
  }),
  /** Searches were saved, renamed, deleted or put back. */
  'searches:changed': Nothing,
  'settings:changed': Settings,
  'personal:changed': PersonalMark,
  /** Products or integrations are not what they were: forget what was read and ask again. */
  'catalogue:changed': Nothing,
  /** What was accepted, set or needed has changed; of all stacks where none is named. */
  'insights:changed': z.object({ stackId: EntityId.nullable() }),
  /** The whole workspace was replaced by a backup: forget everything and load again. */
  'workspace:replaced': Nothing,
  progress: z.object({
    requestId: z.string(),
    message: z.string(),
    /** 0..1, or null where the end is not known. */
    fraction: z.number().nullable(),
  }),
  /** The application menu asks for an action by its id. */
  'menu:action': z.object({ id: z.string() }),
} satisfies Record<EventName, z.ZodType>;
export type EventPayload<E extends EventName> = z.output<(typeof events)[E]>;
export type EmitEvent = <E extends EventName>(name: E, payload: EventPayload<E>) => void;

/** What a handler may use besides its input. */
export interface CallContext {
  /** Aborted when the caller cancels or goes away. */
  readonly signal: AbortSignal;
  readonly progress: (message: string, fraction?: number) => void;
}

export type Handlers = {
  [C in Channel]: (input: Input<C>, context: CallContext) => Output<C> | Promise<Output<C>>;
};

export interface CallOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: EventPayload<'progress'>) => void;
}

/** The renderer's and the command line's view of the services. */
export interface Api {
  call<C extends Channel>(
    channel: C,
    input: CallInput<C>,
    options?: CallOptions,
  ): Promise<Result<Output<C>>>;
  /** Listens to an event. @returns a function that stops listening */
  on<E extends EventName>(name: E, listener: (payload: EventPayload<E>) => void): () => void;
}
