import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildScene, type SceneInput } from '../../../shared/diagram/build-scene.ts';
import { cardChips, CHIP } from '../../../shared/diagram/card-chips.ts';
import { contrast, parseHex } from '../../../shared/diagram/colour.ts';
import { possibleLinks } from '../../../shared/diagram/possible-links.ts';
import type { Scene } from '../../../shared/diagram/scene.ts';
import { markedStates, themeNames, themes } from '../../../shared/diagram/theme.ts';
import { writeSvg } from '../../../shared/diagram/write-svg.ts';
import type { Direction } from '../../../shared/domain/catalogue.ts';
import type { Link } from '../../../shared/domain/product.ts';
import { CARD } from '../../../shared/stack/layout.ts';
import { newStack } from '../../../shared/stack/new-stack.ts';
import { Connection, StackNode, type Stack } from '../../../shared/stack/stack.ts';
import { connectionText } from '../../../shared/stack/state-words.ts';
import { connectionStates, nodeStates } from '../../../shared/stack/vocabulary.ts';

const link = (from: string, to: string, direction: Direction = 'forward'): Link => ({
  ...{ from, to, direction, kind: 'workflow', sources: 1 },
});

function node(id: string, changes: Partial<StackNode> = {}): StackNode {
  return StackNode.parse({
    ...{ id, productId: id, name: id, categoryId: 'crm', groupId: 'social' },
    ...{ laneId: null, x: 0, y: 0, ...changes },
  });
}

function stackOf(nodes: readonly StackNode[], connections: readonly Connection[] = []): Stack {
  const byId = <T extends { readonly id: string }>(list: readonly T[]) =>
    Object.fromEntries(list.map((each) => [each.id, each]));
  return { ...newStack('s', 'Test'), nodes: byId(nodes), connections: byId(connections) };
}

function sceneOf(stack: Stack, changes: Partial<SceneInput> = {}): Scene {
  const nothing = { links: [], icons: new Map(), categories: new Map() };
  return buildScene({ stack, ...nothing, theme: 'light', ...changes });
}

const connection = (id: string, changes: Partial<Connection>): Connection =>
  Connection.parse({
    ...{ id, fromNodeId: 'a', toNodeId: 'b', label: '', direction: 'forward', ...changes },
  });

describe('the states of connections', () => {
  for (const name of themeNames) {
    it(`differ by dash and by sign, not only by colour, in the ${name} theme`, () => {
      const styles = connectionStates.map((state) => themes[name].connections[state]);
      expect(new Set(styles.map(({ dash }) => dash.join(' '))).size).toBe(styles.length);
      expect(new Set(styles.map(({ sign }) => sign)).size).toBe(styles.length);
      expect(styles[0]).toEqual(themes[name].user);
      const { surface, lane, card } = themes[name];
      const ratio = (a: string, b: string): number => contrast(parseHex(a)!, parseHex(b)!);
      for (const ground of [surface, lane, card]) {
        for (const { colour } of [...styles, themes[name].possible]) {
          expect(ratio(colour, ground)).toBeGreaterThanOrEqual(3);
        }
        for (const state of markedStates) {
          expect(ratio(themes[name].states[state].line, ground)).toBeGreaterThanOrEqual(3);
          expect(ratio(themes[name].states[state].text, ground)).toBeGreaterThanOrEqual(4.5);
        }
      }
    });
  }

  it('stand in the legend only where they occur, and in the words of the edge', () => {
    const nodes = [node('a'), node('b', { x: 400 })];
    const planned = sceneOf(
      stackOf(nodes, [connection('c', { state: 'planned', label: 'Leads' })]),
    );
    const words = (scene: Scene): string[] => scene.legend.map((entry) => entry.text.text);
    expect(words(planned)).toContain('Planned');
    expect(words(planned)).not.toContain('Your connection');
    expect(words(planned)).not.toContain('Broken');
    expect(planned.edges[0]).toMatchObject({
      description: 'a → b: Leads, Your connection (planned)',
      style: { dash: themes.light.connections.planned.dash },
    });
    const live = sceneOf(stackOf(nodes, [connection('c', {})]));
    expect(words(live)).toContain('Your connection');
    expect(live.edges[0]?.sign).toBeNull();
  });

  it('are left out of a drawing where their state is hidden, or all that goes through them', () => {
    const drawn = sceneOf(
      stackOf(
        [node('a'), node('b', { x: 400 })],
        [
          connection('plain', {}),
          connection('broken', { state: 'broken' }),
          connection('orders', { dataKinds: ['orders'] }),
          connection('both', { dataKinds: ['orders', 'events'] }),
        ],
      ),
      {
        links: [link('a', 'b')],
        show: {
          ...{ own: true, states: true, notes: true, legend: true },
          hidden: ['broken', 'data:orders'],
        },
      },
    );
    expect(drawn.edges.map(({ id }) => id.trim())).toEqual(['a b', 'both', 'plain']);
    expect(drawn.legend.map(({ text }) => text.text)).not.toContain('Broken');
  });

  it('say what goes through them', () => {
    expect(connectionText({ label: '', dataKinds: [] })).toBe('');
    expect(connectionText({ label: '', dataKinds: ['events', 'costs'] })).toBe('Events, Costs');
    expect(connectionText({ label: 'Nightly', dataKinds: ['orders'] })).toBe('Nightly · Orders');
  });

  it('have their sign on the line, or at the beginning of the label', () => {
    const nodes = [node('a'), node('b', { x: 600 })];
    const [bare] = sceneOf(stackOf(nodes, [connection('c', { state: 'broken' })])).edges;
    expect(bare?.sign).toEqual(bare?.route.middle);
    const labelled = connection('c', { state: 'broken', label: 'Orders of the day' });
    const [edge] = sceneOf(stackOf(nodes, [labelled])).edges;
    const { box, text } = edge!.label!;
    expect(edge!.sign!.x).toBeGreaterThan(box.x);
    expect(edge!.sign!.x).toBeLessThan(text.at.x);
    const svg = writeSvg(sceneOf(stackOf(nodes, [labelled])));
    expect(svg).toContain(`stroke-dasharray="${themes.light.connections.broken.dash.join(' ')}"`);
  });
});

