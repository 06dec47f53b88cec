import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  emptyFilter,
  filterChips,
  groupChoice,
  isFiltering,
  toggleCategory,
  toggleGroup,
  toggleHide,
  togglePricing,
  toggleSource,
  toggleYesNo,
} from '../../renderer/explore/filter-state.ts';
import { wayOuts } from '../../renderer/explore/way-outs.ts';
import { pricingModels } from '../../shared/domain/catalogue.ts';
import type { CategoryGroup } from '../../shared/domain/product.ts';
import { ProductFilter } from '../../shared/domain/query.ts';

const group = (id: CategoryGroup['id'], name: string, ...ids: string[]): CategoryGroup => ({
  id,
  name,
  categories: ids.map((each) => ({
    id: each,
    name: each.toUpperCase(),
    groupId: id,
    covers: '',
    products: 1,
  })),
});
const data = group('data', 'Data', 'cdp', 'bi');
const social = group('social', 'Social', 'crm', 'abm', 'chat');
const names = { taxonomy: [data, social], sourceTitle: (id: string) => `The ${id}` };

const anyFilter = fc.record({
  categories: fc.uniqueArray(fc.constantFrom('cdp', 'bi', 'crm', 'abm', 'chat', 'unknown')),
  pricing: fc.uniqueArray(fc.constantFrom(...pricingModels)),
  sources: fc.uniqueArray(fc.constantFrom('segment', 'n8n')),
  oss: fc.option(fc.boolean(), { nil: undefined }),
  saas: fc.option(fc.boolean(), { nil: undefined }),
  hasIntegrations: fc.option(fc.boolean(), { nil: undefined }),
  tcfVendor: fc.option(fc.boolean(), { nil: undefined }),
  hideExtensions: fc.option(fc.constant(true), { nil: undefined }),
  hideDiscontinued: fc.option(fc.constant(true), { nil: undefined }),
});

describe('filters', () => {
  it('take back a choice that is made twice', () => {
    fc.assert(
      fc.property(anyFilter, (filter) => {
        const twice = (toggle: (filter: ProductFilter) => ProductFilter): void => {
          const back = toggle(toggle(filter));
          const sorted = (each: ProductFilter): unknown =>
            ProductFilter.parse({
              ...each,
              categories: [...each.categories].sort(),
              pricing: [...each.pricing].sort(),
              sources: [...each.sources].sort(),
            });
          expect(sorted(back)).toEqual(sorted(filter));
        };
        twice((each) => toggleCategory(each, 'cdp'));
        twice((each) => togglePricing(each, 'freemium'));
        twice((each) => toggleSource(each, 'segment'));
        twice((each) => toggleHide(each, 'hideExtensions'));
      }),
    );
  });

  it('choose all of a group from any state but all, and none of it from all', () => {
    fc.assert(
      fc.property(anyFilter, (filter) => {
        const before = groupChoice(filter, social.categories);
        const after = toggleGroup(filter, social.categories);
        expect(groupChoice(after, social.categories)).toBe(before === 'all' ? 'none' : 'all');
        // The other group keeps what it had.
        expect(groupChoice(after, data.categories)).toBe(groupChoice(filter, data.categories));
      }),
    );
  });

  it('exclude yes by no, and forget the field when the same answer is chosen again', () => {
    const yes = toggleYesNo(emptyFilter, 'oss', true);
    expect(yes.oss).toBe(true);
    expect(toggleYesNo(yes, 'oss', false).oss).toBe(false);
    expect(toggleYesNo(yes, 'oss', true).oss).toBeUndefined();
  });

  it('show a whole group as one chip and each other category as its own', () => {
    const filter = { ...emptyFilter, categories: ['cdp', 'bi', 'crm'] };
    expect(filterChips(filter, names).map(({ label }) => label)).toEqual(['All of Data', 'CRM']);
  });

  it('are empty once every chip has been removed one by one', () => {
    fc.assert(
      fc.property(anyFilter, fc.infiniteStream(fc.nat()), (start, picks) => {
        let filter: ProductFilter = start;
        for (let steps = 0; steps < 40; steps++) {
          const chips = filterChips(filter, names);
          if (chips.length === 0) break;
          const pick = picks.next().value ?? 0;
          filter = chips[pick % chips.length]!.without;
        }
        expect(isFiltering(filter)).toBe(false);
      }),
    );
  });

  it('have chips exactly when they narrow anything, under keys of their own', () => {
    fc.assert(
      fc.property(anyFilter, (filter) => {
        const chips = filterChips(filter, names);
        expect(chips.length > 0).toBe(isFiltering(filter));
        expect(new Set(chips.map(({ key }) => key)).size).toBe(chips.length);
      }),
    );
  });

  it('are what the contract takes', () => {
    fc.assert(
      fc.property(anyFilter, (filter) => {
        const next = toggleHide(toggleYesNo(filter, 'saas', true), 'hideDiscontinued');
        expect(ProductFilter.safeParse(next).success).toBe(true);
      }),
    );
  });
});

describe('ways out of an empty list', () => {
  const query = { text: '', filter: emptyFilter, sort: 'relevance' } as const;

  it('first drop the filters and keep the text', () => {
    const filter = { ...emptyFilter, oss: true };
    expect(wayOuts({ ...query, text: 'crm', filter })[0]?.query).toEqual({
      ...query,
      text: 'crm',
      filter: emptyFilter,
    });
  });

  it('then try each word by itself, the longest first', () => {
    const texts = wayOuts({ ...query, text: 'a zapier salesforce' }).map((way) => way.query.text);
    expect(texts.slice(0, 2)).toEqual(['salesforce', 'zapier']);
  });

  it('never offer the query that found nothing', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), anyFilter, (text, filter) => {
        for (const way of wayOuts({ ...query, text, filter })) {
          const isSame =
            way.query.text.trim() === text.trim() &&
            isFiltering(way.query.filter) === isFiltering(filter);
          expect(isSame).toBe(false);
        }
      }),
    );
  });
});
