import { expect, it } from 'vitest';
import { aTerminal } from '../support/terminal.ts';

const own = 'my--acme-loyalty-hub';

it('adds, connects, finds and removes what is one’s own', async () => {
  const cli = aTerminal();
  const json = async (...parameters: string[]): Promise<unknown> =>
    JSON.parse(await cli(...parameters, '--json'));
  expect(await cli('custom', 'list')).toContain('added nothing yet');

  const add = ['custom', 'add', 'Acme Loyalty Hub', '--category', 'loyalty-referral', 'crm'];
  expect(await json(...add)).toMatchObject({ id: own, categories: ['loyalty-referral', 'crm'] });
  const connect = ['custom', 'connect', own, 'segment', '--direction', 'forward'];
  const integration = (await json(...connect)) as { id: string };

  // Commands that only read the catalogue know it as well.
  expect(await json('search', 'acme loyalty hub')).toMatchObject([{ id: own }]);
  expect(await json('product', own)).toMatchObject({ name: 'Acme Loyalty Hub', neighbours: 1 });
  expect(await json('integrations', own)).toMatchObject([
    { to: { id: 'segment' }, confidence: 'yours', evidence: [{ source: 'yours' }] },
  ]);
  expect(await json('custom', 'list')).toMatchObject({
    products: [{ id: own }],
    integrations: [{ id: integration.id, toName: 'Segment', isGone: false }],
  });

  expect(await cli('custom', 'remove', own)).toContain('1 product');
  expect(await json('custom', 'list')).toEqual({ products: [], integrations: [] });
  await expect(cli('product', own)).rejects.toThrow(/no product/);
});

it('says what is in the way of a record, and how to go on', async () => {
  const cli = aTerminal();
  const add = (...rest: string[]) => cli('custom', 'add', ...rest);
  await expect(add('HubSpot', '--category', 'crm')).rejects.toThrow(/hubspot.*--even-if-similar/s);
  await expect(add('Acme', '--category', 'nonsense')).rejects.toThrow(/no category “nonsense”/);
  await expect(add('Acme', '--category', 'crm', '--homepage', 'file:///x')).rejects.toThrow(
    /https:/,
  );
  await expect(cli('custom', 'connect', 'segment', 'segment')).rejects.toThrow(/itself/);
  await expect(cli('custom', 'connect', 'segment', 'no-such')).rejects.toThrow(/no-such/);
  await expect(cli('custom', 'remove', 'segment')).rejects.toThrow(/only your own/);
  expect(await cli('custom', 'list')).toContain('added nothing yet');
});
