import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import cytoscape, { type ElementsDefinition } from 'cytoscape';
import { MultiDirectedGraph } from 'graphology';
import { parse as parseGraphml } from 'graphology-graphml';
import { expect, it } from 'vitest';
import { tempFolder } from '../support/temp-folder.ts';
import { aTerminal } from '../support/terminal.ts';

it('writes the graph of a stack and of what is one hop around it, for other tools', async () => {
  const cli = aTerminal();
  await cli('stack', 'create', 'Shop');
  await cli('stack', 'add', 'Shop', 'segment', 'braze', 'shopify');

  const inside = parseGraphml(MultiDirectedGraph, await cli('graph', 'export', '--stack', 'Shop'));
  expect(inside.nodes().sort()).toEqual(['braze', 'segment', 'shopify']);
  expect(inside.size).toBeGreaterThan(0);

  const file = join(tempFolder(), 'shop.cyjs');
  const told = JSON.parse(
    await cli(
      ...['graph', 'export', '--stack', 'Shop', '--hops', '1', '--limit', '20'],
      ...['--format', 'cytoscape', '--out', file, '--json'],
    ),
  ) as { products: number; connections: number };
  expect(told.products).toBe(23);
  const { elements } = JSON.parse(readFileSync(file, 'utf8')) as { elements: ElementsDefinition };
  const cy = cytoscape({ headless: true, elements });
  expect(cy.nodes().length).toBe(told.products);
  expect(cy.edges().length).toBe(told.connections);
  // Everything came by one hop from the stack.
  for (const node of cy.nodes().toArray()) {
    const isNear = ['segment', 'braze', 'shopify'].some(
      (id) => node.id() === id || cy.getElementById(id).neighborhood().contains(node),
    );
    expect(isNear).toBe(true);
  }
  cy.destroy();
});

it('writes the graph around a product, of a category and of a search', async () => {
  const cli = aTerminal();
  const around = await cli('graph', 'export', '--product', 'segment', '--format', 'nodes-csv');
  expect(around.split('\r\n')[1]).toMatch(/^segment,/);
  const category = await cli(
    ...['graph', 'export', '--category', 'cdp', '--limit', '5', '--format', 'nodes-csv'],
  );
  expect(category.trim().split('\r\n')).toHaveLength(6);
  const found = await cli(
    ...['graph', 'export', '--search', 'integrates:segment category:cdp', '--format', 'edges-csv'],
  );
  expect(found).toContain('Source,Target,Type');
  await expect(cli('graph', 'export')).rejects.toThrow(/name one of/);
  await expect(cli('graph', 'export', '--product', 'segmnt')).rejects.toThrow(/no product/);
  await expect(cli('graph', 'export', '--category', 'nothing')).rejects.toThrow(/no category/);
});
