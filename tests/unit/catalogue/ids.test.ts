import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignIds } from '../../../scripts/catalogue/ids.ts';

const named = (name: string, domain: string | null = null) => ({ name, domain, fallback: 'row' });

describe('ids', () => {
  it('are the slug of the name, and the first product of a name gets the plain one', () => {
    expect(
      assignIds([
        named('HubSpot', 'hubspot.com'),
        named('Branch', 'branch.io'),
        named('Branch', 'branchapp.com'),
      ]),
    ).toEqual(['hubspot', 'branch', 'branch-branchapp']);
  });

  it('tell equal labels apart by the ending of the domain', () => {
    expect(assignIds([named('Ditto', 'ditto.com'), named('Ditto', 'ditto.ai')])).toEqual([
      'ditto',
      'ditto-ai',
    ]);
  });

  it('fall back to the source key for a name without Latin letters', () => {
    expect(assignIds([{ name: '腾讯', domain: null, fallback: 'tencent' }])).toEqual(['tencent']);
  });

  it('are never given twice', () => {
    const product = fc.record({
      name: fc.constantFrom('A', 'B', 'a', ''),
      domain: fc.constantFrom(null, 'a.com', 'b.io'),
      fallback: fc.constantFrom('x', 'y'),
    });
    fc.assert(
      fc.property(fc.array(product, { maxLength: 40 }), (products) => {
        const ids = assignIds(products);
        expect(new Set(ids).size).toBe(products.length);
      }),
    );
  });
});
