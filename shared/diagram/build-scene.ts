import { groupIds } from '../domain/catalogue.ts';
import type { Icon, Link } from '../domain/product.ts';
import { laneBox, LANE, nodeBox, type Box } from '../stack/layout.ts';
import type { Lane, Stack, StackNode } from '../stack/stack.ts';
import { stateCounts } from '../stack/state-words.ts';
import { buildEdges } from './build-edges.ts';
import { buildItem, byLayer, FRAME, type Pictures } from './build-items.ts';
import { buildLegend } from './build-legend.ts';
import { cardChips, CHIP, chipFont } from './card-chips.ts';
import { CARD_INSIDE, cardText, categoryFont } from './card-text.ts';
import { isConnectionShown, isLinkShown, type EdgeFilter } from './edge-filter.ts';
import { displayText, measureText, truncateText, type FontStyle } from './measure-text.ts';
import { monogram } from './monogram.ts';
import type {
  Scene,
  SceneCard,
  SceneChip,
  SceneItem,
  SceneLane,
  SceneMark,
  SceneText,
} from './scene.ts';
import { brandColour, looks, type LookName } from './looks.ts';
import { markedStates, type DiagramTheme } from './theme.ts';

export interface SceneInput {
  readonly stack: Stack;
  /** Known integrations among the stack's products; others are left out. */
  readonly links: readonly Link[];
  /** Icons by product id. */
  readonly icons: ReadonlyMap<string, Icon>;
  /** Category names by id; a category without one shows its id. */
  readonly categories: ReadonlyMap<string, string>;
  /** Ids of products that the catalogue no longer has. */
  readonly gone?: ReadonlySet<string>;
  /** Data URIs of the pictures on the canvas, by their hash. */
  readonly pictures?: Pictures;
  /** Draws connections that a hub on the canvas would make possible as well. */
  readonly showPossible?: boolean;
  /** Leaves out who answers for the products. */
  readonly hideOwners?: boolean;
  readonly theme: LookName;
  /** What is drawn; all of it where nothing is said. */
  readonly show?: SceneShow;
  /** Who made it and when, after the counts below the title. */
  readonly signature?: string;
  /** The organisation's logo as a data URI, for the upper right corner. */
  readonly logo?: string | null;
}

/** What a drawing may leave out. */
export interface SceneShow {
  readonly hidden: readonly EdgeFilter[];
  /** The person's own connections. */
  readonly own: boolean;
  /** Where products stand: planned, to retire… */
  readonly states: boolean;
  /** Notes, headings and pictures; frames are what they divide and go with them. */
  readonly notes: boolean;
  readonly legend: boolean;
}

const everything: SceneShow = {
  ...{ hidden: [], own: true, states: true, notes: true, legend: true },
};

/** The same products, all as if they were simply in use. */
function withoutStates(nodes: Stack['nodes']): Stack['nodes'] {
  return Object.fromEntries(
    Object.entries(nodes).map(([id, node]) => [id, { ...node, state: 'in-use' as const }]),
  );
}

/** The input without what is not to be shown. */
function narrowed(input: SceneInput, show: SceneShow): SceneInput {
  const hidden = new Set(show.hidden);
  const shown = Object.entries(input.stack.connections).filter(([, connection]) =>
    isConnectionShown(connection, hidden),
  );
  return {
    ...input,
    links: input.links.filter((link) => isLinkShown(link, hidden)),
    stack: {
      ...input.stack,
      nodes: show.states ? input.stack.nodes : withoutStates(input.stack.nodes),
      connections: show.own ? Object.fromEntries(shown) : {},
      items: show.notes ? input.stack.items : {},
    },
  };
}

const HEAD_HEIGHT = LANE.header - LANE.padding + 4;
const MARGIN = 32;
const fonts = {
  title: { size: 24, weight: 600 },
  subtitle: { size: 13, weight: 400 },
  lane: { size: 14, weight: 600 },
  monogram: { size: 13, weight: 600 },
} as const satisfies Record<string, FontStyle>;

const TITLE_HEIGHT = 66;
const LOGO = { width: 132, height: 48 } as const;
/** A diagram narrower than this would cut its own title. */
const LEAST_WIDTH = 480;
const EMPTY: Box = { x: 0, y: 0, width: LEAST_WIDTH, height: 120 };

const byPlace = (p: { box: Box; id: string }, q: { box: Box; id: string }): number =>
  p.box.x - q.box.x || p.box.y - q.box.y || (p.id < q.id ? -1 : 1);

