import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { createCatalogueHandlers } from '../../electron/services/catalogue/catalogue-handlers.ts';
import { createGraphHandlers } from '../../electron/services/graph/graph-handlers.ts';
import { createSearchEngine } from '../../electron/services/search/search-engine.ts';
import { openCatalogue, type Catalogue } from '../../electron/store/catalogue/open-catalogue.ts';
import { contract, type CallInput, type Output } from '../../shared/contract/contract.ts';
import { callContext } from '../support/call-context.ts';
import { realCatalogue } from '../support/catalogue.ts';
import {
  aProduct,
  anIntegration,
  writeSmallCatalogue,
  type SmallIntegration,
  type SmallProduct,
} from '../support/small-catalogue.ts';
import { tempFolder } from '../support/temp-folder.ts';

function callsOn(catalogue: Catalogue) {
  const graph = createGraphHandlers(catalogue);
  const lists = createCatalogueHandlers(catalogue, createSearchEngine(catalogue));
  return {
    between: (ids: string[], of?: string[]) =>
      graph['graph:between']({ ids, of }, callContext()) as Output<'graph:between'>,
    around: (input: CallInput<'graph:neighbourhood'>) =>
      graph['graph:neighbourhood'](
        contract['graph:neighbourhood'].input.parse(input),
        callContext(),
      ) as Output<'graph:neighbourhood'>,
    alternatives: (id: string, limit = 50) =>
      lists['catalogue:alternatives'](
        { id, limit },
        callContext(),
      ) as Output<'catalogue:alternatives'>,
  };
}

function small(products: readonly SmallProduct[], integrations: readonly SmallIntegration[] = []) {
  const file = join(tempFolder(), 'catalogue.db');
  writeSmallCatalogue(file, products, integrations);
  const catalogue = openCatalogue(file);
  onTestFinished(() => catalogue.close());
  return callsOn(catalogue);
}

const real = openCatalogue(realCatalogue());
const db = new Database(realCatalogue(), { readonly: true });
afterAll(() => {
  real.close();
  db.close();
});
const onReal = callsOn(real);

