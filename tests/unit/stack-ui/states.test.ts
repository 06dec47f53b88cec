import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countStates, isSameEdge, possibleEdges } from '../../../renderer/stack/canvas-edges.ts';
import { createCardCache } from '../../../renderer/stack/canvas-nodes.ts';
import { isFocused, isInFocus } from '../../../renderer/stack/focus-state.ts';
import { commonValue, ownersOf, parseAmount } from '../../../renderer/stack/node-values.ts';
import { possibleLinks } from '../../../shared/diagram/possible-links.ts';
import { nodeStates } from '../../../shared/stack/vocabulary.ts';
import { aConnection, aLink, aNode, aStack } from './builders.ts';

describe('an amount as it is typed', () => {
  it('is read in the ways people write it', () => {
    const amounts = ['12000', '12,000', '12.000', '12 000', '12’000', '12,000.00', '12.000,00'];
    expect(amounts.map(parseAmount)).toEqual(amounts.map(() => 12_000));
    expect(parseAmount('12000.5')).toBe(12_000.5);
    expect(parseAmount('0')).toBe(0);
    expect(parseAmount(' ')).toBeNull();
  });

  it('is refused where it is none', () => {
    for (const text of ['a lot', '-5', '12k', '1e9', ',50'])
      expect(parseAmount(text)).toBeUndefined();
  });

  it('reads every whole number back, grouped or not', () => {
    fc.assert(
      fc.property(fc.nat(1e12), (amount) => {
        expect(parseAmount(String(amount))).toBe(amount);
        expect(parseAmount(amount.toLocaleString('en'))).toBe(amount);
        expect(parseAmount(amount.toLocaleString('de'))).toBe(amount);
      }),
    );
  });
});

describe('what stands out', () => {
  const none = { states: new Set<never>(), owners: new Set<string>() };

  it('is everything while nothing is chosen', () => {
    expect(isFocused(none)).toBe(false);
    for (const state of nodeStates) expect(isInFocus(none, { state, owner: 'Sales' })).toBe(true);
  });

  it('is what has one of the states and one of the owners that are chosen', () => {
    const focus = {
      states: new Set(['planned', 'candidate'] as const),
      owners: new Set(['Sales']),
    };
    expect(isFocused(focus)).toBe(true);
    expect(isInFocus(focus, { state: 'planned', owner: 'Sales' })).toBe(true);
    expect(isInFocus(focus, { state: 'candidate', owner: 'IT' })).toBe(false);
    expect(isInFocus(focus, { state: 'in-use', owner: 'Sales' })).toBe(false);
    // Who has no owner can be chosen as well.
    expect(isInFocus({ ...none, owners: new Set(['']) }, { state: 'planned', owner: '' })).toBe(
      true,
    );
  });

  it('is told by the card, together with its state and owner', () => {
    const nodes = { a: aNode('a', { state: 'planned', owner: 'Sales' }) };
    const input = {
      ...{
        nodes,
        rows: {},
        selection: new Set<string>(),
        moving: new Set<string>(),
        showOwners: true,
      },
      categoryName: () => 'CRM',
      isInFocus: () => false,
    };
    const [card] = createCardCache()(input);
    expect(card?.ariaLabel).toBe('a, CRM, planned, owned by Sales');
    expect(card?.data.isDim).toBe(true);
    const [bare] = createCardCache()({ ...input, showOwners: false });
    expect(bare?.data.owner).toBe('');
  });
});

describe('fields of many products', () => {
  it('show a value only where all have it', () => {
    const nodes = [aNode('a', { owner: 'Sales' }), aNode('b', { owner: 'IT' })];
    expect(commonValue(nodes, (node) => node.state)).toBe('in-use');
    expect(commonValue(nodes, (node) => node.owner)).toBeNull();
    expect(commonValue([], (node) => node.owner)).toBeNull();
    expect(ownersOf({ a: nodes[0]!, b: nodes[1]!, c: aNode('c') })).toEqual(['IT', 'Sales']);
  });
});

describe('edges by state', () => {
  it('are counted for the legend', () => {
    const planned = { ...aConnection('a', 'b'), state: 'planned' as const };
    const connections = { x: planned, y: { ...planned, id: 'y' }, z: aConnection('b', 'a') };
    expect([...countStates(connections)]).toEqual([
      ['planned', 2],
      ['live', 1],
    ]);
  });

  it('name the hub that makes them possible, and open as what they are', () => {
    const hub = aNode('zapier', { categoryId: 'workflow-automation', name: 'Zapier' });
    const stack = aStack([
      aNode('a', { categoryId: 'crm' }),
      aNode('b', { categoryId: 'cms' }),
      hub,
    ]);
    const links = [aLink('a', 'zapier'), aLink('zapier', 'b')];
    const [edge, ...more] = possibleEdges(stack.nodes, possibleLinks(stack, links));
    expect(more).toEqual([]);
    expect(edge).toMatchObject({
      text: 'via Zapier',
      ref: { type: 'possible', from: 'a', to: 'b', via: 'zapier' },
    });
    expect(isSameEdge(edge!.ref, edge!.ref)).toBe(true);
    expect(isSameEdge({ type: 'known', from: 'a', to: 'b' }, edge!.ref)).toBe(false);
  });
});
