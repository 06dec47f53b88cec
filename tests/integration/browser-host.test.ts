import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { startBrowserHost } from '../../electron/hosts/browser/browser-host.ts';
import type { BrowserHost } from '../../electron/hosts/browser/browser-host.ts';
import { contentSecurityPolicy } from '../../electron/hosts/content-security-policy.ts';
import { openPage, type Page } from '../support/browser-host.ts';
import { realCatalogue } from '../support/catalogue.ts';

let folder: string;
let host: BrowserHost;
let page: Page;
const logged: unknown[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stackscape-host-'));
  const renderer = join(folder, 'renderer');
  mkdirSync(join(renderer, 'assets'), { recursive: true });
  writeFileSync(join(renderer, 'index.html'), '<!doctype html><title>Page</title>');
  writeFileSync(join(renderer, 'assets', 'app.js'), 'export {};');
  writeFileSync(join(renderer, '.hidden.js'), 'secret');
  writeFileSync(join(folder, 'secret.html'), 'secret');
  symlinkSync(join(folder, 'secret.html'), join(renderer, 'link.html'));
  host = await startBrowserHost({
    catalogueFile: realCatalogue(),
    dataFolder: join(folder, 'data'),
    rendererFolder: renderer,
    log: (error) => logged.push(error),
  });
  page = await openPage(host.address);
});

afterAll(async () => {
  await host.close();
  rmSync(folder, { recursive: true, force: true });
  expect(logged).toEqual([]);
});

/** A request with headers and paths that fetch would not send. */
function raw(
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
  body?: string,
): Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port: host.port, path, headers, method, setHost: !('host' in headers) },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString(),
          }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

const aCall = JSON.stringify({ input: {}, requestId: '1' });

describe('the door', () => {
  it('swaps the key of the printed address for a cookie that scripts cannot read', async () => {
    const { pathname, search } = new URL(host.address);
    const answer = await raw(pathname + search);
    expect(answer.status).toBe(303);
    expect(answer.headers['location']).toBe('/');
    const cookie = answer.headers['set-cookie']?.[0] ?? '';
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Strict');
  });

  it('lets one browser in, once, by an address for a command line', async () => {
    const { pathname, search } = new URL(host.addressForOneUse());
    expect(search).not.toBe(new URL(host.address).search);
    const answer = await raw(pathname + search);
    expect(answer.status).toBe(303);
    const cookie = answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
    expect((await raw('/', { cookie })).status).toBe(200);
    expect((await raw(pathname + search)).status).toBe(403);
  });

  it('turns away a wrong key, no key and the cookie of another run', async () => {
    expect((await raw('/?key=wrong')).status).toBe(403);
    expect((await raw('/')).status).toBe(403);
    expect((await raw('/', { cookie: `stackscape-${host.port}=wrong` })).status).toBe(403);
    const call = await raw(
      '/api/app:info',
      { origin: page.origin, 'content-type': 'application/json' },
      'POST',
      aCall,
    );
    expect(call.status).toBe(403);
    expect(JSON.parse(call.text)).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  });

  it.each(['evil.example', 'localhost', '127.0.0.1', '127.0.0.1:1', '127.0.0.1.evil.example'])(
    'turns away the host name %s, whatever it resolves to',
    async (name) => {
      const answer = await raw('/', { ...page.headers, host: name });
      expect(answer.status).toBe(403);
      expect((await raw(`/?${new URL(host.address).search}`, { host: name })).status).toBe(403);
    },
  );

  it.each(['http://evil.example', 'null', 'https://127.0.0.1', undefined])(
    'turns away a call from the origin %s',
    async (origin) => {
      const sent: Record<string, string> = { ...page.headers };
      if (origin === undefined) delete sent['origin'];
      else sent['origin'] = origin;
      expect((await raw('/api/app:info', sent, 'POST', aCall)).status).toBe(403);
    },
  );

  it('refuses calls that a form could make', async () => {
    const headers = { ...page.headers, 'content-type': 'text/plain' };
    expect((await raw('/api/app:info', headers, 'POST', aCall)).status).toBe(415);
    expect((await raw('/api/app:info', page.headers)).status).toBe(405);
  });

  it('listens on the loopback address only', async () => {
    const outside = await new Promise<string>((resolve) => {
      const socket = connect(host.port, '127.0.0.2');
      socket.on('connect', () => resolve('connected'));
      socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? ''));
    });
    expect(outside).toBe('ECONNREFUSED');
  });
});

