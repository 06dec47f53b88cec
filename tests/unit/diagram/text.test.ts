import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines, fitName } from '../../../shared/diagram/fit-name.ts';
import { displayText, measureText, truncateText } from '../../../shared/diagram/measure-text.ts';
import { monogram } from '../../../shared/diagram/monogram.ts';

const regular = { size: 16, weight: 400 } as const;
const bold = { size: 16, weight: 600 } as const;
const anyText = fc.string({ unit: 'grapheme', maxLength: 60 });

describe('the width of a text', () => {
  it('is that of the glyphs of Inter', () => {
    // Advance widths in the font: H 1522, i 496, of 2048 units in an em.
    expect(measureText('Hi', regular)).toBeCloseTo(((1522 + 496) / 2048) * 16, 5);
    expect(measureText('Hi', bold)).toBeGreaterThan(measureText('Hi', regular));
    expect(measureText('Zürich', regular)).toBe(measureText('Zurich', regular));
  });

  it('counts an accent set on its own as part of its letter', () => {
    expect(measureText('e\u0301', regular)).toBeCloseTo(measureText('e', regular), 5);
  });

  it('is estimated for other scripts and pictures', () => {
    expect(measureText('微信', regular)).toBe(32);
    expect(measureText('👩‍👩‍👧', regular)).toBeLessThan(30);
    expect(measureText('سلام', regular)).toBeGreaterThan(16);
  });
});

describe('a text that is too long', () => {
  it('is cut with an ellipsis and fits', () => {
    const cut = truncateText('Google Marketing Platform', 120, regular);
    expect(cut).toMatch(/^Google.*[^ ]…$/);
    expect(measureText(cut, regular)).toBeLessThanOrEqual(120);
  });

  it('fits whatever it is, and never in halves of a character', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 20, max: 300 }), (text, most) => {
        const cut = truncateText(text, most, regular);
        expect(measureText(cut, regular)).toBeLessThanOrEqual(most + 1e-6);
        expect(cut.isWellFormed()).toBe(text.isWellFormed() || cut.isWellFormed());
        if (measureText(text, regular) <= most) expect(cut).toBe(text);
        else expect(text.startsWith(cut.slice(0, -1))).toBe(true);
      }),
    );
  });

  it('takes two lines as a name before it is cut', () => {
    expect(fitName('HubSpot', 122).lines).toEqual(['HubSpot']);
    expect(fitName('Salesforce Commerce Cloud', 122).lines).toEqual([
      'Salesforce',
      'Commerce Cloud',
    ]);
    const [first, second, ...others] = fitName('word '.repeat(4000).trim(), 122).lines;
    expect([first?.endsWith('…'), second?.endsWith('…'), others]).toEqual([false, true, []]);
  });

  it('is not broken where it has no words', () => {
    expect(breakLines('x'.repeat(99), 60, regular)).toHaveLength(1);
  });
});

describe('a text on a diagram', () => {
  it('has one line, and no marks that turn the text around it', () => {
    expect(displayText('  two\nlines\u0000 \u202eevil\u2066 ')).toBe('two lines evil');
    expect(displayText('a\ud800b')).toBe('a\ufffdb');
  });

  it('keeps everything visible', () => {
    for (const text of ['שלום Ltd', '👩‍💻 tools', 'Zürich & <b>Söhne</b>', "O'Neil"]) {
      expect(displayText(text)).toBe(text);
    }
  });
});

describe('a monogram', () => {
  it('stands for the name', () => {
    const names = ['Google Analytics', 'HubSpot', 'Braze', '3M', '微信', 'n8n', 'ßtest', 'Cal.com'];
    expect(names.map(monogram)).toEqual(['GA', 'HS', 'Br', '3M', '微', 'N8', 'ßt', 'CC']);
  });

  it('never cuts a character in two and never stays empty', () => {
    const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
    expect(monogram('👩‍💻')).toBe('👩‍💻');
    expect(monogram('\u202e\u0000')).toBe('?');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const shown = [...segmenter.segment(monogram(name))].length;
        expect(shown).toBeGreaterThanOrEqual(1);
        expect(shown).toBeLessThanOrEqual(2);
      }),
    );
  });
});
