import { mix, parseHex, toHex } from '../diagram/colour.ts';
import { themes, type ThemeName } from '../diagram/theme.ts';
import { groupIds, type GroupId } from '../domain/catalogue.ts';
import type { Level } from './map-model.ts';

/** The colours of one group's tiles. */
export interface TileColours {
  /** Plain tiles, seen from afar: the better connected, the stronger. */
  readonly plain: Readonly<Record<Level, string>>;
  /** Behind a monogram, an icon or a name: pale, so that they stay readable. */
  readonly behind: Readonly<Record<Level, string>>;
  /** What a filter leaves out. */
  readonly dimmed: string;
  /** Names and monograms: at least 4.5:1 on every `behind`. */
  readonly text: string;
  readonly accent: string;
  readonly soft: string;
}

/** Share of the accent in each level's colour; the rest is the card behind. */
const PLAIN = [0.36, 0.55, 0.76, 1] as const;
const BEHIND = [0.08, 0.14, 0.22, 0.3] as const;
const DIMMED = 0.1;

function coloursOf(group: GroupId, name: ThemeName): TileColours {
  const theme = themes[name];
  const { accent, soft, text } = theme.groups[group];
  const card = parseHex(theme.card) ?? [255, 255, 255];
  const full = parseHex(accent) ?? [0, 0, 0];
  const share = (part: number): string => toHex(mix(card, full, part));
  const levels = (parts: readonly [number, number, number, number]) => ({
    0: share(parts[0]),
    1: share(parts[1]),
    2: share(parts[2]),
    3: share(parts[3]),
  });
  return {
    plain: levels(PLAIN),
    behind: levels(BEHIND),
    dimmed: share(DIMMED),
    text,
    accent,
    soft,
  };
}

function allColours(theme: ThemeName): Record<GroupId, TileColours> {
  return Object.fromEntries(groupIds.map((id) => [id, coloursOf(id, theme)])) as Record<
    GroupId,
    TileColours
  >;
}

/** Colours of the map's tiles, on the screen and in exports alike. */
export const mapColours: Readonly<Record<ThemeName, Readonly<Record<GroupId, TileColours>>>> = {
  light: allColours('light'),
  dark: allColours('dark'),
};

/** What the shades mean, for legends. */
export const levelLabels: Readonly<Record<Level, string>> = {
  0: 'No integration documented',
  1: '1–9',
  2: '10–49',
  3: '50 or more',
};