describe('the page', () => {
  it('is served with the policy of the desktop window', async () => {
    const answer = await raw('/', page.headers);
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('<title>Page</title>');
    expect(answer.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(contentSecurityPolicy).toContain("default-src 'none'");
    const script = await raw('/assets/app.js', page.headers);
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
  });

  it.each([
    '/../secret.html',
    '/%2e%2e/secret.html',
    '/..%2fsecret.html',
    '/assets/../../secret.html',
    '/..%5csecret.html',
    '/%00',
    '/%',
    '/link.html',
    '/.hidden.js',
    '/assets',
    '/assets/nothing.js',
    '//secret.html',
    'http://127.0.0.1/secret.html',
  ])('gives nothing away for %s', async (path) => {
    const answer = await raw(path, page.headers);
    expect([400, 404]).toContain(answer.status);
    expect(answer.text).not.toContain('secret');
  });

  it('is only read', async () => {
    expect((await raw('/', page.headers, 'DELETE')).status).toBe(405);
    expect(await raw('/', page.headers, 'HEAD')).toMatchObject({ status: 200, text: '' });
  });
});

describe('calls', () => {
  it('answer with results, refusals included', async () => {
    expect(await page.call('app:info', {})).toMatchObject({ ok: true, value: { host: 'browser' } });
    expect(await page.call('stacks:get', { id: 'none' })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
    const unknown = await raw('/api/__proto__', page.headers, 'POST', aCall);
    expect(JSON.parse(unknown.text)).toMatchObject({ error: { code: 'invalid-input' } });
  });

  it.each(['', '{', 'null', '[]', '"text"'])('refuse the body %j', async (body) => {
    const answer = await raw('/api/stacks:create', page.headers, 'POST', body);
    expect(JSON.parse(answer.text)).toMatchObject({
      ok: false,
      error: { code: 'invalid-input' },
    });
  });

  it('refuse 40 MB with a value, and go on answering', async () => {
    const body = JSON.stringify({ input: { name: 'x'.repeat(40 * 1024 * 1024) }, requestId: '1' });
    const answer = await raw('/api/stacks:create', page.headers, 'POST', body);
    expect(JSON.parse(answer.text)).toMatchObject({ ok: false, error: { code: 'too-large' } });
    expect((await page.call('stacks:list', {})).ok).toBe(true);
  });

  it('live on when the page goes away in the middle', async () => {
    await new Promise<void>((resolve) => {
      const socket = connect(host.port, '127.0.0.1', () => {
        socket.write(
          `POST /api/stacks:list HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nOrigin: ${page.origin}\r\n` +
            `Cookie: ${page.headers['cookie']}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{`,
          () => socket.destroy(),
        );
      });
      socket.on('close', () => resolve());
    });
    expect((await page.call('stacks:list', {})).ok).toBe(true);
  });
});

describe('events', () => {
  const listen = (headers: Record<string, string>): WebSocket =>
    new WebSocket(`ws://127.0.0.1:${host.port}/events`, { headers });

  it('reach an open page', async () => {
    const { cookie = '', origin = '' } = page.headers;
    const socket = listen({ cookie, origin });
    await new Promise((resolve, reject) => socket.on('open', resolve).on('error', reject));
    const heard: unknown[] = [];
    const both = new Promise<void>((resolve) =>
      socket.on('message', (data) => {
        if (heard.push(JSON.parse(String(data))) === 2) resolve();
      }),
    );
    const made = await page.call('stacks:create', { name: 'Heard' });
    if (!made.ok) throw new Error(made.error.message);
    await page.call('stacks:apply', {
      stackId: made.value.stack.id,
      command: { type: 'rename-lane', laneId: 'lane-data', title: 'Numbers' },
    });
    await both;
    expect(heard).toMatchObject([
      { event: 'stacks:changed', payload: {} },
      { event: 'stack:changed', payload: { stackId: made.value.stack.id, revision: 1 } },
    ]);
    socket.terminate();
  });

  it('stay closed to other origins, to strangers and on other paths', async () => {
    const { cookie = '', origin = '' } = page.headers;
    const attempts = [
      listen({ cookie, origin: 'http://evil.example' }),
      listen({ cookie }),
      listen({ origin }),
      new WebSocket(`ws://127.0.0.1:${host.port}/other`, { headers: { cookie, origin } }),
    ];
    const outcomes = attempts.map(
      (socket) =>
        new Promise((resolve) =>
          socket.on('open', () => resolve('open')).on('error', (error) => resolve(error.message)),
        ),
    );
    for (const outcome of await Promise.all(outcomes)) expect(outcome).toContain('403');
  });
});

it('says so when its port is taken', async () => {
  const second = startBrowserHost({
    catalogueFile: realCatalogue(),
    dataFolder: join(folder, 'second'),
    rendererFolder: folder,
    port: host.port,
  });
  await expect(second).rejects.toMatchObject({ code: 'conflict' });
});
