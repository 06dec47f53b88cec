import type { GroupId, IntegrationKind } from '../domain/catalogue.ts';
import type { NoteColour } from '../stack/items.ts';
import { nodeStates, type ConnectionState, type NodeState } from '../stack/vocabulary.ts';

export const themeNames = ['light', 'dark'] as const;
export type ThemeName = (typeof themeNames)[number];

/** Colours of one taxonomy group. */
export interface GroupColours {
  /** Bars, marks and monograms: at least 3:1 on a card. */
  readonly accent: string;
  /** Background of lane heads and chips. */
  readonly soft: string;
  /** Text on `soft`, `card` or `lane`: at least 4.5:1. */
  readonly text: string;
}

/** How an edge is drawn. Colour is never the only difference: no two kinds share a dash. */
export interface EdgeStyle {
  readonly colour: string;
  /** SVG stroke-dasharray in canvas units; empty for a solid line. */
  readonly dash: readonly number[];
  readonly cap: 'butt' | 'round';
  readonly width: number;
  readonly arrow: 'filled' | 'open';
  /** A sign on the middle of the line, which says the same as the colour. */
  readonly sign?: EdgeSign;
}

/** Signs on edges: to come, to be taken away, not working. */
export type EdgeSign = 'plus' | 'minus' | 'cross';

/** How a product's state shows on its card. The state is also written there. */
export interface StateColours {
  /** Border of the card and of its mark: at least 3:1 on a card. */
  readonly line: string;
  /** Text of the mark: at least 4.5:1 on a card. */
  readonly text: string;
  /** Stroke of the card's border: broken for what is not there yet. */
  readonly dash: readonly number[];
}

export interface DiagramTheme {
  readonly name: ThemeName;
  /** The page behind everything. */
  readonly surface: string;
  readonly lane: string;
  readonly laneBorder: string;
  readonly card: string;
  readonly cardBorder: string;
  readonly text: string;
  readonly mutedText: string;
  readonly groups: Readonly<Record<GroupId, GroupColours>>;
  readonly kinds: Readonly<Record<IntegrationKind, EdgeStyle>>;
  /** Connections that a person drew and that are live. */
  readonly user: EdgeStyle;
  /** Connections that a person drew, by their state. */
  readonly connections: Readonly<Record<ConnectionState, EdgeStyle>>;
  /** A connection that a hub on the canvas would make possible. */
  readonly possible: EdgeStyle;
  /** What is in use has no mark. */
  readonly states: Readonly<Record<Exclude<NodeState, 'in-use'>, StateColours>>;
}

/** Kinds of integration as people read them in legends, filters and panels. */
export const kindLabels: Readonly<Record<IntegrationKind, string>> = {
  events: 'Event stream',
  audience: 'Audience sync',
  pipeline: 'Data pipeline',
  workflow: 'Workflow automation',
  plugin: 'Plugin or extension',
  tag: 'Client-side tag',
  bidding: 'Bidding adapter',
  channel: 'Message delivery',
  native: 'Direct integration',
};

/** The six groups of the taxonomy as legends name them. */
export const groupLabels: Readonly<Record<GroupId, string>> = {
  advertising: 'Advertising & Promotion',
  content: 'Content & Experience',
  social: 'Social & Relationships',
  commerce: 'Commerce & Sales',
  data: 'Data',
  business: 'Business Stack',
};

export const userConnectionLabel = 'Your connection';
export const possibleConnectionLabel = 'Possible through a hub';

/** States that are marked, in their order. */
export const markedStates = nodeStates.filter((state) => state !== 'in-use');

const dashes: Readonly<Record<IntegrationKind, readonly number[]>> = {
  events: [],
  audience: [14, 5],
  pipeline: [7, 4],
  workflow: [12, 4, 1.5, 4],
  plugin: [1.5, 4.5],
  tag: [4, 8],
  bidding: [12, 4, 1.5, 4, 1.5, 4],
  channel: [1.5, 3.5, 1.5, 9],
  native: [16, 4, 5, 4],
};

function kindStyles(
  colours: Readonly<Record<IntegrationKind, string>>,
): Record<IntegrationKind, EdgeStyle> {
  const style = (kind: IntegrationKind): EdgeStyle => ({
    colour: colours[kind],
    dash: dashes[kind],
    // A dot is a dash as short as the line is wide.
    cap: kind === 'plugin' || kind === 'channel' ? 'round' : 'butt',
    width: 1.6,
    arrow: 'filled',
  });
  return {
    events: style('events'),
    audience: style('audience'),
    pipeline: style('pipeline'),
    workflow: style('workflow'),
    plugin: style('plugin'),
    tag: style('tag'),
    bidding: style('bidding'),
    channel: style('channel'),
    native: style('native'),
  };
}

/**
 * Solid for what is live, and broken lines for what is not: blue for what is to come, black for what
 * is to go, red for what does not work. Each has its own dash and its own sign besides.
 */
function connectionStyles(colours: {
  readonly live: string;
  readonly planned: string;
  readonly broken: string;
}): Pick<DiagramTheme, 'user' | 'connections'> {
  const live: EdgeStyle = {
    ...{ colour: colours.live, dash: [], cap: 'butt', width: 2.4, arrow: 'open' },
  };
  const connections: DiagramTheme['connections'] = {
    live,
    planned: { ...live, colour: colours.planned, dash: [11, 6], sign: 'plus' },
    'to-disconnect': { ...live, dash: [5, 4], sign: 'minus' },
    broken: { ...live, colour: colours.broken, dash: [2.5, 5], sign: 'cross' },
  };
  return { user: live, connections };
}

