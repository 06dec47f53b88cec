import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  adjacencyOf,
  bothWays,
  reachedFrom,
  type Arc,
} from '../../../shared/insights/adjacency.ts';
import { carries, dataFlowsOf, type Stream } from '../../../shared/insights/data-flows.ts';
import {
  allKinds,
  dataRoles,
  kindsIn,
  maskOf,
  usedBy,
} from '../../../shared/insights/data-roles.ts';
import { dataTruthOf } from '../../../shared/insights/data-truth.ts';
import { exitEffects } from '../../../shared/insights/exit-effects.ts';
import { dataKinds, type DataKind } from '../../../shared/stack/vocabulary.ts';
import { paths } from '../../../scripts/catalogue/paths.ts';
import { readTaxonomy } from '../../../scripts/catalogue/taxonomy.ts';

const stream = (
  from: number,
  to: number,
  kind: Stream['kind'] = 'native',
  stated: readonly DataKind[] = [],
): Stream => ({ from, to, kind, stated });

const truthOf = (kind: DataKind, categories: readonly string[], streams: readonly Stream[]) =>
  dataTruthOf(
    categories,
    dataFlowsOf(categories, streams),
    categories.map(() => null),
  ).kinds.find((each) => each.kind === kind)!;

describe('the roles of categories', () => {
  it('name categories that the taxonomy has, and each kind of data once', () => {
    const known = new Set(readTaxonomy(paths.taxonomy).categories.map(({ id }) => id));
    expect(dataRoles.map(({ kind }) => kind).sort()).toEqual([...dataKinds].sort());
    for (const { records, masters, uses } of dataRoles) {
      for (const id of [...records, ...masters, ...uses]) expect(known).toContain(id);
    }
  });

  it('keep every set of kinds in a number', () => {
    for (let mask = 0; mask <= allKinds; mask++) expect(maskOf(kindsIn(mask))).toBe(mask);
  });
});

describe('what flows along a connection', () => {
  it('is what the person says, else what the kind of integration or its ends imply', () => {
    const categories = ['ecommerce-platform', 'email', 'search-social-ads'];
    expect(dataFlowsOf(categories, [stream(0, 1)])).toEqual([
      { from: 0, to: 1, stated: [], inferred: ['profiles', 'orders'] },
    ]);
    expect(dataFlowsOf(categories, [stream(0, 1, 'events')])).toMatchObject([
      { inferred: ['events'] },
    ]);
    expect(dataFlowsOf(categories, [stream(0, 1, 'own', ['costs'])])).toEqual([
      { from: 0, to: 1, stated: ['costs'], inferred: [] },
    ]);
    expect(dataFlowsOf(categories, [stream(0, 2, 'bidding')])).toEqual([]);
  });

  it('leaves a warehouse only if it has come in there, in whatever order it is read', () => {
    const categories = ['ecommerce-platform', 'data-integration', 'data-warehouse', 'finance-erp'];
    const streams = [stream(2, 3), stream(1, 2), stream(0, 1)];
    for (const order of [streams, [...streams].reverse()]) {
      const flows = dataFlowsOf(categories, order);
      const last = flows.find(({ from }) => from === 2);
      expect(last?.inferred).toEqual(['orders']);
    }
    expect(dataFlowsOf(categories, [stream(2, 3)])).toEqual([]);
  });

  it('merges what several connections of two products carry', () => {
    const streams = [stream(0, 1), stream(0, 1, 'own', ['orders']), stream(0, 1, 'events')];
    expect(dataFlowsOf(['ecommerce-platform', 'email'], streams)).toEqual([
      { from: 0, to: 1, stated: ['orders'], inferred: ['events', 'profiles'] },
    ]);
  });
});

