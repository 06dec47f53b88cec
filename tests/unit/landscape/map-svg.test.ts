import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast, parseHex } from '../../../shared/diagram/colour.ts';
import { groupIds } from '../../../shared/domain/catalogue.ts';
import { mapColours } from '../../../shared/landscape/map-colours.ts';
import { decodeMatches, encodeMatches } from '../../../shared/landscape/map-data.ts';
import { buildMapModel, countMatches, levelOf } from '../../../shared/landscape/map-model.ts';
import { posterTexts, writeMapSvg, type MapPicture } from '../../../shared/landscape/map-svg.ts';
import { anyText } from '../../support/any-text.ts';
import { aLandscape, mapTaxonomy } from './support.ts';

const brand = { slug: 'brand', title: 'Brand', hex: 'ff0000', path: 'M0 0h24v24H0z' };

function aPicture(part: Partial<MapPicture> & { readonly names?: readonly string[] } = {}) {
  const { names = [], ...rest } = part;
  const picture: MapPicture = {
    model: buildMapModel(mapTaxonomy, aLandscape(60, names)),
    theme: 'light',
    title: 'The landscape',
    subtitle: '60 products',
    icons: new Map([[brand.slug, brand]]),
    matches: null,
    ...rest,
  };
  return picture;
}

/** Texts in the order drawn, entities resolved. */
function textsOf(svg: string): string[] {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return Array.from(svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g), ([, text = '']) =>
    text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name] ?? ''),
  );
}

describe('the poster of the landscape', () => {
  it('names every product, category and group', () => {
    const svg = writeMapSvg(aPicture());
    const texts = textsOf(svg);
    for (const group of mapTaxonomy) expect(texts).toContain(group.name);
    // Every name is there, on one line or two, or cut and told in full by its title.
    const all = ` ${texts.join(' ')} `;
    for (const name of aLandscape(60).names) {
      expect(all.includes(` ${name} `) || svg.includes(`<title>${name}</title>`)).toBe(true);
    }
    expect(svg).toContain(brand.path);
  });

  it('stays one well-formed drawing whatever the names hold', () => {
    fc.assert(
      fc.property(fc.array(anyText(), { maxLength: 60 }), (names) => {
        const svg = writeMapSvg(aPicture({ names }));
        const tags = svg
          .replace(/<\?xml[^>]*\?>/, '')
          .replace(/<[^>]*\/>/g, '')
          .match(/<[^>]*>/g);
        const open: string[] = [];
        for (const tag of tags ?? []) {
          const name = /^<\/?([a-z]+)/.exec(tag)?.[1];
          if (tag.startsWith('</')) expect(open.pop()).toBe(name);
          else open.push(name ?? '');
        }
        expect(open).toEqual([]);
        expect(svg).not.toMatch(/NaN|undefined|Infinity/);
      }),
      { numRuns: 40 },
    );
  });

  it('lights what matches and tells how many do', () => {
    const { model } = aPicture();
    const matches = new Uint8Array(60);
    matches[0] = matches[7] = 1;
    const svg = writeMapSvg(aPicture({ model, matches }));
    const counts = countMatches(model, matches);
    expect(counts.reduce((sum, count) => sum + count)).toBe(2);
    const told = textsOf(svg).filter((text) => /^\d+ of \d+$/.test(text));
    const matching = told.reduce((sum, text) => sum + Number.parseInt(text, 10), 0);
    expect(matching).toBe(2);
    expect(svg).toContain('opacity="0.35"');
    expect(writeMapSvg(aPicture({ model }))).not.toContain('opacity=');
  });

  it('knows its texts, so that the fonts for them can travel along', () => {
    const texts = posterTexts(aPicture({ names: ['Яндекс Метрика'] }));
    expect(texts).toContain('Яндекс Метрика');
  });
});

describe('the colours of the map', () => {
  it('keeps names readable on every tile, in both themes', () => {
    for (const theme of ['light', 'dark'] as const) {
      for (const group of groupIds) {
        const { text, behind } = mapColours[theme][group];
        for (const ground of Object.values(behind)) {
          const ratio = contrast(parseHex(text) ?? [0, 0, 0], parseHex(ground) ?? [0, 0, 0]);
          expect(ratio, `${theme} ${group} ${ground}`).toBeGreaterThanOrEqual(4.5);
        }
      }
    }
  });

  it('tells four steps of being connected apart', () => {
    expect([0, 1, 9, 10, 49, 50, 900].map(levelOf)).toEqual([0, 1, 1, 2, 2, 3, 3]);
  });
});

describe('matches on their way to the map', () => {
  it('arrive as they were sent', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat({ max: 499 })), (indexes) => {
        const matches = decodeMatches(encodeMatches(indexes, 500), 500);
        const found = [...matches.keys()].filter((index) => matches[index] === 1);
        expect(found).toEqual([...indexes].sort((a, b) => a - b));
      }),
    );
  });
});
