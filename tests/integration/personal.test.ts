import { onTestFinished, describe, expect, it } from 'vitest';
import { createRouter } from '../../electron/hosts/router.ts';
import { createServices } from '../../electron/services/create-services.ts';
import type { Channel, EventName } from '../../shared/contract/channels.ts';
import type { CallInput, Output } from '../../shared/contract/contract.ts';
import { unwrap, type Result } from '../../shared/result.ts';
import { callContext } from '../support/call-context.ts';
import { realCatalogue } from '../support/catalogue.ts';
import { aProduct, writeSmallCatalogue } from '../support/small-catalogue.ts';
import { join } from 'node:path';
import { tempFolder } from '../support/temp-folder.ts';

/** Real services on a data folder; `again` starts them anew, over another catalogue if asked. */
function aPerson(folder = tempFolder(), catalogueFile = realCatalogue()) {
  const events: { name: EventName; payload: unknown }[] = [];
  const services = createServices({
    catalogueFile,
    dataFolder: join(folder, 'data'),
    host: 'cli',
    versions: {},
    emit: (name, payload) => void events.push({ name, payload }),
    log: (error) => {
      throw error;
    },
  });
  let isOpen = true;
  const close = (): void => {
    if (isOpen) services.close();
    isOpen = false;
  };
  onTestFinished(close);
  const router = createRouter(services.handlers, () => undefined);
  const ask = async <C extends Channel>(channel: C, input: CallInput<C>) =>
    (await router.call(channel, input, callContext())) as Result<Output<C>>;
  const call = async <C extends Channel>(channel: C, input: CallInput<C>) =>
    unwrap(await ask(channel, input));
  const again = (other?: string) => {
    close();
    return aPerson(folder, other ?? catalogueFile);
  };
  return { ask, call, again, events };
}

const filter = { categories: [], pricing: [], sources: [] };

describe('a hidden product', () => {
  it('is left out of every list until it is asked for or shown again', async () => {
    const { call } = aPerson();
    const before = await call('catalogue:query', { text: 'hubspot' });
    expect(before.rows[0]?.id).toBe('hubspot');
    expect(before.facets.hidden).toBeUndefined();

    await call('personal:set', { id: 'hubspot', hidden: true });
    const after = await call('catalogue:query', { text: 'hubspot' });
    expect(after.total).toBe(before.total - 1);
    expect(after.rows.map(({ id }) => id)).not.toContain('hubspot');
    expect(after.facets.hidden).toBe(1);
    const all = await call('catalogue:query', {
      text: 'hubspot',
      filter: { ...filter, showHidden: true },
    });
    expect(all.total).toBe(before.total);

    await call('personal:set', { id: 'hubspot', hidden: false });
    expect(await call('catalogue:query', { text: 'hubspot' })).toEqual(before);
  });

  it('is dark on the map as well', async () => {
    const { call } = aPerson();
    const before = await call('catalogue:matches', { text: 'segment' });
    await call('personal:set', { id: 'segment', hidden: true });
    expect(await call('catalogue:matches', { text: 'segment' })).not.toEqual(before);
  });

  it('can still be opened', async () => {
    const { call } = aPerson();
    await call('personal:set', { id: 'hubspot', hidden: true });
    expect((await call('catalogue:product', { id: 'hubspot' })).name).toBe('HubSpot');
  });
});

