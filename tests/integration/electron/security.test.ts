import { statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { contentSecurityPolicy } from '../../../electron/hosts/content-security-policy.ts';
import { paths } from '../../../scripts/catalogue/paths.ts';
import {
  closeDesktopApps,
  startDesktopApp,
  temporaryFolder,
  type DesktopApp,
} from '../../support/desktop-app.ts';
import type { BrowserWindowDouble, WebContentsDouble } from '../../support/electron-double.ts';

let app: DesktopApp;
let window: BrowserWindowDouble;
let contents: WebContentsDouble;

beforeAll(async () => {
  app = await startDesktopApp();
  await app.opened();
  window = app.window();
  contents = window.webContents;
});
beforeEach(() => void app.state.openedExternally.splice(0));
afterAll(closeDesktopApps);

/** A row of a table of tests: some addresses are too long to be read in a report. */
const named = (url: string): [string, string] => [url.slice(0, 60), url];

describe('the window', () => {
  it('runs its page in the sandbox, isolated and without Node', async () => {
    expect(app.app.sandboxed).toBe(true);
    expect(window.options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      allowRunningInsecureContent: false,
      spellcheck: false,
    });
  });

  it('offers developer tools to developers, and to nobody in the package', async () => {
    const toolsOf = (each: DesktopApp) =>
      each.menuItems().filter(({ role }) => role === 'toggleDevTools' || role === 'reload');
    expect(window.options.webPreferences?.devTools).toBe(true);
    expect(toolsOf(app)).toHaveLength(2);

    const resources = temporaryFolder();
    symlinkSync(paths.database, join(resources, 'catalogue.db'));
    Object.defineProperty(process, 'resourcesPath', { value: resources, configurable: true });
    onTestFinished(() => void Reflect.deleteProperty(process, 'resourcesPath'));
    const packaged = await startDesktopApp({ isPackaged: true });
    await packaged.opened();
    expect(packaged.window().options.webPreferences?.devTools).toBe(false);
    expect(toolsOf(packaged)).toEqual([]);
    expect(await packaged.session.requests('devtools://devtools/x.js')).toBe('refused');
  });

  it('loads the application’s own page and shows it once it has drawn', async () => {
    expect(window.options.show).toBe(false);
    expect(contents.getURL()).toBe('app://stackscape/index.html');
    expect(window.visible).toBe(true);
  });
});

// Windows gives the folders of a person to that person alone by itself.
it.skipIf(process.platform === 'win32')('keeps its data folder to its owner', () => {
  expect(statSync(app.dataFolder).mode & 0o777).toBe(0o700);
});

describe('navigation', () => {
  it('opens a link to another site in the system browser and leaves the app in place', async () => {
    expect(contents.clickLink('https://example.com/pricing')).toBe('app://stackscape/index.html');
    expect(app.state.openedExternally).toEqual(['https://example.com/pricing']);
  });

  it('opens no window of its own for window.open', async () => {
    expect(contents.openWindow('https://example.com/')).toBe(false);
    expect(contents.openWindow('app://stackscape/index.html')).toBe(false);
    expect(app.state.windows).toHaveLength(1);
    expect(app.state.openedExternally).toEqual(['https://example.com/']);
  });

  it.each(
    [
      'http://example.com/',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'smb://server/share',
      'ms-msdt:/id',
      'https://user:secret@example.com/',
      'app://stackscape.example.com/index.html',
      'app://elsewhere/index.html',
      'not an address',
      `https://example.com/${'a'.repeat(5000)}`,
    ].map(named),
  )('neither follows nor opens %s', async (_name, url) => {
    expect(contents.clickLink(url)).toBe('app://stackscape/index.html');
    expect(contents.openWindow(url)).toBe(false);
    expect(app.state.openedExternally).toEqual([]);
  });

  it('refuses redirects to elsewhere, frames and webviews', async () => {
    expect(contents.redirect('https://example.com/')).toBe(false);
    expect(contents.navigateFrame('app://stackscape/index.html')).toBe(false);
    expect(contents.attachWebview()).toBe(false);
    expect(app.state.openedExternally).toEqual([]);
  });
});

