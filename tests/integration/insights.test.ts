import { join } from 'node:path';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { createInsightHandlers } from '../../electron/services/insights/insights-handlers.ts';
import { openCatalogue, type Catalogue } from '../../electron/store/catalogue/open-catalogue.ts';
import type { Channel } from '../../shared/contract/channels.ts';
import { contract, type CallInput, type Output } from '../../shared/contract/contract.ts';
import { Refusal } from '../../shared/result.ts';
import { newStack } from '../../shared/stack/new-stack.ts';
import { Connection, StackNode, type Stack } from '../../shared/stack/stack.ts';
import { callContext } from '../support/call-context.ts';
import { realCatalogue } from '../support/catalogue.ts';
import { aProduct, anIntegration, writeSmallCatalogue } from '../support/small-catalogue.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { aWorkspace } from '../support/workspace.ts';

type InsightChannel = Extract<Channel, `insights:${string}`>;

function stackOf(
  catalogue: Catalogue,
  ids: readonly string[],
  drawn: readonly Connection[] = [],
): Stack {
  const { columns, repository } = catalogue;
  const nodes = ids.map((productId) => {
    const index = columns.indexOf.get(productId);
    const row = index === undefined ? undefined : repository.row(index);
    return StackNode.parse({
      id: `n-${productId}`,
      productId,
      name: row?.name ?? productId,
      categoryId: row?.categoryId ?? 'crm',
      groupId: row?.groupId ?? ('social' as const),
      laneId: null,
      x: 0,
      y: 0,
    });
  });
  return {
    ...newStack('s', 'A stack'),
    nodes: Object.fromEntries(nodes.map((node) => [node.id, node])),
    connections: Object.fromEntries(drawn.map((each) => [each.id, each])),
  };
}

function insightsOf(
  catalogue: Catalogue,
  ids: readonly string[],
  drawn: readonly Connection[] = [],
) {
  const stack = stackOf(catalogue, ids, drawn);
  const handlers = createInsightHandlers({
    catalogue,
    stackState: (id) => {
      if (id !== 's') throw new Refusal('not-found', 'There is no such stack.');
      return { stack };
    },
    workspace: aWorkspace({ folder: tempFolder() }),
    emit: () => undefined,
  });
  /** Asks as the router does and holds the answer against the contract. */
  return <C extends InsightChannel>(channel: C, input: Partial<CallInput<C>> = {}): Output<C> => {
    const parsed = contract[channel].input.parse({ stackId: 's', ...input });
    const handler = handlers[channel] as (input: unknown, context: unknown) => unknown;
    const answer = handler(parsed, callContext());
    expect(contract[channel].output.parse(answer)).toEqual(answer);
    return answer as Output<C>;
  };
}

const small = (): Catalogue => {
  const file = join(tempFolder(), 'catalogue.db');
  writeSmallCatalogue(
    file,
    [
      aProduct({ id: 'a' }),
      aProduct({ id: 'b' }),
      aProduct({ id: 'c', categories: ['chat'] }),
      aProduct({ id: 'rival' }),
      aProduct({ id: 'ended', status: 'discontinued' }),
      aProduct({ id: 'far', categories: ['abm'] }),
    ],
    [
      anIntegration('a', 'c', { kind: 'events', direction: 'forward' }),
      anIntegration('a', 'c', { kind: 'native', direction: 'none' }),
      anIntegration('rival', 'c'),
      anIntegration('ended', 'b'),
      anIntegration('b', 'far', { direction: 'none' }),
      anIntegration('far', 'c', { direction: 'none' }),
    ],
  );
  const catalogue = openCatalogue(file);
  onTestFinished(() => catalogue.close());
  return catalogue;
};

const real = openCatalogue(realCatalogue());
afterAll(() => real.close());

const shop = [
  'google-analytics',
  'google-tag-manager',
  'shopify',
  'klaviyo',
  'hubspot',
  'zendesk',
  'segment',
  'braze',
  'snowflake',
  'slack',
  'stripe',
  'contentful',
  'mailchimp',
  'amplitude',
];

