/** Colours as numbers: parsing, mixing and the contrast measure of WCAG 2.2. */

export type Rgb = readonly [red: number, green: number, blue: number];

/** Red, green and blue in 0..255 of `RRGGBB` or `#RRGGBB`, or null for anything else. */
export function parseHex(hex: string): Rgb | null {
  const digits = /^#?([0-9a-f]{6})$/i.exec(hex)?.[1];
  if (!digits) return null;
  const value = Number.parseInt(digits, 16);
  return [value >> 16, (value >> 8) & 0xff, value & 0xff];
}

export function toHex(rgb: Rgb): string {
  return `#${rgb.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
}

/** The colour on the straight way from `a` (share 0) to `b` (share 1). */
export function mix(a: Rgb, b: Rgb, share: number): Rgb {
  const channel = (index: 0 | 1 | 2): number => a[index] + (b[index] - a[index]) * share;
  return [channel(0), channel(1), channel(2)];
}

function luminance(rgb: Rgb): number {
  const linear = (channel: number): number => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2]);
}

/**
 * Contrast ratio of two opaque colours, 1 (the same) to 21 (black on white).
 * Source: WCAG 2.2, "contrast ratio".
 */
export function contrast(a: Rgb, b: Rgb): number {
  const [low, high] = [luminance(a), luminance(b)].sort((p, q) => p - q);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}
