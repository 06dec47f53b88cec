import { z } from 'zod';
import { directions, groupIds, integrationKinds } from '../domain/catalogue.ts';
import { confidenceLevels } from '../domain/confidence.ts';
import { Slug } from '../domain/ids.ts';
import { dataKinds } from '../stack/vocabulary.ts';

/** More than this is no graph that a person looks at; the whole catalogue is its own file. */
export const MOST_FILE_NODES = 20_000;
export const MOST_FILE_EDGES = 200_000;

/** A kind of integration, or a connection that a person drew. */
export const edgeKinds = [...integrationKinds, 'user'] as const;
export type EdgeKind = (typeof edgeKinds)[number];

/** Units of the drawing; what lies beyond is no place but a mistake. */
const Coordinate = z.number().min(-1e7).max(1e7);

export const GraphFileNode = z.object({
  id: Slug,
  name: z.string().max(1000),
  categoryId: Slug,
  groupId: z.enum(groupIds),
  /** Known integrations in the whole catalogue. */
  integrations: z.number().int().min(0),
  /** Where it stands on the screen, its middle; null where nothing has been laid out. */
  at: z.object({ x: Coordinate, y: Coordinate, diameter: z.number().min(1).max(1000) }).nullable(),
});
export type GraphFileNode = z.output<typeof GraphFileNode>;

export const GraphFileEdge = z.object({
  /** Product ids. Data flows from → to where the direction is `forward`. */
  from: Slug,
  to: Slug,
  /** The kind that is drawn first. */
  kinds: z.array(z.enum(edgeKinds)).min(1).max(edgeKinds.length),
  direction: z.enum(directions),
  /** Of the surest of its integrations; null for a connection that a person drew. */
  confidence: z.enum(confidenceLevels).nullable(),
  /** What goes through it, as far as it is stated or can be inferred. */
  data: z.array(z.enum(dataKinds)).max(dataKinds.length),
  /** What the person wrote on it. */
  label: z.string().max(1000),
});
export type GraphFileEdge = z.output<typeof GraphFileEdge>;

/** A graph as it leaves: what is shown, and where. */
export const GraphFile = z.object({
  title: z.string().max(1000),
  nodes: z.array(GraphFileNode).max(MOST_FILE_NODES),
  edges: z.array(GraphFileEdge).max(MOST_FILE_EDGES),
});
export type GraphFile = z.output<typeof GraphFile>;

/** Names of categories by id; one that is not there is shown by its id. */
export type CategoryNames = ReadonlyMap<string, string>;

export const graphFormats = [
  'graphml',
  'gexf',
  'cytoscape',
  'nodes-csv',
  'edges-csv',
  'svg',
  'png',
] as const;
export type GraphFormat = (typeof graphFormats)[number];

export const graphFormatInfo: Readonly<
  Record<
    GraphFormat,
    {
      readonly label: string;
      readonly extension: string;
      readonly mimeType: string;
      /** Needs the places of the products. */
      readonly isPicture: boolean;
    }
  >
> = {
  graphml: {
    label: 'GraphML (yEd, networkx)',
    extension: 'graphml',
    mimeType: 'application/graphml+xml',
    isPicture: false,
  },
  gexf: {
    label: 'GEXF (Gephi)',
    extension: 'gexf',
    mimeType: 'application/gexf+xml',
    isPicture: false,
  },
  cytoscape: {
    label: 'Cytoscape JSON',
    extension: 'cyjs',
    mimeType: 'application/json',
    isPicture: false,
  },
  'nodes-csv': {
    label: 'Products as CSV',
    extension: 'nodes.csv',
    mimeType: 'text/csv',
    isPicture: false,
  },
  'edges-csv': {
    label: 'Connections as CSV',
    extension: 'edges.csv',
    mimeType: 'text/csv',
    isPicture: false,
  },
  svg: { label: 'Picture as SVG', extension: 'svg', mimeType: 'image/svg+xml', isPicture: true },
  png: { label: 'Picture as PNG', extension: 'png', mimeType: 'image/png', isPicture: true },
};
