import { expect, it } from 'vitest';
import { aTerminal } from '../support/terminal.ts';

it('prints the findings of a stack for people and, as one JSON value, for scripts', async () => {
  const cli = aTerminal();
  await cli('stack', 'create', 'Shop');
  expect(await cli('insights', 'Shop')).toContain('no products yet');
  await cli('stack', 'add', 'Shop', 'google-analytics', 'google-tag-manager', 'mailchimp');

  const answer = JSON.parse(await cli('insights', 'Shop', '--json')) as {
    findings: { rule: string; severity: string; title: string; products: { id: string }[] }[];
    passed: string[];
  };
  const consent = answer.findings.find(({ rule }) => rule === 'consent');
  expect(consent?.severity).toBe('problem');
  expect(consent?.products.map(({ id }) => id).sort()).toEqual([
    'google-analytics',
    'google-tag-manager',
  ]);
  expect(answer.passed).toContain('discontinued');

  const text = await cli('insights', 'Shop');
  for (const { title } of answer.findings) expect(text).toContain(title);
  expect(JSON.parse(await cli('stack', 'check', 'Shop', '--json'))).toEqual(answer);
  await expect(cli('insights', 'Nothing')).rejects.toThrow(/no stack/);
});

interface Named {
  readonly id: string;
}
const idsOf = (list: readonly Named[]): string[] => list.map(({ id }) => id);

it('answers every question about a stack with names in the place of numbers', async () => {
  const cli = aTerminal();
  const products = ['shopify', 'segment', 'braze', 'snowflake', 'asana'];
  await cli('stack', 'create', 'Shop');
  await cli('stack', 'add', 'Shop', ...products);
  const ask = async <T>(name: string, ...rest: string[]): Promise<T> =>
    JSON.parse(await cli('stack', name, 'Shop', ...rest, '--json')) as T;

  const { pairs } = await ask<{ pairs: { a: Named; b: Named; relation: string }[] }>('matrix');
  expect(pairs).toContainEqual(
    expect.objectContaining({
      a: { id: 'braze', name: 'Braze' },
      b: { id: 'segment', name: 'Segment' },
      relation: 'direct',
    }),
  );
  const hubs = await ask<{ open: number; best: (Named & { connects: number })[] }>('hubs');
  expect(hubs.best[0]?.connects).toBeLessThanOrEqual(hubs.open);
  const exit = await ask<{ products: Named[] }>('exit');
  expect(idsOf(exit.products).sort()).toEqual([...products].sort());
  const data = await ask<{ kinds: { kind: string; masters: Named[] }[] }>('data');
  expect(data.kinds.find(({ kind }) => kind === 'orders')?.masters).toMatchObject([
    { id: 'shopify' },
  ]);
  const { kept, cuts } = await ask<{ kept: Named[]; cuts: Named[] }>('smallest', '--by', 'cost');
  expect([...idsOf(kept), ...idsOf(cuts)].sort()).toEqual([...products].sort());
  const { categories } = await ask<{ categories: unknown[] }>('coverage');
  expect(categories).toHaveLength(56);
  for (const name of ['matrix', 'hubs', 'exit', 'data', 'smallest', 'coverage']) {
    expect(await cli('stack', name, 'Shop')).toContain('Shop  (');
  }
});

it('finds paths and alternatives, with a stack and without one', async () => {
  const cli = aTerminal();
  await cli('stack', 'create', 'Shop');
  await cli('stack', 'add', 'Shop', 'shopify', 'segment', 'snowflake');
  const path = async (...options: string[]) =>
    JSON.parse(await cli('path', 'shopify', 'snowflake', ...options, '--json')) as {
      extra: number;
      paths: { products: Named[]; hops: { direction: string }[] }[];
    };
  const within = await path('--stack', 'Shop', '--directed');
  expect(within.extra).toBe(0);
  expect(within.paths.map(({ products }) => idsOf(products))).toContainEqual([
    'shopify',
    'segment',
    'snowflake',
  ]);
  for (const { hops } of within.paths) {
    for (const { direction } of hops) expect(['forward', 'both']).toContain(direction);
  }
  expect((await path()).extra).toBe(1);
  expect(await cli('path', 'shopify', 'snowflake', '--stack', 'Shop')).toContain('Segment*');

  const some = JSON.parse(await cli('product', 'alternatives', 'segment', '--json')) as Named[];
  expect(some.length).toBeGreaterThan(0);
  const own = JSON.parse(
    await cli('product', 'alternatives', 'segment', '--stack', 'Shop', '--json'),
  ) as { connections: Named[]; alternatives: { kept: Named[]; lost: Named[] }[] };
  for (const { kept, lost } of own.alternatives) {
    expect(kept.length + lost.length).toBe(own.connections.length);
  }
  expect(await cli('product', 'segment')).toContain('Segment');
  await expect(cli('product', 'alternatives', 'asana', '--stack', 'Shop')).rejects.toThrow(
    /not on this stack/,
  );
});
