import { describe, expect, it, onTestFinished } from 'vitest';
import { createServices } from '../../electron/services/create-services.ts';
import { laneFor } from '../../shared/stack/layout.ts';
import { starters } from '../../shared/stack/starters/starters.ts';
import { findTemplate, templates } from '../../shared/stack/templates/templates.ts';
import { callContext } from '../support/call-context.ts';
import { realCatalogue } from '../support/catalogue.ts';
import { tempFolder } from '../support/temp-folder.ts';

function handlers() {
  const services = createServices({
    catalogueFile: realCatalogue(),
    dataFolder: tempFolder(),
    host: 'cli',
    versions: {},
    emit: () => undefined,
    log: (error) => {
      throw error;
    },
  });
  onTestFinished(() => services.close());
  return services.handlers;
}

describe.each(starters)('the example $title', (starter) => {
  const ids = starter.products.map(({ id }) => id);

  it('is made of products that the catalogue has, each once', async () => {
    const rows = await handlers()['catalogue:rows']({ ids }, callContext());
    expect(rows.map((row) => row.id).sort()).toEqual([...ids].sort());
    expect(new Set(ids).size).toBe(ids.length);
    expect(findTemplate(starter.templateId)).toBeDefined();
    for (const { from, to } of starter.connections) {
      expect(ids).toEqual(expect.arrayContaining([from, to]));
    }
  });

  it('opens as a stack of its own, marked as an example, everything in its lane', async () => {
    const input = { name: 'Begun from an example', starter: starter.id };
    const { stack } = await handlers()['stacks:create'](input, callContext());
    expect(stack.templateId).toBe(starter.templateId);
    const nodes = Object.values(stack.nodes);
    expect(nodes.map((node) => node.productId).sort()).toEqual([...ids].sort());
    for (const node of nodes) expect(node.laneId).toBe(laneFor(stack.lanes, node)?.id);
    expect(Object.values(stack.connections)).toHaveLength(starter.connections.length);
    expect(Object.values(stack.items)).toEqual([
      expect.objectContaining({
        type: 'note',
        text: expect.stringMatching(/^Example: /) as string,
      }),
    ]);
    for (const { id, state, owner } of starter.products) {
      expect(nodes.find((node) => node.productId === id)).toMatchObject({ state, owner });
    }
  });

  it('is connected by what the catalogue knows', async () => {
    const links = await handlers()['graph:between']({ ids }, callContext());
    expect(links.length).toBeGreaterThan(ids.length / 2);
  });
});

describe('a new stack', () => {
  it.each(templates)('can have the lanes of $id, with an example or without', async (template) => {
    const create = handlers()['stacks:create'];
    const input = { name: 'New', template: template.id };
    const { stack } = await create(input, callContext());
    expect(stack.templateId).toBe(template.id);
    expect(Object.keys(stack.nodes)).toEqual([]);
    const example = await create({ ...input, starter: 'b2b-software' }, callContext());
    expect(example.stack.templateId).toBe(template.id);
    expect(example.stack.lanes).not.toEqual({});
  });

  it('is refused with a sentence where there is no such template or example', async () => {
    const create = handlers()['stacks:create'];
    const making = async (input: { template?: string; starter?: string }) =>
      create({ name: 'New', ...input }, callContext());
    const sentences = {
      template: 'There is no template “x”.',
      starter: 'There is no example “x”.',
    };
    await expect(making({ template: 'x' })).rejects.toThrow(sentences.template);
    await expect(making({ starter: 'x' })).rejects.toThrow(sentences.starter);
  });
});