describe('what connects a set of products', () => {
  it('is each integration whose two ends are in it, once a kind, with its sources counted', () => {
    const { between } = small(
      ['a', 'b', 'c'].map((id) => aProduct({ id })),
      [
        anIntegration('a', 'b', { sources: ['one', 'two'], direction: 'both' }),
        anIntegration('a', 'b', { kind: 'events' }),
        anIntegration('b', 'c'),
      ],
    );
    expect(between(['b', 'a', 'a', 'unknown'])).toEqual([
      { from: 'a', to: 'b', kind: 'workflow', direction: 'both', sources: 2 },
      { from: 'a', to: 'b', kind: 'events', direction: 'forward', sources: 1 },
    ]);
    expect(between([])).toEqual([]);
  });

  it('can be told of some of them only: what has an end there', () => {
    const { between } = small(
      ['a', 'b', 'c', 'd'].map((id) => aProduct({ id })),
      [
        anIntegration('a', 'b'),
        anIntegration('b', 'c'),
        anIntegration('c', 'a'),
        anIntegration('a', 'd'),
      ],
    );
    const ends = (of: string[]): string[] =>
      between(['a', 'b', 'c'], of).map(({ from, to }) => `${from}-${to}`);
    expect(ends(['a'])).toEqual(['a-b', 'c-a']);
    expect(ends(['c', 'b', 'unknown'])).toEqual(['a-b', 'b-c', 'c-a']);
    expect(ends([])).toEqual([]);
  });

  it('is what the tables say, for any few products of the real catalogue', () => {
    const connected = db
      .prepare('SELECT id FROM product WHERE degree > 0 ORDER BY degree DESC LIMIT 400')
      .pluck()
      .all() as string[];
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...connected), { maxLength: 60 }), (ids) => {
        const marks = ids.map(() => '?').join(',');
        const expected = db
          .prepare(
            `SELECT a.id AS "from", b.id AS "to", integration.kind, direction,
               (SELECT count(DISTINCT source) FROM evidence
                  WHERE evidence.integration = integration.rowid) AS sources
             FROM integration
             JOIN product AS a ON a.rowid = from_product JOIN product AS b ON b.rowid = to_product
             WHERE a.id IN (${marks}) AND b.id IN (${marks}) ORDER BY integration.rowid`,
          )
          .all(...ids, ...ids);
        expect(onReal.between(ids)).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  it('is every integration there is when every product is asked for', () => {
    const count = db.prepare('SELECT count(*) FROM integration').pluck().get();
    expect(onReal.between([...real.columns.ids])).toHaveLength(count as number);
  });
});

describe('the neighbourhood of a product', () => {
  const star = () =>
    small(
      ['hub', 'x', 'y', 'z', 'far'].map((id) => aProduct({ id })),
      [
        anIntegration('hub', 'x', { kind: 'tag' }),
        anIntegration('y', 'hub'),
        anIntegration('hub', 'z'),
        anIntegration('y', 'z'),
        anIntegration('y', 'far'),
      ],
    );

  it('begins with the product itself and goes on with the best connected', () => {
    const { products, total } = star().around({ id: 'hub' });
    expect(products.map((row) => row.id)).toEqual(['hub', 'y', 'z', 'x']);
    expect(total).toBe(3);
  });

  it('holds the links among the neighbours too', () => {
    const { links } = star().around({ id: 'hub' });
    expect(links.map(({ from, to }) => `${from}-${to}`)).toEqual([
      'hub-x',
      'y-hub',
      'hub-z',
      'y-z',
    ]);
  });

  it('keeps to the kinds asked for', () => {
    const { products, links, total } = star().around({ id: 'hub', kinds: ['tag'] });
    expect(products.map((row) => row.id)).toEqual(['hub', 'x']);
    expect(links.map((link) => link.kind)).toEqual(['tag']);
    expect(total).toBe(1);
  });

  it('is cut at the limit but counted in full', () => {
    const { products, total } = star().around({ id: 'hub', limit: 1 });
    expect(products.map((row) => row.id)).toEqual(['hub', 'y']);
    expect(total).toBe(3);
  });

  it('counts as many neighbours as the product says it integrates with', () => {
    for (const id of ['zapier', 'hubspot', 'segment']) {
      const { products, total, links } = onReal.around({ id, limit: 200 });
      expect(products[0]!.id).toBe(id);
      expect(total).toBe(products[0]!.integrations);
      expect(links).toEqual(onReal.between(products.map((row) => row.id)));
    }
  });

  it('is refused for a product that does not exist', () => {
    expect(() => onReal.around({ id: 'no-such-product' })).toThrow(/no product/);
  });
});

describe('alternatives to a product', () => {
  it('share a category, the primary one counting most', () => {
    const { alternatives } = small([
      aProduct({ id: 'mine', categories: ['crm', 'chat'] }),
      aProduct({ id: 'besides', categories: ['chat'] }),
      aProduct({ id: 'same', categories: ['crm', 'chat'] }),
      aProduct({ id: 'primary', categories: ['crm'] }),
      aProduct({ id: 'nothing', categories: ['abm'] }),
    ]);
    expect(alternatives('mine').map(({ product }) => product.id)).toEqual([
      'same',
      'primary',
      'besides',
    ]);
    expect(alternatives('mine')[0]!.sharedCategories).toEqual(['crm', 'chat']);
  });

  it('work with the same products where categories do not tell', () => {
    const { alternatives } = small(
      ['mine', 'alike', 'other', 'x', 'y', 'w'].map((id) =>
        aProduct({ id, categories: [id.length > 1 ? 'crm' : 'abm'] }),
      ),
      [
        anIntegration('mine', 'x'),
        anIntegration('y', 'mine'),
        anIntegration('alike', 'x'),
        anIntegration('alike', 'y'),
        anIntegration('other', 'w'),
        anIntegration('other', 'x'),
      ],
    );
    expect(
      alternatives('mine').map(({ product, sharedIntegrations }) => [
        product.id,
        sharedIntegrations,
      ]),
    ).toEqual([
      ['alike', 2],
      ['other', 1],
    ]);
  });

  it('are never the product itself, nor an extension of it, and discontinued ones come last', () => {
    const { alternatives } = small(
      [
        aProduct({ id: 'mine', categories: ['crm', 'chat'] }),
        aProduct({ id: 'addon', kind: 'extension', categories: ['crm', 'chat'] }),
        aProduct({ id: 'gone', status: 'discontinued', categories: ['crm', 'chat'] }),
        aProduct({ id: 'weak', categories: ['chat'] }),
      ],
      [anIntegration('addon', 'mine', { kind: 'plugin' })],
    );
    expect(alternatives('mine').map(({ product }) => product.id)).toEqual(['weak', 'gone']);
  });

  it.each([
    ['hubspot', 'salesforce'],
    ['klaviyo', 'mailchimp'],
    ['segment', 'rudderstack'],
  ])('of %s include %s', (id, alternative) => {
    const found = onReal.alternatives(id);
    expect(found.map(({ product }) => product.id)).toContain(alternative);
    for (const { product, sharedCategories } of found) {
      expect(product.id).not.toBe(id);
      expect(sharedCategories.length).toBeGreaterThan(0);
    }
  });
});
