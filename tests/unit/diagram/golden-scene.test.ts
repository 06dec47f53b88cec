import { expect, it } from 'vitest';
import { buildScene } from '../../../shared/diagram/build-scene.ts';
import type { Link } from '../../../shared/domain/product.ts';
import { aStackContent } from '../../support/stack-files.ts';

/**
 * What a drawing is made of, without colours and letters: what stands where, what joins what and how
 * the lines run. A change of the file below is a change of every export; look at one before you
 * accept it (`vitest run --project unit -u`).
 */
it('a scene is built as it was looked at and accepted', async () => {
  const link = (kind: Link['kind'], direction: Link['direction']): Link => ({
    ...{ from: 'segment', to: 'hubspot', sources: 1 },
    kind,
    direction,
  });
  const scene = buildScene({
    stack: { id: 'stack', ...aStackContent() },
    links: [link('events', 'forward'), link('workflow', 'none')],
    icons: new Map(),
    categories: new Map([['crm', 'CRM']]),
    theme: 'light',
  });
  const structure = {
    bounds: scene.bounds,
    title: scene.title.text,
    subtitle: scene.subtitle.text,
    lanes: scene.lanes.map(({ id, box, title }) => ({ id, box, title: title.text })),
    cards: scene.cards.map(({ id, box, laneId, name, category, chips }) => ({
      ...{ id, laneId, box },
      lines: [...name, ...category].map(({ text, at }) => ({ text, at })),
      chips: chips.map(({ full, box: place }) => ({ full, box: place })),
    })),
    edges: scene.edges.map(({ id, from, to, kind, direction, route, label, description }) => ({
      ...{ id, from, to, kind, direction, description },
      path: route.path,
      label: label?.full ?? null,
    })),
    items: scene.items.map(({ id, type, box }) => ({ id, type, box })),
    legend: scene.legend.map(({ text }) => text.text),
  };
  await expect(`${JSON.stringify(structure, null, 2)}\n`).toMatchFileSnapshot(
    './golden-scene.json',
  );
});
