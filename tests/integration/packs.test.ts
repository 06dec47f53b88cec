import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createServices } from '../../electron/services/create-services.ts';
import { landscapePack } from '../../electron/services/packs/landscape-pack.ts';
import { readPack, writePack } from '../../electron/services/packs/pack-file.ts';
import type { Channel } from '../../shared/contract/channels.ts';
import { contract, type CallInput, type Output } from '../../shared/contract/contract.ts';
import { Refusal } from '../../shared/result.ts';
import { callContext } from '../support/call-context.ts';
import { aProduct, anIntegration, writeSmallCatalogue } from '../support/small-catalogue.ts';
import { tempFolder } from '../support/temp-folder.ts';

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

function aCatalogue(
  products: Parameters<typeof writeSmallCatalogue>[1],
  integrations: Parameters<typeof writeSmallCatalogue>[2] = [],
): string {
  const file = join(tempFolder(), 'catalogue.db');
  writeSmallCatalogue(file, products, integrations);
  return file;
}

const oldProducts = [
  aProduct({ id: 'one' }),
  aProduct({ id: 'two', name: 'Two' }),
  aProduct({ id: 'three' }),
];
const oldFile = () => aCatalogue(oldProducts, [anIntegration('one', 'two')]);
const newFile = () =>
  aCatalogue(
    [
      aProduct({ id: 'one', categories: ['chat'] }),
      aProduct({ id: 'two', name: 'Two Cloud' }),
      aProduct({ id: 'four' }),
    ],
    [anIntegration('one', 'four')],
  );

