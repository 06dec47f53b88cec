import { z } from 'zod';
import { directions, groupIds, integrationKinds } from '../domain/catalogue.ts';
import { EntityId, Slug } from '../domain/ids.ts';
import { dataKinds } from '../stack/vocabulary.ts';
import { Brief, briefFormats } from './brief.ts';
import { coverageStates } from './coverage.ts';
import { fixes, severities } from './health.ts';
import { relations } from './relate-pairs.ts';
import { objectives } from './smallest-stack.ts';
import { bands } from './replaceability.ts';

const Count = z.number().int();
/** Place of a product in `products` of the same answer. */
const Place = z.number().int();
const Places = z.array(Place);
const bandIds = bands.map(({ id }) => id);

/** A product as the answers name it; enough to show it and to put it on the stack. */
export const InsightProduct = z.object({
  id: Slug,
  name: z.string(),
  categoryId: Slug,
  groupId: z.enum(groupIds),
  icon: z.string().nullable(),
  /** False for a product that the catalogue no longer has. */
  isKnown: z.boolean(),
});
export type InsightProduct = z.output<typeof InsightProduct>;

const Nothing = z.object({});
const OfStack = z.object({ stackId: EntityId });
/** The products of the stack, each once. */
const Products = z.array(InsightProduct);

const Acceptance = z.object({
  ruleId: z.string(),
  subject: z.string(),
  basis: z.string(),
  title: z.string(),
  reason: z.string(),
  /** ISO 8601, UTC. */
  acceptedAt: z.string(),
});

const Finding = z.object({
  ruleId: z.string(),
  /** What it is about, within its rule. */
  subject: z.string(),
  /** What it rests on; accepting it means accepting that. */
  basis: z.string(),
  severity: z.enum(severities),
  title: z.string(),
  detail: z.string(),
  products: z.array(Slug),
  categories: z.array(Slug),
  fix: z.enum(fixes),
});
export type Finding = z.output<typeof Finding>;

const Rule = z.object({
  id: z.string(),
  name: z.string(),
  why: z.string(),
  source: z.object({ title: z.string(), url: z.string().nullable() }),
  /** Findings of it, accepted ones apart. */
  findings: Count,
  isOn: z.boolean(),
  thresholds: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      unit: z.enum(['share', 'count']),
      value: z.number(),
      standard: z.number(),
      least: z.number(),
      most: z.number(),
      source: z.string(),
    }),
  ),
});
export type Rule = z.output<typeof Rule>;

const RuleId = z.string().max(100);
const Subject = z.string().max(20_000);

const MatrixPair = z.object({
  /** a < b. */
  a: Place,
  b: Place,
  relation: z.enum(relations),
  kinds: z.array(z.enum(integrationKinds)),
  /** Direction of all its integrations together, forward being a → b. */
  direction: z.enum([...directions, 'back']),
  /** Drawn by the person. */
  isDrawn: z.boolean(),
  via: z.array(Place),
  /** Places in `hubs`. */
  hubs: z.array(Count),
});
export type MatrixPair = z.output<typeof MatrixPair>;

const RankedHub = z.object({
  product: InsightProduct,
  connects: Count,
  /** Products of the stack that it integrates with. */
  members: z.array(Place),
});

const HubSet = z.object({ hubs: z.array(RankedHub), connects: Count, isExact: z.boolean() });
export type HubSet = z.output<typeof HubSet>;

const Rival = z.object({
  product: InsightProduct,
  isInStack: z.boolean(),
  kept: z.array(Place),
  lost: z.array(Place),
  gained: z.array(Place),
  /** Those of the lost that one product of the stack could still connect. */
  bridgeable: z.array(Place),
});

const Replaceable = z.object({
  product: Place,
  index: Count,
  band: z.enum(bandIds),
  connections: z.array(Place),
  /** Products of its category there are to choose from. */
  candidates: Count,
  /** The best of them. */
  rivals: z.array(Rival),
  /** Pairs of other products that are connected now, and those that lose their only path. */
  pairs: Count,
  lostPairs: Count,
  /** What its part of the stack falls into; one piece or none if it holds. */
  pieces: z.array(z.array(Place)),
  stranded: z.array(Place),
});
export type Replaceable = z.output<typeof Replaceable>;