describe('the marks of a card', () => {
  it('are none for what is simply in use', () => {
    expect(cardChips({ state: 'in-use', owner: ' ' })).toEqual([]);
  });

  it('keep to the upper border, beside one another, whatever the owner is called', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...nodeStates),
        fc.string({ unit: 'grapheme', maxLength: 100 }),
        (state, owner) => {
          const chips = cardChips({ state, owner });
          for (const { box } of chips) {
            expect(box.x).toBeGreaterThanOrEqual(0);
            expect(box.x + box.width).toBeLessThanOrEqual(CARD.width - CHIP.right);
            // They stand in the gap between two rows, not on the row above.
            expect(-box.y).toBeLessThan(12);
          }
          const [first, second] = chips;
          if (first && second) expect(second.box.x + second.box.width).toBeLessThan(first.box.x);
        },
      ),
    );
  });

  it('are drawn in the export with the border of the state, and explained in the legend', () => {
    const scene = sceneOf(stackOf([node('a', { state: 'planned', owner: 'Sales' }), node('b')]));
    const [a, b] = [...scene.cards].sort((p, q) => (p.id < q.id ? -1 : 1));
    expect(a?.chips.map((chip) => chip.full)).toEqual(['Planned', 'Sales']);
    expect(a?.outline.dash).toEqual(themes.light.states.planned.dash);
    expect(b).toMatchObject({ chips: [], outline: { dash: [] } });
    expect(scene.legend.map((entry) => entry.text.text)).toContain('Planned');
    expect(scene.description).toBe('2 products · 1 planned');
    const svg = writeSvg(scene);
    expect(svg).toContain('>Planned</text>');
    expect(svg).toContain('<title>a (crm), Planned, Sales</title>');
    const bare = sceneOf(stackOf([node('a', { owner: 'Sales' })]), { hideOwners: true });
    expect(bare.cards[0]?.chips).toEqual([]);
  });
});

describe('connections that a hub would make possible', () => {
  const hub = node('hub', { categoryId: 'workflow-automation', groupId: 'business' });
  const abc = [node('a'), node('b'), node('c'), hub];

  it('join what both integrate with the hub, the way its data can go', () => {
    const stack = stackOf(abc);
    const links = [link('a', 'hub'), link('hub', 'b'), link('c', 'hub', 'both')];
    const found = possibleLinks(stack, links).map(({ from, to, direction, via }) => ({
      ...{ pair: `${from} ${to}`, direction, via },
    }));
    expect(found).toEqual([
      { pair: 'a b', direction: 'forward', via: 'hub' },
      { pair: 'a c', direction: 'forward', via: 'hub' },
      { pair: 'c b', direction: 'forward', via: 'hub' },
    ]);
  });

  it('leave out what is connected already, and products that are no hubs', () => {
    const links = [link('a', 'hub', 'both'), link('hub', 'b', 'both')];
    expect(possibleLinks(stackOf(abc), links)).toHaveLength(1);
    expect(possibleLinks(stackOf(abc), [...links, link('b', 'a')])).toEqual([]);
    expect(possibleLinks(stackOf(abc, [connection('x', {})]), links)).toEqual([]);
    const noHub = abc.map((each) => (each.id === 'hub' ? node('hub') : each));
    expect(possibleLinks(stackOf(noHub), links)).toEqual([]);
  });

  it('go through the same one of two hubs on every stack, whatever its nodes are called', () => {
    const through = (ids: readonly [string, string]): string[] => {
      const hubs = ids.map((id, at) => ({ ...hub, id, productId: `hub-${at}` }));
      const links = ['hub-0', 'hub-1'].flatMap((id) => [
        link('a', id, 'both'),
        link(id, 'b', 'both'),
      ]);
      const stack = stackOf([node('a'), node('b'), ...hubs]);
      return possibleLinks(stack, links).flatMap(({ from, via }) =>
        from === 'a' ? (stack.nodes[via]?.productId ?? []) : [],
      );
    };
    expect(through(['x', 'y'])).toEqual(through(['y', 'x']));
  });

  it('are drawn dashed with the name of the hub, only when asked for', () => {
    const places = abc.map((each, index) => ({ ...each, x: index * 300 }));
    const links = [link('a', 'hub', 'both'), link('hub', 'b', 'both')];
    expect(sceneOf(stackOf(places), { links }).edges).toHaveLength(2);
    const scene = sceneOf(stackOf(places), { links, showPossible: true });
    expect(scene.edges.find((edge) => edge.kind === 'possible')).toMatchObject({
      description: 'a ↔ b: via hub, Possible through a hub',
      label: { full: 'via hub' },
    });
    expect(scene.description).toBe('4 products · 2 known connections');
  });
});
