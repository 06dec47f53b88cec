import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildScene } from '../../../shared/diagram/build-scene.ts';
import { contrast, parseHex } from '../../../shared/diagram/colour.ts';
import { measureText } from '../../../shared/diagram/measure-text.ts';
import { themeNames, theNotes } from '../../../shared/diagram/theme.ts';
import { wrapText } from '../../../shared/diagram/wrap-text.ts';
import { writeSvg } from '../../../shared/diagram/write-svg.ts';
import { newStack } from '../../../shared/stack/new-stack.ts';
import { StackItem } from '../../../shared/stack/items.ts';

const font = { size: 13, weight: 400 } as const;
const pictureId = 'a'.repeat(64);

function sceneWith(items: readonly unknown[], pictures = new Map<string, string>()) {
  const parsed = items.map((item) => StackItem.parse(item));
  const stack = {
    ...newStack('s', 'Test'),
    lanes: {},
    items: Object.fromEntries(parsed.map((item) => [item.id, item])),
  };
  const none = { links: [], icons: new Map(), categories: new Map() };
  return buildScene({ stack, ...none, pictures, theme: 'light' });
}

const place = { x: 100, y: 100, width: 160, height: 100 };

describe('text in a note', () => {
  it('keeps to its width and its lines, whatever is written', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 400 }),
        fc.integer({ min: 40, max: 400 }),
        fc.integer({ min: 0, max: 12 }),
        (text, width, most) => {
          const lines = wrapText(text, width, font, most);
          expect(lines.length).toBeLessThanOrEqual(most);
          for (const line of lines) expect(measureText(line, font)).toBeLessThanOrEqual(width);
        },
      ),
    );
  });

  it('keeps its paragraphs and says that something was cut', () => {
    expect(wrapText('one\n\ntwo', 200, font, 9)).toEqual(['one', '', 'two']);
    expect(wrapText('one\ntwo\nthree', 200, font, 2)).toEqual(['one', 'two…']);
  });

  it('can be read on every colour in either theme', () => {
    for (const theme of themeNames) {
      for (const { fill, text } of Object.values(theNotes(theme))) {
        const [a, b] = [parseHex(fill), parseHex(text)];
        expect(a && b ? contrast(a, b) : 0).toBeGreaterThanOrEqual(7);
      }
    }
  });
});

describe('what stands on a canvas besides products', () => {
  it('is drawn back to front: frames, pictures, headings, notes', () => {
    const scene = sceneWith([
      { ...place, id: 'n', type: 'note', text: 'Ask IT' },
      { ...place, id: 'h', type: 'heading', text: 'Today' },
      { ...place, id: 'p', type: 'picture', pictureId },
      { ...place, id: 'f', type: 'frame', title: 'Page one' },
    ]);
    expect(scene.items.map((item) => item.type)).toEqual(['frame', 'picture', 'heading', 'note']);
  });

  it('lies inside of the drawing, with the title above a frame', () => {
    const { bounds } = sceneWith([{ ...place, id: 'f', type: 'frame', title: 'Page one' }]);
    expect(bounds.y).toBeLessThan(place.y - 20);
    expect(bounds.y + bounds.height).toBeGreaterThan(place.y + place.height);
  });

  it('is in the picture as text, whatever a note holds', () => {
    const hostile = '<script>alert(1)</script> & "quotes"';
    const svg = writeSvg(sceneWith([{ ...place, id: 'n', type: 'note', text: hostile }]));
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&lt;script&gt;');
  });

  it('carries its pictures inside the file and says what a missing one shows', () => {
    const item = { ...place, id: 'p', type: 'picture', pictureId, alt: 'Our office' };
    const uri = 'data:image/png;base64,AAAA';
    expect(writeSvg(sceneWith([item], new Map([[pictureId, uri]])))).toContain(`href="${uri}"`);
    const without = writeSvg(sceneWith([item]));
    expect(without).toContain('Our office');
    expect(without).not.toContain('<image');
  });
});