function possibleStyle(colour: string): EdgeStyle {
  return { colour, dash: [3, 4], cap: 'butt', width: 1.3, arrow: 'open' };
}

/*
 * The six accents stay apart for protan, deutan and tritan vision as well (simulated after Machado,
 * Oliveira and Fernandes 2009; least distance 11 in Oklab × 100), which needs them to differ in
 * lightness and not only in hue.
 */
const light: DiagramTheme = {
  name: 'light',
  surface: '#f3f4f7',
  lane: '#fbfcfd',
  laneBorder: '#d9dde4',
  card: '#ffffff',
  cardBorder: '#c9cfd9',
  text: '#171b22',
  mutedText: '#566072',
  groups: {
    advertising: { accent: '#d76a21', soft: '#fdeee2', text: '#8a3d06' },
    content: { accent: '#489686', soft: '#e1f3ef', text: '#14594d' },
    social: { accent: '#a42787', soft: '#fae8f5', text: '#84186b' },
    commerce: { accent: '#a373e6', soft: '#f2eafd', text: '#5f2bb0' },
    data: { accent: '#2f43cf', soft: '#e7eafc', text: '#2535a8' },
    business: { accent: '#383b43', soft: '#eceef1', text: '#383b43' },
  },
  kinds: kindStyles({
    events: '#2c4a86',
    audience: '#c4224f',
    pipeline: '#2f8a5f',
    workflow: '#8d1ea3',
    plugin: '#107378',
    tag: '#b3611a',
    bidding: '#702140',
    channel: '#50570b',
    native: '#8d53ed',
  }),
  ...connectionStyles({ live: '#171b22', planned: '#1a5fd0', broken: '#c0271d' }),
  possible: possibleStyle('#566072'),
  states: {
    planned: { line: '#1a5fd0', text: '#1a54b8', dash: [5, 3] },
    candidate: { line: '#7d4fc4', text: '#6b3fb5', dash: [1.5, 3] },
    'to-retire': { line: '#a06a00', text: '#7d5200', dash: [] },
    'not-ours': { line: '#c0271d', text: '#a3221a', dash: [] },
  },
};

const dark: DiagramTheme = {
  name: 'dark',
  surface: '#111419',
  lane: '#171b21',
  laneBorder: '#313843',
  card: '#1f242c',
  cardBorder: '#3f4856',
  text: '#eceff4',
  mutedText: '#a3adbd',
  groups: {
    advertising: { accent: '#fc9c12', soft: '#3a2610', text: '#fdb95c' },
    content: { accent: '#46d5a1', soft: '#10332a', text: '#6fe3b8' },
    social: { accent: '#d85ea1', soft: '#3a1a2d', text: '#f092c2' },
    commerce: { accent: '#cea8fe', soft: '#2c2146', text: '#d6b8ff' },
    data: { accent: '#2688ff', soft: '#132b4f', text: '#7fb8ff' },
    business: { accent: '#e6e9f9', soft: '#2a3039', text: '#e6e9f9' },
  },
  kinds: kindStyles({
    events: '#8ca3f3',
    audience: '#e8692f',
    pipeline: '#6fe6b8',
    workflow: '#b97fd0',
    plugin: '#87cce6',
    tag: '#c2a03b',
    bidding: '#ec7bab',
    channel: '#b5d334',
    native: '#8486ff',
  }),
  ...connectionStyles({ live: '#eceff4', planned: '#79b0ff', broken: '#ff8a7d' }),
  possible: possibleStyle('#a3adbd'),
  states: {
    planned: { line: '#5f9dff', text: '#8db8ff', dash: [5, 3] },
    candidate: { line: '#b48cff', text: '#cbb0ff', dash: [1.5, 3] },
    'to-retire': { line: '#d9a437', text: '#f2c265', dash: [] },
    'not-ours': { line: '#ff8a7d', text: '#ff9a90', dash: [] },
  },
};

export interface NoteColours {
  readonly fill: string;
  readonly border: string;
  /** At least 4.5:1 on `fill`. */
  readonly text: string;
}

const lightNotes: Readonly<Record<NoteColour, NoteColours>> = {
  yellow: { fill: '#fdf3c4', border: '#e6d27a', text: '#3d3410' },
  blue: { fill: '#dcebfb', border: '#a6c8ec', text: '#16324f' },
  green: { fill: '#dff3e0', border: '#a5d6a8', text: '#173b1b' },
  pink: { fill: '#fbe0ea', border: '#eaaac3', text: '#521731' },
  grey: { fill: '#eceff3', border: '#c6cdd7', text: '#262c36' },
};

const darkNotes: Readonly<Record<NoteColour, NoteColours>> = {
  yellow: { fill: '#4a4116', border: '#7a6c2c', text: '#fbf0c0' },
  blue: { fill: '#1d3650', border: '#3c628a', text: '#d9eafc' },
  green: { fill: '#1d3d24', border: '#3f7349', text: '#d8f2db' },
  pink: { fill: '#4b2234', border: '#824060', text: '#fcdde9' },
  grey: { fill: '#313843', border: '#56606f', text: '#e6eaf0' },
};

/** Colours of sticky notes. */
export const theNotes = (theme: ThemeName): Readonly<Record<NoteColour, NoteColours>> =>
  theme === 'dark' ? darkNotes : lightNotes;

/** One set of colours for the canvas and every export. */
export const themes: Readonly<Record<ThemeName, DiagramTheme>> = { light, dark };

/** The dash as the `stroke-dasharray` attribute wants it, or undefined for a solid line. */
export function dashArray(style: Pick<EdgeStyle, 'dash'>): string | undefined {
  return style.dash.length > 0 ? style.dash.join(' ') : undefined;
}