describe('the session', () => {
  it.each([
    'https://example.com/',
    'http://127.0.0.1:8080/',
    'ws://localhost/',
    'file:///etc/passwd',
    'app://other/x',
    'ftp://example.com/',
    'chrome-extension://abc/x.js',
  ])('refuses a request to %s', async (url) => {
    expect(await app.session.requests(url)).toBe('refused');
    expect(app.log()).toContain(url);
  });

  it('lets the page load its own files and what it made in memory', async () => {
    expect(await app.session.requests('app://stackscape/assets/index.js')).toBe('allowed');
    expect(await app.session.requests('data:image/png;base64,AA==')).toBe('allowed');
    expect(await app.session.requests('blob:app://stackscape/1')).toBe('allowed');
  });

  it('counts refused requests and says so in the about box', async () => {
    const refusals = (): number => {
      app.state.messageAnswers.push(0);
      const about = app.menuItems().find(({ id }) => id === 'help.about');
      about?.click?.(null as never, undefined, {});
      const detail = app.state.dialogs.at(-1)?.options.detail ?? '';
      return Number(/refused since the start: (\d+)/.exec(detail)?.[1]);
    };
    const before = refusals();
    await app.session.requests('https://example.com/');
    await app.session.requests('https://example.com/again');
    await app.session.requests('app://stackscape/index.html');
    expect(refusals()).toBe(before + 2);
  });

  it.each(['fullscreen', 'keyboardLock', 'clipboard-sanitized-write'])(
    'grants %s, which presenting and copying need',
    async (permission) => {
      expect(await app.session.grants(permission)).toBe(true);
    },
  );

  it.each(['geolocation', 'media', 'notifications', 'clipboard-read', 'openExternal', 'usb'])(
    'grants no %s permission',
    async (permission) => {
      expect(await app.session.grants(permission)).toBe(false);
    },
  );

  it('downloads nothing, not even a spelling dictionary', async () => {
    expect(app.session.downloads()).toBe(false);
    expect(app.session.spellChecker).toBe(false);
  });

  it('resolves no host name and switches off what Chromium fetches by itself', async () => {
    expect(app.state.switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND');
    expect([...app.state.switches.keys()]).toEqual(
      expect.arrayContaining(['disable-background-networking', 'disable-component-update']),
    );
    expect(contents.webRtcPolicy).toBe('disable_non_proxied_udp');
  });
});

describe('app://', () => {
  it('is registered as a standard and secure scheme that may not bypass the policy', async () => {
    const privileges = app.state.privilegedSchemes.get('app');
    expect(privileges).toMatchObject({ standard: true, secure: true, supportFetchAPI: true });
    expect(privileges).not.toHaveProperty('bypassCSP');
    expect(privileges).not.toHaveProperty('allowServiceWorkers');
  });

  it('serves every file under the strict policy', async () => {
    const page = await app.session.fetch('app://stackscape/');
    expect(await page.text()).toContain('<title>Stackscape</title>');
    const script = await app.session.fetch('app://stackscape/assets/index.js');
    for (const response of [page, script]) {
      expect(response.status).toBe(200);
      expect(response.headers.get('content-security-policy')).toBe(contentSecurityPolicy);
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    }
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  });

  it.each(
    [
      'app://stackscape/../../secret.txt',
      'app://stackscape/..%2f..%2fsecret.txt',
      'app://stackscape/%2e%2e/%2e%2e/secret.txt',
      'app://stackscape/assets/..%2f..%2f..%2fsecret.txt',
      'app://stackscape/..%5c..%5csecret.txt',
      'app://stackscape/%00',
      'app://stackscape/%',
      'app://stackscape//etc/passwd',
      'app://stackscape/C:%5csecret.txt',
      'app://stackscape/assets',
      'app://stackscape/assets/',
      'app://stackscape/missing.js',
      `app://stackscape/${'a'.repeat(6000)}`,
      'app://elsewhere/index.html',
    ].map(named),
  )('has nothing at %s', async (_name, url) => {
    const response = await app.session.fetch(url);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('Not found.');
  });

  it('answers reading only', async () => {
    const answer = await app.session.fetch('app://stackscape/', { method: 'POST', body: 'x' });
    expect(answer.status).toBe(405);
  });
});
