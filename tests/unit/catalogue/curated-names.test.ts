import { describe, expect, it } from 'vitest';
import { checkNames } from '../../../scripts/catalogue/curated.ts';

const row = (name: string, alias: string) => ({ name, alias, kind: 'former', year: '' }) as const;

describe('the curated names', () => {
  it('may give a product several other names, and a spelling of its own', () => {
    expect(() =>
      checkNames([row('Kit', 'ConvertKit'), row('Kit', 'Kit (ConvertKit)'), row('Kit', 'KIT')]),
    ).not.toThrow();
  });

  it('are refused where one name belongs to two products', () => {
    expect(() =>
      checkNames([row('Optimizely', 'Episerver'), row('Optimizely CMS', 'Episerver')]),
    ).toThrow('"Episerver" belongs to "Optimizely" and to "Optimizely CMS"');
  });

  it('are refused where a former name still has other names of its own', () => {
    expect(() =>
      checkNames([row('Mapp Intelligence', 'Webtrekk'), row('Webtrekk', 'Webtreck')]),
    ).toThrow('"Webtrekk" belongs to "Mapp Intelligence" and has other names');
  });
});