function buildLane(lane: Lane, stack: Stack, theme: DiagramTheme): SceneLane {
  const box = laneBox(lane, stack);
  const [group] = lane.groups;
  const colours = group
    ? theme.groups[group]
    : { accent: theme.mutedText, soft: theme.card, text: theme.text };
  const fullTitle = displayText(lane.title);
  return {
    id: lane.id,
    box,
    head: { ...box, height: HEAD_HEIGHT },
    title: {
      text: truncateText(fullTitle, box.width - 2 * LANE.padding, fonts.lane),
      at: { x: box.x + LANE.padding, y: box.y + 24 },
      font: fonts.lane,
      colour: colours.text,
      anchor: 'start',
    },
    fullTitle,
    groupId: group ?? null,
    colours,
  };
}

function buildMark(node: StackNode, input: SceneInput, theme: DiagramTheme): SceneMark {
  const { x, y, height } = nodeBox(node);
  const side = CARD_INSIDE.mark;
  const box = { x: x + CARD_INSIDE.markX, y: y + (height - side) / 2, width: side, height: side };
  const icon = input.icons.get(node.productId);
  if (icon) {
    // Brand drawings fill their grid; a little smaller, they weigh as much as a monogram.
    const inset = 2;
    const inner = {
      x: box.x + inset,
      y: box.y + inset,
      width: side - 2 * inset,
      height: side - 2 * inset,
    };
    return {
      type: 'icon',
      box: inner,
      path: icon.path,
      colour: brandColour(icon.hex, input.theme),
    };
  }
  const colours = theme.groups[node.groupId];
  return {
    type: 'monogram',
    box,
    fill: colours.soft,
    text: {
      text: monogram(node.name),
      at: { x: box.x + side / 2, y: box.y + side / 2 + fonts.monogram.size * 0.36 },
      font: fonts.monogram,
      colour: colours.text,
      anchor: 'middle',
    },
  };
}

/** Where the lines of text stand in a card, so that they are centred together. */
function baseLinesOf(
  names: number,
  categories: number,
): { readonly name: readonly number[]; readonly category: readonly number[] } {
  if (names > 1) return { name: [17, 30.5], category: [45] };
  return categories > 1
    ? { name: [17.5], category: [32, 45.5] }
    : { name: [23.5], category: [40.5] };
}

function buildChips(node: StackNode, input: SceneInput, theme: DiagramTheme): SceneChip[] {
  const owner = input.hideOwners ? '' : node.owner;
  return cardChips({ state: node.state, owner }).map(({ about, box, text, full }) => {
    const colours =
      about === 'owner' ? { line: theme.cardBorder, text: theme.mutedText } : theme.states[about];
    const place = { ...box, x: node.x + box.x, y: node.y + box.y };
    return {
      box: place,
      text: {
        text,
        at: { x: place.x + CHIP.padding, y: place.y + place.height / 2 + chipFont.size * 0.36 },
        font: chipFont,
        colour: colours.text,
        anchor: 'start',
      },
      full,
      line: colours.line,
    };
  });
}

/** The border of a card: broken where the catalogue no longer has it, or its state says so. */
function outlineOf(node: StackNode, gone: boolean, theme: DiagramTheme): SceneCard['outline'] {
  if (gone) return { colour: theme.cardBorder, dash: [4, 3] };
  if (node.state === 'in-use') return { colour: theme.cardBorder, dash: [] };
  const { line, dash } = theme.states[node.state];
  return { colour: line, dash };
}

function buildCard(node: StackNode, input: SceneInput, theme: DiagramTheme): SceneCard {
  const box = nodeBox(node);
  const gone = input.gone?.has(node.productId) ?? false;
  const fullName = displayText(node.name) || node.productId;
  const fullCategory = gone
    ? 'No longer in the catalogue'
    : displayText(input.categories.get(node.categoryId) ?? node.categoryId);
  const words = cardText(fullName, fullCategory);
  const line = (text: string, y: number, font: FontStyle, colour: string): SceneText => ({
    text,
    at: { x: box.x + CARD_INSIDE.textX, y: box.y + y },
    font,
    colour,
    anchor: 'start',
  });
  const categoryColour = gone ? theme.mutedText : theme.groups[node.groupId].text;
  const baseLines = baseLinesOf(words.name.lines.length, words.category.length);
  return {
    id: node.id,
    productId: node.productId,
    laneId: node.laneId,
    box,
    groupId: node.groupId,
    accent: theme.groups[node.groupId].accent,
    mark: buildMark(node, input, theme),
    name: words.name.lines.map((text, index) =>
      line(text, baseLines.name[index] ?? 0, words.name.font, theme.text),
    ),
    fullName,
    category: words.category.map((text, index) =>
      line(text, baseLines.category[index] ?? 0, categoryFont, categoryColour),
    ),
    fullCategory,
    gone,
    state: node.state,
    owner: displayText(node.owner),
    chips: buildChips(node, input, theme),
    outline: outlineOf(node, gone, theme),
  };
}

