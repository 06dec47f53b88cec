import { groupIds, integrationKinds, type GroupId } from '../domain/catalogue.ts';
import { contrast, parseHex, toHex, type Rgb } from './colour.ts';
import { themeNames, themes, type DiagramTheme, type GroupColours } from './theme.ts';
import { tint } from './tint.ts';

/** How a picture may look besides the two themes of the screen. */
export const lookNames = [...themeNames, 'print', 'contrast', 'grey'] as const;
export type LookName = (typeof lookNames)[number];

export const lookLabels: Readonly<Record<LookName, string>> = {
  light: 'Light',
  dark: 'Dark',
  print: 'Print',
  contrast: 'High contrast',
  grey: 'Greyscale',
};

const { light } = themes;
const white = '#ffffff';
const black = '#000000';

function eachGroup(colours: (id: GroupId) => GroupColours): Record<GroupId, GroupColours> {
  return Object.fromEntries(groupIds.map((id) => [id, colours(id)])) as Record<
    GroupId,
    GroupColours
  >;
}

/** Every kind of edge in one colour: their dashes tell them apart. */
function oneColour(colour: string, width: number): DiagramTheme['kinds'] {
  return Object.fromEntries(
    integrationKinds.map((kind) => [kind, { ...light.kinds[kind], colour, width }]),
  ) as DiagramTheme['kinds'];
}

/** The person's own connections and the states of products in one colour: dashes, signs and words tell. */
function plainStates(
  colour: string,
  width: number,
): Pick<DiagramTheme, 'user' | 'connections' | 'possible' | 'states'> {
  const live = { ...light.user, colour, width };
  const of = (state: 'planned' | 'to-disconnect' | 'broken') => ({
    ...light.connections[state],
    colour,
    width,
  });
  const mark = (state: keyof DiagramTheme['states']) => ({
    ...light.states[state],
    line: colour,
    text: colour,
  });
  return {
    user: live,
    connections: {
      live,
      planned: of('planned'),
      'to-disconnect': of('to-disconnect'),
      broken: of('broken'),
    },
    possible: { ...light.possible, colour },
    states: {
      planned: mark('planned'),
      candidate: mark('candidate'),
      'to-retire': mark('to-retire'),
      'not-ours': mark('not-ours'),
    },
  };
}

/** White paper takes no ink where nothing is said. */
const print: DiagramTheme = {
  ...light,
  surface: white,
  lane: white,
  groups: eachGroup((id) => ({ ...light.groups[id], soft: white })),
};

const strong: DiagramTheme = {
  ...light,
  surface: white,
  lane: white,
  laneBorder: black,
  card: white,
  cardBorder: black,
  text: black,
  mutedText: black,
  groups: eachGroup((id) => ({ accent: light.groups[id].accent, soft: white, text: black })),
  kinds: oneColour(black, 2),
  ...plainStates(black, 3.2),
};

/** Six greys in equal steps of lightness (Oklab 0 to 0.66), the darkest 21:1 and the lightest 3:1. */
const greys: Readonly<Record<GroupId, string>> = {
  advertising: '#929292',
  content: '#6c6c6c',
  social: '#484848',
  commerce: '#262626',
  data: '#000000',
  business: '#090909',
};

const grey: DiagramTheme = {
  ...print,
  laneBorder: '#b5b5b5',
  cardBorder: '#8a8a8a',
  text: '#111111',
  mutedText: '#444444',
  groups: eachGroup((id) => ({ accent: greys[id], soft: '#f0f0f0', text: '#222222' })),
  kinds: oneColour('#3a3a3a', 1.6),
  ...plainStates('#111111', light.user.width),
};

export const looks: Readonly<Record<LookName, DiagramTheme>> = {
  ...themes,
  print,
  contrast: strong,
  grey,
};

/** The grey that is as light as a colour, by its luminance. */
export function greyOf(hex: string): string {
  const rgb = parseHex(hex);
  if (!rgb) return black;
  // The contrast to black is the luminance plus 0.05, over 0.05 (WCAG 2.2).
  const linear = contrast(rgb, [0, 0, 0]) * 0.05 - 0.05;
  const share = linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055;
  const level = Math.min(255, Math.max(0, Math.round(share * 255)));
  const same: Rgb = [level, level, level];
  return toHex(same);
}

/** A brand's colour as a look shows it: its own where there is colour, else grey or black. */
export function brandColour(hex: string, look: LookName): string {
  if (look === 'contrast') return black;
  const own = tint(hex, look === 'dark' ? 'dark' : 'light');
  return look === 'grey' ? greyOf(own) : own;
}
