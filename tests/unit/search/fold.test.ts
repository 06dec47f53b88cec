import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../shared/search/fold.ts';
import { anyText } from '../../support/any-text.ts';

describe('folding text', () => {
  it.each([
    ['Café-Müller  (Pro)', 'cafe muller pro'],
    ['HubSpot', 'hubspot'],
    ['Straße & Søn', 'strasse son'],
    ['ＦＵＬＬ ｗｉｄｔｈ', 'full width'],
    ['Яндекс.Метрика', 'яндекс метрика'],
    ['!!! ', ''],
  ])('turns %j into %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('changes nothing more when it is done twice', () => {
    fc.assert(fc.property(anyText(), (text) => fold(fold(text)) === fold(text)));
  });

  it('leaves no capital, no double space and no space at an end of ASCII text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(fold(text)).toMatch(/^([a-z0-9]+( [a-z0-9]+)*)?$/);
      }),
    );
  });
});
