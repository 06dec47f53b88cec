import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { WebSocket } from 'ws';
import { startBrowserHost } from '../../electron/hosts/browser/browser-host.ts';
import { openPage } from '../support/browser-host.ts';
import { realCatalogue } from '../support/catalogue.ts';
import { closeDesktopApps, startDesktopApp } from '../support/desktop-app.ts';
import { tempFolder } from '../support/temp-folder.ts';

afterEach(closeDesktopApps);

/** The largest picture there is, which takes seconds to draw. */
const poster = { format: 'png', scale: 8 } as const;

/** The thread that draws the next picture, and whether it ends with one. */
function nextDrawing() {
  return new Promise<{ readonly hasPicture: Promise<boolean> }>((resolve) =>
    process.once('worker', (worker: Worker) => {
      const hasPicture = new Promise<boolean>((settle) => {
        worker.once('message', () => settle(true));
        worker.once('exit', () => settle(false));
      });
      resolve({ hasPicture });
    }),
  );
}

describe('a picture that the page of the browser host has asked for', () => {
  async function aPage() {
    const folder = tempFolder();
    const logged: unknown[] = [];
    const host = await startBrowserHost({
      catalogueFile: realCatalogue(),
      dataFolder: join(folder, 'data'),
      rendererFolder: folder,
      log: (error) => logged.push(error),
    });
    onTestFinished(() => host.close());
    const { headers, origin } = await openPage(host.address);
    const { cookie = '' } = headers;
    const socket = new WebSocket(`ws://127.0.0.1:${host.port}/events`, {
      headers: { cookie, origin },
    });
    onTestFinished(() => socket.terminate());
    await new Promise((resolve, reject) => socket.on('open', resolve).on('error', reject));
    const heard: unknown[] = [];
    socket.on('message', (data) => heard.push(JSON.parse(String(data))));
    const ask = (signal: AbortSignal) =>
      fetch(`${origin}/api/exchange:export-map`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ input: poster, requestId: 'the poster' }),
        signal,
      });
    return { ask, heard, logged };
  }

  it('tells of its progress, and is given up when the page closes the request', async () => {
    const { ask, heard, logged } = await aPage();
    const drawing = nextDrawing();
    const controller = new AbortController();
    const answer = expect(ask(controller.signal)).rejects.toMatchObject({ name: 'AbortError' });
    const { hasPicture } = await drawing;
    await vi.waitFor(() =>
      expect(heard).toEqual([
        {
          event: 'progress',
          payload: { requestId: 'the poster', message: 'Drawing the map', fraction: null },
        },
      ]),
    );
    controller.abort();
    await answer;
    expect(await hasPicture).toBe(false);
    expect(logged).toEqual([]);
  });
});

describe('a picture that the page of the desktop window has asked for', () => {
  async function aDrawing() {
    const app = await startDesktopApp();
    await app.opened();
    const bridge = await app.bridge();
    const heard: unknown[] = [];
    bridge.on('progress', (payload) => heard.push(payload));
    const drawing = nextDrawing();
    const answer = bridge.call('exchange:export-map', poster, 'the poster');
    return { app, bridge, heard, answer, ...(await drawing) };
  }
  const cancelled = { ok: false, error: { code: 'cancelled' } };

  it('tells of its progress, and is given up when the page cancels', async () => {
    const { bridge, heard, answer, hasPicture } = await aDrawing();
    expect(heard).toEqual([
      { requestId: 'the poster', message: 'Drawing the map', fraction: null },
    ]);
    bridge.cancel('another');
    bridge.cancel('the poster');
    expect(await answer).toMatchObject(cancelled);
    expect(await hasPicture).toBe(false);
  });

  it('is given up when the page is loaded again', async () => {
    const { app, answer, hasPicture } = await aDrawing();
    const again = { isMainFrame: true, isSameDocument: false };
    app.window().webContents.emit('did-start-navigation', again);
    expect(await answer).toMatchObject(cancelled);
    expect(await hasPicture).toBe(false);
  });
});