const ExitEffect = z.object({
  product: Place,
  starved: z.array(z.object({ kind: z.enum(dataKinds), products: Places })),
  flows: Count,
  capabilities: z.array(Slug),
  pairs: Count,
  lostPairs: Count,
  crossings: z.object({ all: Count, bridged: Count, longer: Count, bridges: Places }),
});
export type ExitEffect = z.output<typeof ExitEffect>;

const PathHop = z.object({
  kinds: z.array(z.enum(integrationKinds)),
  direction: z.enum([...directions, 'back']),
  isDrawn: z.boolean(),
});

const Ways = z.object({
  /** Products on each path that are not in the stack, and its connections. */
  extra: Count,
  steps: Count,
  /** Equally good ways; empty where there is none. */
  paths: z.array(
    z.object({
      products: z.array(InsightProduct.extend({ isInStack: z.boolean() })),
      /** Between each product and the next. */
      hops: z.array(PathHop),
    }),
  ),
});
export type Ways = z.output<typeof Ways>;

/** Calls that compute something of a stack; each @throws Refusal 'not-found' for an unknown stack. */
export const insightCalls = {
  'insights:health': {
    input: OfStack,
    output: z.object({
      products: Products,
      /** Those that nobody has accepted, or that have changed since somebody has. */
      findings: z.array(Finding.extend({ outdated: Acceptance.nullable() })),
      accepted: z.array(Finding.extend({ acceptance: Acceptance })),
      /** Acceptances of what is not found any more. */
      idle: z.array(Acceptance),
      rules: z.array(Rule),
    }),
  },
  /**
   * Accepts a finding as it is now.
   * @throws Refusal 'not-found' for an unknown stack, 'conflict' for a finding that is not there or
   *   has changed since it was shown
   */
  'insights:accept': {
    input: OfStack.extend({
      ruleId: RuleId,
      subject: Subject,
      basis: z.string().max(1_000_000),
      reason: z.string().trim().min(1).max(2000),
    }),
    output: Acceptance,
  },
  /** Takes an acceptance back; one that is not there is no error. */
  'insights:withdraw': {
    input: OfStack.extend({ ruleId: RuleId, subject: Subject }),
    output: z.object({ withdrawn: z.boolean() }),
  },
  /**
   * Switches a rule on or off and sets its thresholds, for all stacks; null is the rule's standard.
   * @throws Refusal 'not-found' for an unknown rule, 'invalid-input' for a threshold it does not
   *   have or a value that makes no sense
   */
  'insights:set-rule': {
    input: z.object({
      ruleId: RuleId,
      isOn: z.boolean().optional(),
      thresholds: z.record(z.string().max(100), z.number().nullable()).default({}),
    }),
    output: Nothing,
  },
  /** Every pair that is connected or could be by one product more; all others are not documented. */
  'insights:matrix': {
    input: OfStack,
    output: z.object({ products: Products, pairs: z.array(MatrixPair), hubs: Products }),
  },
  'insights:hubs': {
    input: OfStack,
    output: z.object({
      products: Products,
      /** All pairs of products, and those that nothing in the stack connects. */
      pairs: Count,
      open: Count,
      /** Open pairs that no product of the catalogue would connect. */
      hopeless: Count,
      candidates: Count,
      best: z.array(RankedHub),
      /** The best two and the best three together. */
      pair: HubSet.nullable(),
      triple: HubSet.nullable(),
      steps: z.array(z.object({ hub: RankedHub, adds: Count, total: Count, atMost: Count })),
    }),
  },
  'insights:replaceability': {
    input: OfStack,
    output: z.object({
      products: Products,
      /** Hardest to replace first. */
      list: z.array(Replaceable),
      /** Connections without which the stack falls apart. */
      bridges: z.array(z.object({ a: Place, b: Place })),
    }),
  },
  /** Who writes and who reads each kind of data; numbers are places of products. */
  'insights:truth': {
    input: OfStack,
    output: z.object({
      products: Products,
      kinds: z.array(
        z.object({
          kind: z.enum(dataKinds),
          masters: Places,
          writers: Places,
          readers: Places,
          orphans: Places,
          unfed: Places,
          flows: z.array(z.object({ from: Place, to: Place, isStated: z.boolean() })),
          conflicts: z.array(z.object({ at: Place, writers: Places })),
          loops: z.array(Places),
        }),
      ),
      /** Products that hold personal data. */
      holders: z.array(
        z.object({
          place: Place,
          kinds: z.array(z.enum(dataKinds)),
          hasAgreement: z.boolean().nullable(),
        }),
      ),
    }),
  },
  /** What goes dark with each product, and what nothing can avoid on its way from one of them. */
  'insights:exit': {
    input: OfStack.extend({
      /** The product that things come from; a system of record where none is named. */
      rootId: Slug.optional(),
    }),
    output: z.object({
      products: Products,
      /** The one that takes most with it first. */
      list: z.array(ExitEffect),
      /** Systems of record to choose from, and the product that was chosen. */
      roots: Places,
      root: Place.nullable(),
      /** Products that data from it reaches. */
      reached: Count,
      passages: z.array(z.object({ over: Place, behind: Places })),
    }),
  },
  /** The fewest or cheapest products of a stack that cover the categories it needs. */
  'insights:smallest': {
    input: OfStack.extend({ objective: z.enum(objectives).default('count') }),
    output: z.object({
      products: Products,
      /** What was entered for each product. */
      costs: z.array(z.number().nullable()),
      required: z.array(Slug),
      /** Whether somebody has said what is required; else it is what the products are made for. */
      isChosen: z.boolean(),
      /** Required categories that no product of the stack has. */
      missing: z.array(Slug),
      kept: Places,
      cuts: z.array(
        z.object({ product: Place, loses: z.array(Slug), connections: Places, stranded: Places }),
      ),
      /** Number or cost of what is kept, what no choice goes below, and how far off it is at most. */
      weight: z.number(),
      atLeast: z.number(),
      isExact: z.boolean(),
      factor: z.number(),
      /** Before and after all cuts. */
      connections: z.tuple([Count, Count]),
      pairs: z.tuple([Count, Count]),
      categories: z.tuple([Count, Count]),
      /** What products with no cost entered are taken to cost; null where that was not needed. */
      assumedCost: z.number().nullable(),
      overlaps: z.array(z.object({ a: Place, b: Place, categories: z.array(Slug) })),
    }),
  },
  /** Says which categories a stack has to cover; null: those that its products are made for. */
  'insights:set-needs': {
    input: OfStack.extend({ categories: z.array(Slug).max(1000).nullable() }),
    output: Nothing,
  },
  /** A page about the stack, every figure with what it rests on; and the same as a file. */
  'insights:brief': { input: OfStack, output: Brief },
  'insights:export-brief': {
    input: OfStack.extend({ format: z.enum(briefFormats) }),
    output: z.object({ fileName: z.string(), mimeType: z.string(), base64: z.string() }),
  },
  'insights:coverage': {
    input: OfStack,
    output: z.object({
      products: Products,
      categories: z.array(
        z.object({
          categoryId: Slug,
          groupId: z.enum(groupIds),
          state: z.enum(coverageStates),
          primary: z.array(Place),
          further: z.array(Place),
          /** For a category that no product is made for: those that fit the stack best. */
          candidates: z.array(z.object({ product: InsightProduct, members: z.array(Place) })),
        }),
      ),
    }),
  },
  'insights:paths': {
    input: z.object({
      /** Null for the catalogue alone, in which no product is there already. */
      stackId: EntityId.nullable(),
      from: Slug,
      to: Slug,
      /** Only along the stated direction of data. */
      directed: z.boolean().default(false),
    }),
    output: Ways.extend({
      /** Ways that are worse by extra products, with what speaks for them. */
      others: z.array(
        Ways.extend({
          /** Fewer steps than the best ways have, or none of the products that all of them share. */
          reason: z.enum(['fewer-steps', 'without']),
          without: Products,
        }),
      ),
    }),
  },
};