/** The smallest box around all; a box of its own where there is nothing. */
export function surround(boxes: readonly Box[]): Box {
  const [first] = boxes;
  if (!first) return EMPTY;
  // Not by spread arguments: a stack may have more cards than a call may have arguments.
  let { x: left, y: top } = first;
  let right = left;
  let bottom = top;
  for (const box of boxes) {
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

const count = (number: number, one: string, many: string): string =>
  `${number} ${number === 1 ? one : many}`;

function summary(cards: readonly SceneCard[], known: number, drawn: number): string {
  const parts = [count(cards.length, 'product', 'products'), ...stateCounts(cards)];
  if (known > 0) parts.push(count(known, 'known connection', 'known connections'));
  if (drawn > 0) parts.push(`${drawn} of your own`);
  return parts.join(' · ');
}

/**
 * The stack as a drawing. Pure: equal input gives an equal scene, whatever the order of its parts.
 * An empty stack gives a scene that says so.
 */
export function buildScene(whole: SceneInput): Scene {
  const show = whole.show ?? everything;
  const input = narrowed(whole, show);
  const { stack } = input;
  const theme = looks[input.theme];
  const lanes = Object.values(stack.lanes)
    .map((lane) => buildLane(lane, stack, theme))
    .sort(byPlace);
  const cards = Object.values(stack.nodes)
    .map((node) => buildCard(node, input, theme))
    .sort(byPlace);
  const edges = buildEdges(input, cards, theme);
  const pictures: Pictures = input.pictures ?? new Map();
  const items = Object.values(stack.items)
    .map((item) => buildItem(item, theme, pictures))
    .sort(byLayer);
  const labels = edges.flatMap((edge) => (edge.label ? [edge.label.box] : []));
  const bows = edges.map(({ route }) => surround([route.middle, route.start].map(asBox)));
  const content = surround(
    [...lanes, ...cards].map(({ box }) => box).concat(labels, bows, items.map(outerBox)),
  );

  const name = displayText(stack.name);
  const own = edges.filter((edge) => edge.kind === 'user').length;
  const possible = edges.filter((edge) => edge.kind === 'possible').length;
  const known = edges.length - own - possible;
  const description = summary(cards, known, own);
  const counts = cards.length + items.length === 0 ? 'Nothing on this stack yet' : description;
  const subtitleText = [counts, displayText(input.signature ?? '')].filter(Boolean).join(' · ');
  const width = Math.max(content.width, LEAST_WIDTH, measureText(subtitleText, fonts.subtitle));
  const legend = buildLegend({
    top: content.y + content.height + 28,
    left: content.x,
    width,
    edges,
    groups: groupIds.filter((id) => cards.some((card) => card.groupId === id)),
    states: markedStates.filter((state) => cards.some((card) => card.state === state)),
    theme,
  });
  const top = content.y - TITLE_HEIGHT;
  const bottom = show.legend ? legend.bottom : content.y + content.height;
  return {
    theme: input.theme,
    name,
    description,
    bounds: {
      x: content.x - MARGIN,
      y: top - MARGIN,
      width: width + 2 * MARGIN,
      height: bottom - top + 2 * MARGIN,
    },
    title: {
      text: truncateText(name, width, fonts.title),
      at: { x: content.x, y: top + 22 },
      font: fonts.title,
      colour: theme.text,
      anchor: 'start',
    },
    subtitle: {
      text: subtitleText,
      at: { x: content.x, y: top + 44 },
      font: fonts.subtitle,
      colour: theme.mutedText,
      anchor: 'start',
    },
    lanes,
    cards,
    edges,
    items,
    edgeOpacity: opacityFor(known),
    legend: show.legend ? legend.entries : [],
    logo: input.logo ? { href: input.logo, box: logoBox(content.x + width, top) } : null,
  };
}

/** As high as title and subtitle, in the corner opposite of them. */
function logoBox(right: number, top: number): Box {
  return { x: right - LOGO.width, y: top, ...LOGO };
}

/** Chosen by eye on stacks of 12 to 200 products: the cards stay in front. */
function opacityFor(known: number): number {
  if (known <= 60) return 0.9;
  if (known <= 200) return 0.7;
  return known <= 600 ? 0.5 : 0.32;
}

/** An item with what is written outside of it. */
function outerBox({ type, box }: SceneItem): Box {
  if (type !== 'frame') return box;
  return { ...box, y: box.y - FRAME.titleHeight, height: box.height + FRAME.titleHeight };
}

function asBox({ x, y }: { readonly x: number; readonly y: number }): Box {
  return { x, y, width: 0, height: 0 };
}
