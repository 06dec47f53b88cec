/** What a stack can leave as. The order is the one in which a dialog lists them. */
export const exportFormats = [
  'svg',
  'png',
  'pdf',
  'pptx',
  'xlsx',
  'csv',
  'markdown',
  'html',
  'json',
  'stackscape',
  'drawio',
  'excalidraw',
  'canvas',
  'mermaid',
  'dot',
  'graphml',
  'gexf',
  'archimate',
] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const formatFamilies = [
  'Pictures',
  'Slides',
  'Sheets and text',
  'Stackscape',
  'Diagram tools',
] as const;
export type FormatFamily = (typeof formatFamilies)[number];

/** What a person can choose for a format; all else has no effect on it. */
export type FormatChoice =
  'look' | 'scale' | 'transparent' | 'paper' | 'frames' | 'single' | 'show';

export interface FormatInfo {
  readonly label: string;
  /** Without the leading dot. */
  readonly extension: string;
  readonly mimeType: string;
  readonly family: FormatFamily;
  /** What it is good for, in a few words. */
  readonly use: string;
  /** What does not come back when the file is opened here again; null where everything does. */
  readonly loses: string | null;
  readonly choices: readonly FormatChoice[];
}

const drawn: readonly FormatChoice[] = ['look', 'show'];
const noWayBack = 'A stack cannot be made of this file again; keep a stack file as well.';

export const formats: Readonly<Record<ExportFormat, FormatInfo>> = {
  svg: {
    label: 'SVG',
    extension: 'svg',
    mimeType: 'image/svg+xml',
    family: 'Pictures',
    use: 'sharp at every size, fonts inside',
    loses: noWayBack,
    choices: [...drawn, 'transparent'],
  },
  png: {
    label: 'PNG',
    extension: 'png',
    mimeType: 'image/png',
    family: 'Pictures',
    use: 'for documents and chats',
    loses: noWayBack,
    choices: [...drawn, 'scale', 'transparent'],
  },
  pdf: {
    label: 'PDF',
    extension: 'pdf',
    mimeType: 'application/pdf',
    family: 'Pictures',
    use: 'to print; text can be selected',
    loses: noWayBack,
    choices: [...drawn, 'paper', 'frames'],
  },
  pptx: {
    label: 'PowerPoint',
    extension: 'pptx',
    mimeType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    family: 'Slides',
    use: 'native shapes, a slide for each frame',
    loses: noWayBack,
    choices: [...drawn, 'single'],
  },
  xlsx: {
    label: 'Excel workbook',
    extension: 'xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    family: 'Sheets and text',
    use: 'products, integrations, matrix, costs, responsibilities, checks',
    loses: 'Opened again, it gives the products, not their places or connections.',
    choices: [],
  },
  csv: {
    label: 'CSV',
    extension: 'csv',
    mimeType: 'text/csv',
    family: 'Sheets and text',
    use: 'the products as a table',
    loses: 'Opened again, it gives the products, not their places or connections.',
    choices: [],
  },
  markdown: {
    label: 'Markdown',
    extension: 'md',
    mimeType: 'text/markdown',
    family: 'Sheets and text',
    use: 'for wikis and notes',
    loses: noWayBack,
    choices: [],
  },
  html: {
    label: 'HTML report',
    extension: 'html',
    mimeType: 'text/html',
    family: 'Sheets and text',
    use: 'one file with the diagram and the tables, works offline',
    loses: noWayBack,
    choices: drawn,
  },
  json: {
    label: 'Stack as JSON',
    extension: 'stackscape.json',
    mimeType: 'application/json',
    family: 'Stackscape',
    use: 'for scripts; pictures stay behind',
    loses: 'Pictures on the canvas are left out; all else comes back exactly.',
    choices: [],
  },
  stackscape: {
    label: 'Stack file',
    extension: 'stackscape',
    mimeType: 'application/zip',
    family: 'Stackscape',
    use: 'everything, with pictures, to open again',
    loses: null,
    choices: [],
  },
  drawio: {
    label: 'draw.io',
    extension: 'drawio',
    mimeType: 'application/xml',
    family: 'Diagram tools',
    use: 'shapes in lanes, connected edges',
    loses: 'Opened again: states, owners and costs are left out.',
    choices: ['show'],
  },
  excalidraw: {
    label: 'Excalidraw',
    extension: 'excalidraw',
    mimeType: 'application/json',
    family: 'Diagram tools',
    use: 'boxes and bound arrows',
    loses: `Pictures are left out. ${noWayBack}`,
    choices: ['show'],
  },
  canvas: {
    label: 'JSON Canvas (Obsidian)',
    extension: 'canvas',
    mimeType: 'application/json',
    family: 'Diagram tools',
    use: 'cards in groups',
    loses: 'Opened again: states, owners, costs and pictures are left out.',
    choices: ['show'],
  },
  mermaid: {
    label: 'Mermaid',
    extension: 'mmd',
    mimeType: 'text/plain',
    family: 'Diagram tools',
    use: 'a flow chart as text',
    loses: `Places and notes are left out. ${noWayBack}`,
    choices: ['show'],
  },
  dot: {
    label: 'Graphviz DOT',
    extension: 'dot',
    mimeType: 'text/vnd.graphviz',
    family: 'Diagram tools',
    use: 'a graph as text',
    loses: `Places and notes are left out. ${noWayBack}`,
    choices: ['show'],
  },
  graphml: {
    label: 'GraphML',
    extension: 'graphml',
    mimeType: 'application/graphml+xml',
    family: 'Diagram tools',
    use: 'for yEd, networkx and others',
    loses: `Notes are left out. ${noWayBack}`,
    choices: ['show'],
  },
  gexf: {
    label: 'GEXF (Gephi)',
    extension: 'gexf',
    mimeType: 'application/gexf+xml',
    family: 'Diagram tools',
    use: 'with places and colours',
    loses: `Notes are left out. ${noWayBack}`,
    choices: ['show'],
  },
  archimate: {
    label: 'ArchiMate Open Exchange',
    extension: 'archimate.xml',
    mimeType: 'application/xml',
    family: 'Diagram tools',
    use: 'for enterprise architecture tools',
    loses: `Notes are left out. ${noWayBack}`,
    choices: ['show'],
  },
};