function anApplication(catalogueFile: string, folder = tempFolder()) {
  const services = createServices({
    ...{ catalogueFile, dataFolder: folder, host: 'cli', versions: {} },
    emit: () => undefined,
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
  async function call<C extends Channel>(channel: C, input: CallInput<C>): Promise<Output<C>> {
    const handle = services.handlers[channel] as (input: unknown, context: unknown) => unknown;
    const parsed = contract[channel].input.parse(input);
    return contract[channel].output.parse(await handle(parsed, callContext())) as Output<C>;
  }
  const install = (bytes: Uint8Array, fileName = 'x.stackpack') =>
    call('packs:install', { fileName, base64: base64(bytes) });
  return { call, install, folder, close };
}

async function withStack(call: ReturnType<typeof anApplication>['call'], ...ids: string[]) {
  const { stack } = await call('stacks:create', { name: 'Ours' });
  const products = ids.map((productId) => ({
    ...{ id: `n-${productId}`, productId, name: productId, categoryId: 'crm' },
    groupId: 'data' as const,
  }));
  await call('stacks:apply', { stackId: stack.id, command: { type: 'add-products', products } });
  return stack.id;
}

describe('a pack', () => {
  it('is the same bytes for the same catalogue, and comes back as the same catalogue', () => {
    const file = oldFile();
    expect(Buffer.from(writePack(file, 'Ours')).equals(writePack(file, 'Ours'))).toBe(true);
    const { manifest, database } = readPack(writePack(file, 'Ours'));
    expect(manifest).toMatchObject({ name: 'Ours', products: 3, integrations: 1 });
    expect(Buffer.from(database).equals(readFileSync(file))).toBe(true);
  });

  it('is installed, in use from the next call on, and after a restart', async () => {
    const first = anApplication(oldFile());
    const pack = await first.install(writePack(newFile(), 'Newer'));
    expect(pack).toMatchObject({ name: 'Newer', isInUse: true, products: 3 });
    expect((await first.call('catalogue:rows', { ids: ['four'] })).map(({ id }) => id)).toEqual([
      'four',
    ]);
    first.close();
    const again = anApplication(oldFile(), first.folder);
    expect((await again.call('app:info', {})).catalogue.products).toBe(3);
    expect(await again.call('catalogue:rows', { ids: ['four'] })).toHaveLength(1);
    await again.call('packs:use', { id: 'bundled' });
    expect(await again.call('catalogue:rows', { ids: ['four'] })).toHaveLength(0);
    await again.call('packs:remove', { id: pack.id });
    expect((await again.call('packs:list', {})).map(({ id }) => id)).toEqual(['bundled']);
  });

  it('says what it changes and what of it touches one’s own work, before it is installed', async () => {
    const { call } = anApplication(oldFile());
    await withStack(call, 'one', 'three');
    await call('personal:set', { id: 'two', tags: ['keep'] });
    const { changes } = await call('packs:check', {
      fileName: 'x.stackpack',
      base64: base64(writePack(newFile(), 'Newer')),
    });
    expect(changes).toMatchObject({
      added: { total: 1, first: [{ id: 'four' }] },
      gone: { total: 1, first: [{ id: 'three' }] },
      renamed: { total: 1, first: [{ id: 'two', before: 'Two', name: 'Two Cloud' }] },
      recategorised: { total: 1, first: [{ id: 'one' }] },
      gainedIntegrations: { total: 1 },
      lostIntegrations: { total: 1 },
    });
    const touches = changes.touches.map(({ product, what, stacks, isMarked }) => [
      ...[product.id, what, stacks.join(), isMarked],
    ]);
    expect(touches.sort()).toEqual([
      ['one', 'recategorised', 'Ours', false],
      ['three', 'gone', 'Ours', false],
      ['two', 'renamed', '', true],
    ]);
    expect(await call('packs:list', {})).toHaveLength(1);
  });

  it('leaves stacks, notes and own products as they are', async () => {
    const { call, install } = anApplication(oldFile());
    const stackId = await withStack(call, 'one', 'three');
    await call('personal:set', { id: 'three', note: 'Mine' });
    await call('custom:save-product', { product: { name: 'Ours', categories: ['crm'] } });
    const before = await call('stacks:get', { id: stackId });
    await install(writePack(newFile(), 'Newer'));
    expect(await call('stacks:get', { id: stackId })).toEqual(before);
    expect(await call('personal:list', {})).toMatchObject([{ id: 'three', note: 'Mine' }]);
    expect(await call('catalogue:rows', { ids: ['my--ours'] })).toHaveLength(1);
  });

  it('that was damaged on the disk gives way to the catalogue of the release, with a notice', async () => {
    const first = anApplication(oldFile());
    const { id } = await first.install(writePack(newFile(), 'Newer'));
    first.close();
    writeFileSync(join(first.folder, 'packs', `${id}.db`), 'no database');
    const again = anApplication(oldFile(), first.folder);
    const { notices, catalogue } = await again.call('app:info', {});
    expect(notices).toMatchObject([{ title: 'A catalogue pack could not be opened' }]);
    expect(catalogue.products).toBe(3);
    expect(await again.call('catalogue:rows', { ids: ['three'] })).toHaveLength(1);
  });
});

describe('a file that is no sound pack', () => {
  const pack = () => writePack(oldFile(), 'Ours');
  const changed = (change: (entries: Record<string, Uint8Array>) => void): Uint8Array => {
    const entries = unzipSync(pack());
    change(entries);
    return zipSync(entries);
  };
  const manifest = (entries: Record<string, Uint8Array>, change: object): void => {
    const said = JSON.parse(strFromU8(entries['manifest.json']!)) as object;
    entries['manifest.json'] = strToU8(JSON.stringify({ ...said, ...change }));
  };

  it.each<readonly [string, () => Uint8Array, RegExp]>([
    ['that was cut off', () => pack().subarray(0, 2000), /damaged/],
    [
      'of which a byte was changed',
      () => changed((e) => void (e['catalogue.db']![5000]! ^= 1)),
      /checksum/,
    ],
    ['without a catalogue', () => changed((e) => void delete e['catalogue.db']), /no catalogue/],
    ['of a newer version', () => changed((e) => manifest(e, { version: 9 })), /newer Stackscape/],
    [
      'of another schema',
      () => changed((e) => manifest(e, { schemaVersion: 1 })),
      /older Stackscape/,
    ],
    [
      'whose checksum fits and whose database does not',
      () =>
        changed((e) => {
          const database = strToU8('x'.repeat(5000));
          e['catalogue.db'] = database;
          manifest(e, { sha256: createHash('sha256').update(database).digest('hex') });
        }),
      /damaged/,
    ],
    ['that is empty', () => zipSync({}), /no catalogue|damaged/],
  ])('is refused with a sentence, and nothing changes: one %s', async (_, bytes, words) => {
    const { call, install } = anApplication(oldFile());
    await expect(install(bytes())).rejects.toThrow(words);
    expect((await call('packs:list', {})).map(({ id, isInUse }) => [id, isInUse])).toEqual([
      ['bundled', true],
    ]);
    expect(await call('catalogue:rows', { ids: ['three'] })).toHaveLength(1);
  });

  it('never gets further than a refusal, whatever is done to its bytes', () => {
    const whole = pack();
    const edit = fc.record({ at: fc.nat({ max: whole.length - 1 }), to: fc.nat({ max: 255 }) });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 20 }), (edits) => {
        const bytes = Uint8Array.from(whole);
        for (const { at, to } of edits) bytes[at] = to;
        try {
          readPack(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a landscape in the open format', () => {
  const yaml = readFileSync(join(import.meta.dirname, '../fixtures/landscape.yml'));

  it('is a catalogue of its own, a project in two places being one product', async () => {
    const { call, install } = anApplication(oldFile());
    await install(yaml, 'landscape.yml');
    const groups = (await call('catalogue:taxonomy', {})).filter((each) => each.categories.length);
    expect(groups.map(({ name }) => name)).toEqual(['Kitchen', 'Garden']);
    const { rows, total } = await call('catalogue:query', { text: '', sort: 'name' });
    expect(total).toBe(3);
    expect(rows.map(({ name }) => name)).toEqual(['Bakehouse Pro', 'Emberline', 'Roastwell']);
    const roastwell = await call('catalogue:product', { id: 'roastwell' });
    expect(roastwell.categories).toEqual(['ovens', 'grills']);
    expect(roastwell).toMatchObject({ oss: true, homepage: 'https://roastwell.example/' });
  });

  it('serves every screen: the map, the graph and the insights of a stack', async () => {
    const { call, install } = anApplication(oldFile());
    await install(yaml, 'landscape.yml');
    expect((await call('catalogue:map', {})).ids).toHaveLength(3);
    const stackId = await withStack(call, 'roastwell', 'emberline');
    await call('graph:neighbourhood', { id: 'roastwell' });
    for (const channel of ['insights:health', 'insights:matrix', 'insights:coverage'] as const) {
      await call(channel, { stackId });
    }
  });

  it.each<readonly [string, string, RegExp]>([
    ['that is no YAML', 'landscape: [\n  - a: {', /not YAML.*line/],
    ['without items', 'landscape:\n  - name: A\n    subcategories: []', /no items/],
    ['of something else', 'services:\n  web: nginx', /no list of categories/],
    [
      'with an item that has no name',
      'landscape:\n  - name: A\n    subcategories:\n      - name: B\n        items:\n          - homepage_url: x',
      /entry 1/,
    ],
    [
      'that repeats itself without end',
      `a0: &a0 [x]\n${Array.from({ length: 9 }, (_, n) => `a${n + 1}: &a${n + 1} [${`*a${n}, `.repeat(9)}*a${n}]`).join('\n')}\nlandscape: [*a9]`,
      /too often|no landscape/,
    ],
  ])('is refused with a sentence: one %s', (_, text, words) => {
    const read = () => landscapePack(Buffer.from(text), 'x', new Date());
    expect(read).toThrow(Refusal);
    expect(read).toThrow(words);
  });
});

describe('an update', () => {
  function aServer(listener: RequestListener): Promise<string> {
    const server = createServer(listener);
    onTestFinished(() => void server.closeAllConnections());
    onTestFinished(() => void server.close());
    return new Promise((resolve) => {
      server.listen(0, '127.0.0.1', () => {
        const { port } = server.address() as AddressInfo;
        resolve(`http://127.0.0.1:${port}/landscape.stackpack`);
      });
    });
  }

  const sum = (bytes: Uint8Array): string =>
    `${createHash('sha256').update(bytes).digest('hex')}  landscape.stackpack\n`;

  async function updating(listener: RequestListener) {
    const application = anApplication(oldFile());
    await application.call('settings:set', { updateAddress: await aServer(listener) });
    return { ...application, update: () => application.call('packs:update', {}) };
  }

  it('is fetched once, and asked for again by its ETag', async () => {
    const pack = writePack(newFile(), 'Newer');
    const asked: (string | undefined)[] = [];
    const { call, update } = await updating((request, response) => {
      if (request.url?.endsWith('.sha256')) return response.end(sum(pack));
      asked.push(request.headers['if-none-match']);
      if (request.headers['if-none-match'] === '"v2"') return response.writeHead(304).end();
      return response.writeHead(200, { etag: '"v2"' }).end(pack);
    });
    expect(await update()).toMatchObject({ state: 'installed', pack: { name: 'Newer' } });
    expect(await call('catalogue:rows', { ids: ['four'] })).toHaveLength(1);
    expect(await update()).toEqual({ state: 'unchanged', pack: null });
    expect(asked).toEqual([undefined, '"v2"']);
  });

  it.each<readonly [string, RequestListener, RegExp]>([
    ['is not there', (_, response) => response.writeHead(404).end(), /answered 404/],
    [
      'has another checksum',
      (request, response) =>
        response.end(
          request.url?.endsWith('.sha256') ? sum(strToU8('else')) : writePack(newFile(), 'N'),
        ),
      /checksum/,
    ],
    [
      'is cut off',
      (_, response) => {
        response.writeHead(200, { 'content-length': '100000' });
        response.write('PK');
        setTimeout(() => response.destroy(), 20);
      },
      /could not be fetched/,
    ],
    [
      'leads elsewhere',
      (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/x' }).end(),
      /could not be fetched/,
    ],
    [
      'says that it is endless',
      (_, response) =>
        void response.writeHead(200, { 'content-length': '99999999999' }).flushHeaders(),
      /larger than any pack/,
    ],
  ])('that %s leaves the old catalogue in place, with a sentence', async (_, listener, words) => {
    const { call, update } = await updating(listener);
    await expect(update()).rejects.toThrow(words);
    expect((await call('packs:list', {})).map(({ id }) => id)).toEqual(['bundled']);
    expect(await call('catalogue:rows', { ids: ['three'] })).toHaveLength(1);
  });

  it('is never fetched from an address that is not https, nor without one', async () => {
    const { call } = anApplication(oldFile());
    await expect(call('packs:update', {})).rejects.toThrow('no update address');
    for (const updateAddress of ['http://example.org/x', 'file:///etc/passwd', 'nonsense']) {
      await call('settings:set', { updateAddress });
      await expect(call('packs:update', {})).rejects.toThrow('https://');
    }
  });
});
