import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast, parseHex, type Rgb } from '../../../shared/diagram/colour.ts';
import { greyOf, lookNames, looks } from '../../../shared/diagram/looks.ts';
import { themeNames, themes } from '../../../shared/diagram/theme.ts';
import { tint } from '../../../shared/diagram/tint.ts';
import { groupIds, integrationKinds } from '../../../shared/domain/catalogue.ts';

function rgb(hex: string): Rgb {
  const parsed = parseHex(hex);
  if (!parsed) throw new Error(`${hex} is no colour`);
  return parsed;
}
const ratio = (a: string, b: string): number => contrast(rgb(a), rgb(b));

type Matrix = readonly (readonly [number, number, number])[];
/** How colours look without one kind of cone. Source: Machado, Oliveira and Fernandes 2009. */
const visions: Readonly<Record<string, Matrix>> = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function oklab(hex: string, vision: Matrix): number[] {
  const linear = rgb(hex).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  const times = (matrix: Matrix, v: readonly number[]): number[] =>
    matrix.map(([a, b, c]) => a * v[0]! + b * v[1]! + c * v[2]!);
  const seen = times(vision, linear).map((channel) => Math.max(0, channel));
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    seen,
  ).map(Math.cbrt);
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    cones,
  );
}

function difference(a: string, b: string, vision: Matrix): number {
  const p = oklab(a, vision);
  const q = oklab(b, vision);
  return 100 * Math.hypot(...p.map((value, index) => value - q[index]!));
}

for (const name of lookNames) {
  const theme = looks[name];
  describe(`the ${name} look`, () => {
    it('keeps text readable wherever it stands', () => {
      for (const ground of [theme.surface, theme.lane, theme.card]) {
        expect(ratio(theme.text, ground)).toBeGreaterThanOrEqual(7);
        expect(ratio(theme.mutedText, ground)).toBeGreaterThanOrEqual(4.5);
      }
      for (const { text, soft } of Object.values(theme.groups)) {
        for (const ground of [soft, theme.card, theme.lane]) {
          expect(ratio(text, ground)).toBeGreaterThanOrEqual(4.5);
        }
      }
    });

    it('keeps marks and edges visible on cards, lanes and page', () => {
      const marks = [
        ...Object.values(theme.groups).map((group) => group.accent),
        ...Object.values(theme.kinds).map((kind) => kind.colour),
        theme.user.colour,
      ];
      for (const mark of marks) {
        for (const ground of [theme.surface, theme.lane, theme.card]) {
          expect(ratio(mark, ground), `${mark} on ${ground}`).toBeGreaterThanOrEqual(3);
        }
      }
    });

    for (const [vision, matrix] of Object.entries(visions)) {
      it(`keeps the groups apart for ${vision} vision`, () => {
        groupIds.forEach((a, index) => {
          for (const b of groupIds.slice(index + 1)) {
            const apart = difference(theme.groups[a].accent, theme.groups[b].accent, matrix);
            expect(apart, `${a} and ${b}`).toBeGreaterThanOrEqual(11);
          }
        });
      });
    }

    it('draws no two kinds of edge with the same dash', () => {
      const dashes = integrationKinds.map((kind) => theme.kinds[kind].dash.join(' '));
      expect(new Set(dashes).size).toBe(integrationKinds.length);
      const { events } = theme.kinds;
      // Both are solid: a person's own connection is wider and has open arrowheads.
      expect(theme.user.width).toBeGreaterThan(events.width + 0.5);
      expect(theme.user.arrow).not.toBe(events.arrow);
    });
  });
}

describe('the tint of a brand', () => {
  it('stands out in both themes, whatever the brand', () => {
    const channel = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(channel, channel, channel, fc.constantFrom(...themeNames), (r, g, b, name) => {
        const hex = [r, g, b].map((value) => value.toString(16).padStart(2, '0')).join('');
        const { card, lane, surface } = themes[name];
        for (const ground of [card, lane, surface]) {
          expect(ratio(tint(hex, name), ground)).toBeGreaterThanOrEqual(3);
        }
      }),
    );
  });

  it('leaves a colour alone that stands out already', () => {
    expect(tint('0052CC', 'light')).toBe('#0052cc');
    expect(tint('#FF7A59', 'dark')).toBe('#ff7a59');
  });

  it('takes the colour of text where there is no colour', () => {
    expect(tint('url(#x)', 'dark')).toBe(themes.dark.text);
  });
});

describe('the grey look', () => {
  it('has no colour at all, brands included', () => {
    const { groups, kinds, user, connections, possible, states, ...plain } = looks.grey;
    const all = [
      ...Object.values(plain).filter((value) => value.startsWith('#')),
      ...Object.values(groups).flatMap((group) => Object.values(group) as string[]),
      ...[...Object.values(kinds), user, possible].map((style) => style.colour),
      ...Object.values(connections).map((style) => style.colour),
      ...Object.values(states).flatMap(({ line, text }) => [line, text]),
      greyOf('#ff7a59'),
    ];
    for (const hex of all) expect(new Set(rgb(hex)).size, hex).toBe(1);
  });

  it('shows a colour as light as it is', () => {
    for (const hex of ['#ff7a59', '#0052cc', '#00ff00', '#000000', '#ffffff']) {
      expect(ratio(greyOf(hex), '#000000')).toBeCloseTo(ratio(hex, '#000000'), 0);
    }
  });
});
