import { z } from 'zod';
import { integrationKinds } from '../domain/catalogue.ts';
import { confidenceLevels } from '../domain/confidence.ts';
import { Slug } from '../domain/ids.ts';
import { Link, ProductRow } from '../domain/product.ts';
import { dataKinds } from '../stack/vocabulary.ts';
import { GraphFile, graphFormats } from './graph-file.ts';

const Count = z.number().int();

/** An integration with what it can be filtered by. */
export const GraphLink = Link.extend({ confidence: z.enum(confidenceLevels) });
export type GraphLink = z.output<typeof GraphLink>;

/** What is inferred to go from one product to another, over all that connects the two. */
export const GraphFlow = z.object({
  from: Slug,
  to: Slug,
  data: z.array(z.enum(dataKinds)),
});
export type GraphFlow = z.output<typeof GraphFlow>;

/** What connects products, what lies around them, and the graph as a file. */
export const graphCalls = {
  /** Integrations whose ends are both among some products. */
  'graph:between': {
    input: z.object({
      ids: z.array(Slug).max(5000),
      /** Only those that end at one of these, which are among the others. */
      of: z.array(Slug).max(5000).optional(),
    }),
    output: z.array(Link),
  },
  'graph:neighbourhood': {
    input: z.object({
      id: Slug,
      kinds: z.array(z.enum(integrationKinds)).optional(),
      limit: z.number().int().min(1).max(1000).default(60),
    }),
    output: z.object({
      /** The product itself first, then its neighbours, best connected first. */
      products: z.array(ProductRow),
      /** Links among all of them. */
      links: z.array(Link),
      /** Neighbours there are in all, shown or not. */
      total: Count,
    }),
  },
  /** All integrations among a set of products, how sure they are, and what goes along them. */
  'graph:links': {
    input: z.object({ ids: z.array(Slug).max(20_000) }),
    output: z.object({ links: z.array(GraphLink), flows: z.array(GraphFlow) }),
  },
  /** One hop from some products: those beyond what is shown that integrate with them. */
  'graph:around': {
    input: z.object({
      ids: z.array(Slug).min(1).max(5000),
      /** What is there already and not wanted again. */
      shown: z.array(Slug).max(20_000).default([]),
      limit: z.number().int().min(1).max(5000).default(60),
    }),
    output: z.object({
      /** Those that integrate with the most of what is shown first, then the best connected. */
      products: z.array(ProductRow),
      /** Neighbours beyond what was shown and beyond these. */
      more: Count,
    }),
  },
  /**
   * A graph as a file.
   * @throws Refusal 'invalid-input' for a picture of products that have no places
   */
  'graph:export': {
    input: z.object({
      graph: GraphFile,
      format: z.enum(graphFormats),
      theme: z.enum(['light', 'dark']).default('light'),
    }),
    output: z.object({ fileName: z.string(), mimeType: z.string(), base64: z.string() }),
  },
};