describe('tags', () => {
  it('narrow a list, alternatives of one another, and are counted as they would list', async () => {
    const { call } = aPerson();
    await call('personal:set', { id: 'hubspot', tags: ['keep', 'renewal 2027'] });
    await call('personal:set', { id: 'segment', tags: ['keep'] });
    await call('personal:set', { id: 'zendesk', tags: ['renewal 2027'], hidden: true });
    const page = await call('catalogue:query', { filter: { ...filter, tags: ['keep'] } });
    expect(page.rows.map(({ id }) => id).sort()).toEqual(['hubspot', 'segment']);
    expect(page.facets.tags).toEqual({ keep: 2, 'renewal 2027': 1 });
    const either = await call('catalogue:query', {
      filter: { ...filter, tags: ['keep', 'renewal 2027'], showHidden: true },
    });
    expect(either.total).toBe(3);
    const none = await call('catalogue:query', { filter: { ...filter, tags: ['no such tag'] } });
    expect(none.total).toBe(0);
  });

  it('are kept once each, whatever their case', async () => {
    const { call } = aPerson();
    const mark = await call('personal:set', {
      id: 'hubspot',
      tags: [' Keep ', 'keep', 'KEEP', 'x'],
    });
    expect(mark.tags).toEqual(['Keep', 'x']);
  });

  it.each([
    ['too long', ['x'.repeat(41)]],
    ['empty', ['  ']],
    ['too many', Array.from({ length: 31 }, (_, at) => `tag ${at}`)],
  ])('that are %s are refused, and nothing is changed', async (_what, tags) => {
    const { ask, call } = aPerson();
    await call('personal:set', { id: 'hubspot', tags: ['keep'] });
    expect(await ask('personal:set', { id: 'hubspot', tags })).toMatchObject({
      ok: false,
      error: { code: 'invalid-input' },
    });
    expect((await call('personal:list', {}))[0]?.tags).toEqual(['keep']);
  });
});

describe('a note', () => {
  it('is kept over a restart, with what else was said of the product', async () => {
    const first = aPerson();
    await first.call('personal:set', { id: 'hubspot', tags: ['keep'] });
    await first.call('personal:set', {
      id: 'hubspot',
      note: 'Contract ends in May.\n“Ask Ann” 🙂',
    });
    const mark = {
      id: 'hubspot',
      hidden: false,
      note: 'Contract ends in May.\n“Ask Ann” 🙂',
      tags: ['keep'],
    };
    expect(first.events.at(-1)).toEqual({ name: 'personal:changed', payload: mark });
    const second = first.again();
    expect(await second.call('personal:list', {})).toEqual([mark]);
    await second.call('personal:set', { id: 'hubspot', note: '', tags: [] });
    expect(await second.call('personal:list', {})).toEqual([]);
  });

  it('outlives a catalogue that has lost its product, and can be taken away there', async () => {
    const folder = tempFolder();
    const smaller = join(folder, 'smaller.db');
    writeSmallCatalogue(smaller, [aProduct({ id: 'segment' })]);
    const first = aPerson(folder);
    await first.call('personal:set', { id: 'hubspot', note: 'old friend', hidden: true });
    const without = first.again(smaller);
    expect(await without.call('personal:list', {})).toHaveLength(1);
    expect((await without.call('catalogue:query', {})).total).toBe(1);
    const back = without.again(realCatalogue());
    expect((await back.call('personal:list', {}))[0]).toMatchObject({ note: 'old friend' });
    const gone = back.again(smaller);
    await gone.call('personal:set', { id: 'hubspot', note: '', hidden: false });
    expect(await gone.call('personal:list', {})).toEqual([]);
  });

  it('is refused for a product that never was', async () => {
    const { ask, call } = aPerson();
    expect(await ask('personal:set', { id: 'no-such-product', note: 'x' })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
    expect(await call('personal:list', {})).toEqual([]);
  });

  it('goes into backups and comes back with them', async () => {
    const { call } = aPerson();
    await call('personal:set', { id: 'hubspot', note: 'before', hidden: true });
    const backup = await call('backup:create', {});
    await call('personal:set', { id: 'hubspot', note: 'after', hidden: false });
    await call('backup:restore', { name: backup.name });
    expect((await call('personal:list', {}))[0]).toMatchObject({ note: 'before', hidden: true });
    const listed = await call('catalogue:query', { text: 'hubspot' });
    expect(listed.rows.map(({ id }) => id)).not.toContain('hubspot');
  });
});
