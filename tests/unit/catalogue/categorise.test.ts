import { describe, expect, it } from 'vitest';
import { createCategoriser } from '../../../scripts/catalogue/categorise.ts';
import { categoryKey } from '../../../scripts/catalogue/curated.ts';
import { aRow, curatedWith } from './builders.ts';

const curated = curatedWith({
  sourceCategories: new Map([
    [categoryKey('*', 'Live chat'), { target: 'conversational', weight: 4 }],
    [categoryKey('*', 'CRM'), { target: 'crm', weight: 3 }],
    [categoryKey('*', 'Productivity'), { target: 'collaboration', weight: 1 }],
    [categoryKey('*', 'Games'), { target: '-consumer', weight: 1 }],
    [categoryKey('*', 'Widgets'), { target: '?', weight: 0 }],
    [categoryKey('plugins', '*'), { target: 'cms', weight: 1 }],
  ]),
  words: [{ pattern: /\bsurvey/iu, category: 'interactive-forms', weight: 2 }],
});
const decide = (name: string, categories: readonly string[], source = 'somewhere'): unknown =>
  createCategoriser(curated).decide([aRow({ name, categories, source })], name);

describe('categories of a product', () => {
  it('come from what its sources call it, the clearest first', () => {
    expect(decide('Acme', ['CRM', 'Live chat'])).toEqual({
      categories: ['conversational', 'crm'],
      by: 'sources',
    });
  });

  it('come from its name where the sources only hint', () => {
    expect(decide('Survey Duck', ['Productivity'])).toMatchObject({
      categories: ['interactive-forms', 'collaboration'],
    });
    expect(decide('Survey Duck', [])).toEqual({ categories: ['interactive-forms'], by: 'name' });
  });

  it('come from what the source is about where nothing else is said', () => {
    expect(decide('Acme', [], 'plugins')).toMatchObject({ categories: ['cms'] });
    expect(decide('Acme', ['CRM'], 'plugins')).toMatchObject({ categories: ['crm'] });
  });

  it('are refused with the reason when the product does not belong', () => {
    expect(decide('Acme', ['Games'])).toEqual({ excluded: 'consumer' });
    expect(decide('Acme', ['Widgets'])).toEqual({ excluded: 'no-category' });
  });

  it('keep a product that any source places, against a weaker reason to leave it out', () => {
    expect(decide('Acme', ['Games', 'CRM'])).toMatchObject({ categories: ['crm'] });
  });

  it('reports source categories that nobody mapped', () => {
    const categoriser = createCategoriser(curated);
    categoriser.decide([aRow({ name: 'Acme', categories: ['Basket weaving'] })], 'Acme');
    expect([...categoriser.unmapped]).toEqual([['somewhere\tBasket weaving', 1]]);
  });
});
