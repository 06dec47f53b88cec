import { contrast, mix, parseHex, toHex, type Rgb } from './colour.ts';
import { themes, type ThemeName } from './theme.ts';

/** Least contrast of a mark that carries meaning. Source: WCAG 2.2, 1.4.11. */
const LEAST_CONTRAST = 3;
const STEPS = 64;

/**
 * A brand's colour made readable on cards, lanes and pages of a theme: unchanged where it stands out by
 * 3:1 or more, otherwise as little darker (light theme) or lighter (dark theme) as that takes.
 * @param hex RRGGBB or #RRGGBB; anything else gives the theme's text colour
 * @returns #rrggbb
 */
export function tint(hex: string, theme: ThemeName): string {
  const { text, card, lane, surface } = themes[theme];
  const brand = parseHex(hex);
  if (!brand) return text;
  const grounds = [card, lane, surface].map(parseHex).filter((ground) => ground !== null);
  const target: Rgb = theme === 'light' ? [0, 0, 0] : [255, 255, 255];
  for (let step = 0; step <= STEPS; step++) {
    const candidate = parseHex(toHex(mix(brand, target, step / STEPS)));
    if (candidate && grounds.every((ground) => contrast(candidate, ground) >= LEAST_CONTRAST)) {
      return toHex(candidate);
    }
  }
  return text;
}