describe('the source of truth', () => {
  it('names writers, readers, orphans and what is left unfed', () => {
    const categories = ['crm', 'email', 'customer-service', 'messaging-push'];
    const profiles = truthOf('profiles', categories, [stream(0, 1)]);
    expect(profiles).toMatchObject({
      masters: [0],
      writers: [0, 2],
      readers: [1],
      orphans: [2],
      unfed: [3],
      conflicts: [],
      loops: [],
    });
  });

  it('finds a conflict where two writers feed one product what can contradict itself', () => {
    const categories = ['crm', 'cdp', 'email'];
    const streams = [stream(0, 2), stream(1, 2)];
    expect(truthOf('profiles', categories, streams).conflicts).toEqual([
      { at: 2, writers: [0, 1] },
    ]);
    // Events add up.
    expect(
      truthOf('events', ['web-product-analytics', 'tag-management', 'crm'], streams).conflicts,
    ).toEqual([]);
  });

  it('puts the master first that feeds the most, and finds circles', () => {
    const categories = ['crm', 'cdp', 'email', 'messaging-push'];
    const streams = [stream(1, 2), stream(1, 3), stream(0, 1), stream(1, 0)];
    const { masters, loops } = truthOf('profiles', categories, [...streams, stream(0, 2)]);
    expect(masters).toEqual([0, 1]);
    expect(loops).toEqual([[0, 1]]);
    expect(truthOf('profiles', categories, streams.slice(0, 2)).masters).toEqual([1, 0]);
  });

  it('lists every product that personal data come to, with what is known of an agreement', () => {
    const categories = ['crm', 'dashboards-bi', 'cms'];
    const flows = dataFlowsOf(categories, [stream(0, 1), stream(2, 1)]);
    expect(dataTruthOf(categories, flows, [true, null, false]).holders).toEqual([
      { place: 0, kinds: ['profiles'], hasAgreement: true },
      { place: 1, kinds: ['profiles'], hasAgreement: null },
    ]);
  });
});

describe('the exit drill', () => {
  const some = ['crm', 'cdp', 'email', 'data-warehouse', 'dashboards-bi', 'customer-service'];
  const stacks = fc
    .array(fc.constantFrom(...some), { minLength: 1, maxLength: 7 })
    .chain((categories) => {
      const place = fc.nat(categories.length - 1);
      return fc
        .array(fc.tuple(place, place), { maxLength: 14 })
        .map((arcs) => ({ categories, arcs: arcs as Arc[] }));
    });

  it('starves exactly those that get a kind of data now and from nowhere without the product', () => {
    fc.assert(
      fc.property(stacks, ({ categories, arcs }) => {
        const streams = arcs.map(([from, to]) => stream(from, to));
        const flows = dataFlowsOf(categories, streams);
        const { kinds } = dataTruthOf(
          categories,
          flows,
          categories.map(() => null),
        );
        const writers = Object.fromEntries(kinds.map((each) => [each.kind, each.writers]));
        const effects = exitEffects(
          categories.map((categoryId) => ({ categoryId, categories: [categoryId] })),
          flows,
          writers as Record<DataKind, number[]>,
          adjacencyOf(categories.length, bothWays(arcs)),
        );
        for (const { product, starved } of effects) {
          for (const kind of dataKinds) {
            const own = flows.filter((flow) => carries(flow, kind));
            const reach = (gone: number): Uint8Array =>
              reachedFrom(
                adjacencyOf(
                  categories.length,
                  own
                    .filter(({ from, to }) => from !== gone && to !== gone)
                    .map(({ from, to }): Arc => [from, to]),
                ),
                writers[kind]!.filter((writer) => writer !== gone),
              );
            const [before, after] = [reach(-1), reach(product)];
            const expected = categories.flatMap((categoryId, user) => {
              const uses =
                (usedBy(categoryId) & maskOf([kind])) !== 0 || categoryId === 'dashboards-bi';
              if (!uses || user === product || writers[kind]!.includes(user)) return [];
              return before[user] === 1 && after[user] === 0 ? [user] : [];
            });
            expect(starved.find((each) => each.kind === kind)?.products ?? []).toEqual(expected);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('counts capabilities that only one product has, and what others still bridge', () => {
    // a and b hang on the hub and on the spare; c hangs on the hub alone.
    const [hub, spare, a, b, c] = [0, 1, 2, 3, 4];
    const graph = adjacencyOf(
      5,
      bothWays([
        [hub, a],
        [hub, b],
        [hub, c],
        [spare, a],
        [spare, b],
      ]),
    );
    const products = ['cdp', 'cdp', 'crm', 'email', 'seo'].map((categoryId) => ({
      categoryId,
      categories: categoryId === 'seo' ? ['seo', 'crm'] : [categoryId],
    }));
    const none = Object.fromEntries(dataKinds.map((kind) => [kind, []])) as unknown as Record<
      DataKind,
      number[]
    >;
    const effects = exitEffects(products, [], none, graph);
    const of = (product: number) => effects.find((each) => each.product === product);
    expect(of(hub)).toMatchObject({
      capabilities: [],
      lostPairs: 3,
      crossings: { all: 3, bridged: 1, longer: 0, bridges: [spare] },
    });
    expect(of(c)).toMatchObject({ capabilities: ['seo'], lostPairs: 0 });
    expect(of(b)?.capabilities).toEqual(['email']);
  });
});
