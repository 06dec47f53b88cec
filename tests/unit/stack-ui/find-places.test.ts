import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPlaces, placesOn, type Place } from '../../../renderer/stack/find-places.ts';
import { fold } from '../../../shared/search/fold.ts';
import { aConnection, aNode, aStack } from './builders.ts';

const place = (words: string): Place => ({
  ...{ type: 'item', what: 'Note', id: words, words },
  shows: [words],
});

describe('finding on the canvas', () => {
  it('finds everything by its own words, and by the same in other capitals', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 8 }), (all) => {
        const places = all.map(place);
        for (const each of places) {
          if (each.words.trim() === '') continue;
          expect(findPlaces(places, each.words)).toContain(each);
          const folded = fold(each.words).trim();
          if (folded !== '') expect(findPlaces(places, folded)).toContain(each);
        }
      }),
    );
  });

  it('forgives accents, and takes words in any order', () => {
    const places = [place('Réseau de ventes'), place('Ventes')];
    expect(findPlaces(places, 'VENTES reseau').map(({ id }) => id)).toEqual(['Réseau de ventes']);
    expect(findPlaces(places, 'ventes')).toHaveLength(2);
  });

  it('finds nothing for nothing', () => {
    expect(findPlaces([place('HubSpot')], '')).toEqual([]);
    expect(findPlaces([place('HubSpot')], '   ')).toEqual([]);
    expect(findPlaces([place('HubSpot')], 'Segment')).toEqual([]);
  });

  it('goes from the top to the bottom, and knows connections by what is written on them', () => {
    const stack = aStack(
      [aNode('low', { y: 900 }), aNode('right', { x: 500 }), aNode('left', { x: 10 })],
      [aConnection('left', 'low', 'Orders')],
    );
    expect(placesOn(stack).map(({ words }) => words)).toEqual(['left', 'right', 'Orders', 'low']);
    expect(findPlaces(placesOn(stack), 'order')[0]?.shows).toEqual(['node-left', 'node-low']);
  });
});