describe('the pair matrix', () => {
  it('gathers all that connects two products, and its direction as seen from the first', () => {
    const { products, pairs } = insightsOf(small(), ['c', 'a', 'b'])('insights:matrix');
    expect(products.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(pairs).toEqual([
      {
        a: 0,
        b: 2,
        relation: 'direct',
        kinds: ['events', 'native'],
        direction: 'forward',
        isDrawn: false,
        via: [],
        hubs: [],
      },
    ]);
  });

  it('counts what the person drew, also to a product that the catalogue does not know', () => {
    const drawn = Connection.parse({
      id: 'd',
      fromNodeId: 'n-own',
      toNodeId: 'n-a',
      label: '',
      direction: 'forward',
    });
    const { products, pairs } = insightsOf(small(), ['a', 'c', 'own'], [drawn])('insights:matrix');
    const place = (id: string) => products.findIndex((product) => product.id === id);
    expect(products[place('own')]).toMatchObject({ isKnown: false });
    expect(pairs).toContainEqual(
      expect.objectContaining({
        a: place('a'),
        b: place('own'),
        relation: 'direct',
        direction: 'back',
        isDrawn: true,
      }),
    );
    expect(pairs).toContainEqual(
      expect.objectContaining({ relation: 'through', via: [place('a')] }),
    );
  });

  it('says of real products what the catalogue documents', () => {
    const { products, pairs, hubs } = insightsOf(real, shop)('insights:matrix');
    const of = (a: string, b: string) =>
      pairs.find((pair) => {
        const ids = [products[pair.a]?.id, products[pair.b]?.id];
        return ids.includes(a) && ids.includes(b);
      });
    expect(of('segment', 'braze')).toMatchObject({ relation: 'direct' });
    for (const { relation, hubs: toAdd, via } of pairs) {
      if (relation === 'hub') expect(toAdd.length).toBeGreaterThan(0);
      if (relation === 'through') expect(via.length).toBeGreaterThan(0);
    }
    expect(hubs.some(({ id }) => shop.includes(id))).toBe(false);
  });
});

describe('hubs of a real stack', () => {
  it('connect what they claim, in both counts of the pair and step by step', () => {
    const answer = insightsOf(real, shop)('insights:hubs');
    expect(answer.best[0]?.connects).toBeGreaterThan(0);
    expect(answer.pair?.isExact).toBe(true);
    expect(answer.pair?.connects).toBeGreaterThanOrEqual(answer.steps[1]?.total ?? 0);
    // Three are said only where they connect more than two.
    const most = answer.triple ?? answer.pair;
    expect(most?.connects).toBeGreaterThanOrEqual(answer.steps[2]?.total ?? 0);
    expect(answer.steps[0]?.adds).toBe(answer.best[0]?.connects);
    for (const { total, atMost } of answer.steps) {
      expect(total).toBeLessThanOrEqual(atMost);
      expect(atMost).toBeLessThanOrEqual(answer.open - answer.hopeless);
    }
  });
});

describe('replaceability', () => {
  it('offers what is still sold in the same category, by the connections it keeps', () => {
    const { products, list } = insightsOf(small(), ['a', 'c'])('insights:replaceability');
    const a = list.find(({ product }) => products[product]?.id === 'a');
    expect(a?.rivals.map(({ product }) => product.id)).toEqual(['rival', 'b']);
    expect(a?.rivals[0]).toMatchObject({ kept: [1], lost: [], gained: [] });
    expect(a).toMatchObject({ index: 0, band: 'swap', candidates: 2 });
  });

  it('puts the hardest to replace first and drops nobody', () => {
    const { products, list } = insightsOf(real, shop)('insights:replaceability');
    expect(list.map(({ product }) => product).sort((x, y) => x - y)).toEqual([...products.keys()]);
    const indexes = list.map(({ index }) => index);
    expect(indexes).toEqual([...indexes].sort((x, y) => y - x));
  });
});

describe('paths', () => {
  it('go through a product of the catalogue, and respect the direction only when asked', () => {
    const ask = insightsOf(small(), ['a', 'b', 'c']);
    const found = ask('insights:paths', { from: 'b', to: 'a' });
    expect(found).toMatchObject({ extra: 1, steps: 3 });
    expect(found.paths[0]?.products.map(({ id }) => id)).toEqual(['b', 'far', 'c', 'a']);
    expect(found.paths[0]?.hops.at(-1)).toMatchObject({ direction: 'back' });
    expect(ask('insights:paths', { from: 'b', to: 'a', directed: true }).paths).toEqual([]);
  });

  it('do not lead over products that are no longer sold', () => {
    const ask = insightsOf(small(), ['b']);
    expect(ask('insights:paths', { from: 'ended', to: 'b' })).toMatchObject({ steps: 1 });
    expect(() => ask('insights:paths', { from: 'nobody', to: 'b' })).toThrow(/no product/);
  });

  it('offer what is worse by extra products but has fewer steps, and ways around what all share', () => {
    const chain = ['s', 'a', 'b', 'c', 't'];
    const file = join(tempFolder(), 'catalogue.db');
    writeSmallCatalogue(
      file,
      [...chain, 'x', 'y', 'z'].map((id) => aProduct({ id })),
      [
        ...chain.slice(1).map((id, at) => anIntegration(chain[at]!, id)),
        anIntegration('s', 'x'),
        anIntegration('x', 't'),
        anIntegration('s', 'y'),
        anIntegration('y', 'z'),
        anIntegration('z', 't'),
      ],
    );
    const catalogue = openCatalogue(file);
    onTestFinished(() => catalogue.close());
    const ids = (paths: Output<'insights:paths'>['paths']) =>
      paths.map(({ products }) => products.map(({ id }) => id).join(' '));
    const found = insightsOf(catalogue, chain)('insights:paths', { from: 's', to: 't' });
    expect(found).toMatchObject({ extra: 0, steps: 4 });
    expect(ids(found.paths)).toEqual(['s a b c t']);
    const [direct, around] = found.others;
    expect(direct).toMatchObject({ reason: 'fewer-steps', extra: 1, steps: 2, without: [] });
    expect(ids(direct!.paths)).toEqual(['s x t']);
    expect(around?.without.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(ids(around!.paths)).toEqual(['s x t']);
    // Without a stack nothing is there already.
    const alone = insightsOf(catalogue, chain)('insights:paths', {
      stackId: null,
      from: 's',
      to: 't',
    });
    expect(alone).toMatchObject({ extra: 1, steps: 2 });
    expect(alone.others.map(({ paths }) => ids(paths))).toEqual([['s y z t']]);
  });

  it('tell whether orders can get from a shop to a warehouse', () => {
    const found = insightsOf(real, shop)('insights:paths', {
      from: 'shopify',
      to: 'snowflake',
      directed: true,
    });
    expect(found.paths.length).toBeGreaterThan(0);
    for (const { hops } of found.paths) {
      for (const { direction } of hops) expect(['forward', 'both']).toContain(direction);
    }
  });
});

describe('coverage and health', () => {
  it('offer for a gap what fits the stack best, never what is on it already', () => {
    const { categories } = insightsOf(real, shop)('insights:coverage');
    const bi = categories.find(({ categoryId }) => categoryId === 'dashboards-bi');
    expect(bi?.state).toBe('gap');
    const fits = bi?.candidates.map(({ members }) => members.length) ?? [];
    expect(fits[0]).toBeGreaterThan(0);
    expect(fits).toEqual([...fits].sort((x, y) => y - x));
    for (const { candidates } of categories) {
      for (const { product } of candidates) expect(shop).not.toContain(product.id);
    }
  });

  it('find what a shop without consent management and dashboards lacks', () => {
    const { findings, rules } = insightsOf(real, shop)('insights:health');
    const found = new Set(findings.map(({ ruleId }) => ruleId));
    expect(found).toContain('consent');
    expect(found).toContain('missing-layers');
    for (const { id, findings: count } of rules) {
      expect(count).toBe(findings.filter(({ ruleId }) => ruleId === id).length);
    }
  });

  it('name registered vendors with what they declare to ask consent for', () => {
    const { findings } = insightsOf(real, ['google-ads', 'shopify'])('insights:health');
    const found = findings.find(({ ruleId }) => ruleId === 'consent-vendors');
    expect(found?.products).toEqual(['google-ads']);
    expect(found?.detail).toMatch(/Consent is asked for: 1 store or read on devices;/);
  });

  it('answer for an empty stack, and refuse one that does not exist', () => {
    const ask = insightsOf(real, []);
    expect(ask('insights:health').findings).toEqual([]);
    expect(ask('insights:matrix').pairs).toEqual([]);
    expect(ask('insights:hubs')).toMatchObject({ open: 0, best: [], pair: null, steps: [] });
    expect(ask('insights:replaceability').list).toEqual([]);
    expect(() => ask('insights:health', { stackId: 'other' })).toThrow(/no such stack/);
  });
});

describe('who writes and who reads', () => {
  it('keeps apart what the person states and what is inferred', () => {
    const drawn: Connection = {
      id: 'd',
      fromNodeId: 'n-shopify',
      toNodeId: 'n-zendesk',
      label: '',
      direction: 'forward',
      state: 'live',
      dataKinds: ['orders'],
    };
    const ask = insightsOf(real, shop, [drawn]);
    const { products, kinds } = ask('insights:truth');
    const place = (id: string) => products.findIndex((product) => product.id === id);
    const orders = kinds.find(({ kind }) => kind === 'orders');
    const [from, to] = [place('shopify'), place('zendesk')];
    expect(orders?.flows).toContainEqual({ from, to, isStated: true });
    expect(orders?.masters).toEqual([place('shopify')]);
    const events = kinds.find(({ kind }) => kind === 'events');
    expect(events?.flows.every(({ isStated }) => !isStated)).toBe(true);

    const broken = insightsOf(real, shop, [{ ...drawn, state: 'broken' }])('insights:truth');
    expect(
      broken.kinds.find(({ kind }) => kind === 'orders')?.flows.some(({ isStated }) => isStated),
    ).toBe(false);
  });

  it('drills the exit of every product, and takes another root when asked', () => {
    const ask = insightsOf(real, shop);
    const { list, products, root, roots } = ask('insights:exit');
    expect(list.map(({ product }) => product).sort((x, y) => x - y)).toEqual([...products.keys()]);
    expect(root).toBe(roots[0]);
    const other = ask('insights:exit', { rootId: 'shopify' });
    expect(products[other.root ?? -1]?.id).toBe('shopify');
    expect(ask('insights:exit', { rootId: 'nobody' }).root).toBe(root);
  });
});
