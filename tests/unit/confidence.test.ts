import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confidenceSentence } from '../../renderer/product/confidence-words.ts';
import { confidenceLevels, weighEvidence, type Witness } from '../../shared/domain/confidence.ts';

const own = (owner: string, source = owner): Witness => ({ source, owner });
const third = (source: string): Witness => ({ source, owner: null });
const level = (...witnesses: Witness[]): string => weighEvidence('a', 'b', witnesses).confidence;

describe('the confidence of an integration', () => {
  it('is confirmed from both ends or by three independent sources', () => {
    expect(level(own('a'), own('b'))).toBe('confirmed');
    expect(level(third('x'), third('y'), third('z'))).toBe('confirmed');
    expect(level(own('a'), third('y'), own('c'))).toBe('confirmed');
  });

  it('is documented from one end or by two independent sources', () => {
    expect(level(own('b'))).toBe('documented');
    expect(level(own('a'), third('x'))).toBe('documented');
    expect(level(third('x'), own('c'))).toBe('documented');
  });

  it('is reported by a single third party, though it be the documentation of another product', () => {
    expect(level(third('x'))).toBe('reported');
    expect(level(own('c'))).toBe('reported');
  });

  it('is the person’s own where nobody else states it, and no surer by their word', () => {
    const yours = third('yours');
    expect(level(yours)).toBe('yours');
    expect(level(third('x'), yours)).toBe('reported');
    expect(level(own('a'), third('x'), yours)).toBe('documented');
    expect(confidenceSentence(weighEvidence('a', 'b', [yours]))).toBe(
      'Yours: you added it, and no source states it.',
    );
  });

  it('takes several sources of one owner, and a list that grew out of another, for one', () => {
    expect(level(own('a', 'a-docs'), own('a', 'a-code'), own('a', 'a-store'))).toBe('documented');
    expect(level(third('wappalyzer'), third('webappanalyzer'))).toBe('reported');
  });

  it('never falls with more evidence, whatever its order', () => {
    const witness = fc.record({
      source: fc.constantFrom('p', 'q', 'r', 'yours', 'wappalyzer', 'webappanalyzer'),
      owner: fc.constantFrom('a', 'b', 'c', null),
    });
    fc.assert(
      fc.property(fc.array(witness, { minLength: 1, maxLength: 6 }), witness, (some, more) => {
        const before = weighEvidence('a', 'b', some);
        const after = weighEvidence('a', 'b', [more, ...some]);
        const rank = (each: typeof before): number => confidenceLevels.indexOf(each.confidence);
        expect(rank(after)).toBeLessThanOrEqual(rank(before));
        expect(weighEvidence('a', 'b', [...some].reverse())).toEqual(before);
      }),
    );
  });

  it('is told in a sentence with what it rests on', () => {
    const sentence = (...witnesses: Witness[]): string =>
      confidenceSentence(weighEvidence('a', 'b', witnesses));
    expect(sentence(own('a'), own('b'), third('x'))).toBe(
      'Confirmed: the documentation of both products states it, and 1 other source.',
    );
    expect(sentence(own('a'))).toBe('Documented: the documentation of one of the two states it.');
    expect(sentence(third('x'))).toBe('Reported: a single third party states it.');
    expect(sentence(third('x'), third('y'))).toBe('Documented: 2 independent sources state it.');
  });
});
