import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newStack } from '../../../shared/stack/new-stack.ts';
import { StackNode, type Stack } from '../../../shared/stack/stack.ts';
import { compareVersions, isSame, linksOf } from '../../../shared/versions/compare.ts';

interface Given {
  readonly id: string;
  readonly productId: string;
  readonly categoryId?: string;
  readonly laneId?: string;
  readonly yearlyCost?: number;
}

const stackOf = (...given: readonly Given[]): Stack => ({
  ...newStack('stack', 'Mine'),
  nodes: Object.fromEntries(
    given.map((each) => [
      each.id,
      StackNode.parse({
        name: each.productId.toUpperCase(),
        categoryId: 'crm',
        groupId: 'social',
        x: 0,
        y: 0,
        laneId: null,
        ...each,
      }),
    ]),
  ),
});
const version = (stack: Stack, known: readonly (readonly [string, string])[] = []) => ({
  stack,
  links: linksOf(
    stack,
    known.map(([from, to]) => ({ from, to })),
  ),
});

describe('two versions of a stack', () => {
  it('pair what went with what came in its place: the same card first, then the same category', () => {
    const before = stackOf(
      { id: 'one', productId: 'a' },
      { id: 'two', productId: 'b' },
      { id: 'three', productId: 'c', categoryId: 'email' },
    );
    const after = stackOf(
      { id: 'one', productId: 'x', categoryId: 'cms' },
      { id: 'new', productId: 'y' },
      { id: 'newer', productId: 'z', categoryId: 'seo' },
    );
    const { replaced, added, removed } = compareVersions(version(before), version(after));
    expect(replaced.map((pair) => [pair.before.id, pair.after.id])).toEqual([
      ['a', 'x'],
      ['b', 'y'],
    ]);
    expect(added.map(({ id }) => id)).toEqual(['z']);
    expect(removed.map(({ id }) => id)).toEqual(['c']);
  });

  it('add up costs, and say how many are entered', () => {
    const before = stackOf({ id: 'one', productId: 'a', yearlyCost: 1200 });
    const after = stackOf(
      { id: 'one', productId: 'a', yearlyCost: 900 },
      { id: 'two', productId: 'b' },
    );
    const { cost, changed } = compareVersions(version(before), version(after));
    expect(cost).toEqual({
      before: { sum: 1200, known: 1, products: 1 },
      after: { sum: 900, known: 1, products: 2 },
    });
    expect(changed).toMatchObject([{ what: 'cost', before: '1,200', after: '900' }]);
  });

  const anyOf = (ids: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...ids);
  const anyVersion = fc
    .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), { maxLength: 7 })
    .chain((ids) =>
      fc.record({
        stack: fc.constant(
          stackOf(
            ...ids.map((productId, at) => ({
              id: `node-${productId}`,
              productId,
              categoryId: at % 2 === 0 ? 'crm' : 'email',
            })),
          ),
        ),
        pairs:
          ids.length < 2
            ? fc.constant<[string, string][]>([])
            : fc.uniqueArray(fc.tuple(anyOf(ids), anyOf(ids)), {
                maxLength: 8,
                selector: (pair) => [...pair].sort().join(),
              }),
      }),
    )
    .map(({ stack, pairs }) =>
      version(
        stack,
        pairs.filter(([a, b]) => a !== b),
      ),
    );

  it('differ in nothing from themselves', () => {
    fc.assert(fc.property(anyVersion, (one) => isSame(compareVersions(one, one))));
  });

  it('differ one way as the other way, with what came and what went exchanged', () => {
    fc.assert(
      fc.property(anyVersion, anyVersion, (one, other) => {
        const there = compareVersions(one, other);
        const back = compareVersions(other, one);
        expect(back.added).toEqual(there.removed);
        expect(back.removed).toEqual(there.added);
        expect(back.gained).toEqual(there.lost);
        expect(back.replaced.map(({ before, after }) => [after.id, before.id]).sort()).toEqual(
          there.replaced.map(({ before, after }) => [before.id, after.id]).sort(),
        );
      }),
    );
  });
});
