import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';

const root = join(import.meta.dirname, '..', '..', '..');
const STARTED_WITHIN_MS = 60_000;

/** The application's process, as `npm start` would run it, on a data folder of its own. */
export interface RunningHost {
  readonly address: string;
  readonly pid: number;
  /** As a person closing it. */
  stop(): Promise<void>;
  /** As a power cut: SIGKILL, no chance to tidy up. */
  kill(): Promise<void>;
}

async function addressOf(host: ChildProcess): Promise<string> {
  let output = '';
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`The host printed no address:\n${output}`)),
      STARTED_WITHIN_MS,
    );
    const read = (chunk: Buffer): void => {
      output += String(chunk);
      const address = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(output)?.[0];
      if (!address) return;
      clearTimeout(timer);
      resolve(address);
    };
    host.stdout?.on('data', read);
    host.stderr?.on('data', read);
    host.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`The host stopped with ${code}:\n${output}`));
    });
  });
}

export async function startHost(dataFolder: string): Promise<RunningHost> {
  const host = spawn(
    process.execPath,
    ['scripts/start.ts', '--browser', '--no-open', '--data', dataFolder],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const address = await addressOf(host);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (host.exitCode !== null || host.signalCode !== null) return;
    const exited = once(host, 'exit');
    host.kill(signal);
    await exited;
  };
  return {
    address,
    pid: host.pid ?? 0,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}

/** One person's session: a data folder, the application and a window on it. */
export interface Session {
  readonly dataFolder: string;
  page: Page;
  host: RunningHost;
  /** Requests to anything but the application itself, and errors on the page: none are expected. */
  readonly strayRequests: string[];
  readonly pageErrors: string[];
  /**
   * Closes the window and the application, then starts both again on the same data.
   * @param between what happens to the data while nothing runs
   */
  reopen(how?: 'stop' | 'kill', between?: () => void): Promise<void>;
  end(): Promise<void>;
}

interface SessionOptions {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
  readonly dataFolder?: string;
}

export async function startSession(
  browser: Browser,
  { viewport = { width: 1280, height: 800 }, colorScheme = 'light', ...rest }: SessionOptions = {},
): Promise<Session> {
  const dataFolder = rest.dataFolder ?? mkdtempSync(join(tmpdir(), 'stackscape-e2e-'));
  const strayRequests: string[] = [];
  const pageErrors: string[] = [];
  let context: BrowserContext;

  async function open(): Promise<{ host: RunningHost; page: Page }> {
    const host = await startHost(dataFolder);
    const { host: own } = new URL(host.address);
    context = await browser.newContext({ viewport, colorScheme, acceptDownloads: true });
    // A step that takes longer has failed; the default of half a minute only hides which.
    context.setDefaultTimeout(8000);
    context.on('request', (request) => {
      const url = new URL(request.url());
      const isLocal = url.protocol === 'data:' || url.protocol === 'blob:' || url.host === own;
      if (!isLocal) strayRequests.push(request.url());
    });
    const page = await context.newPage();
    // Playwright catches file choosers only while somebody listens, and begins to a moment later.
    page.on('filechooser', () => {});
    page.on('pageerror', (error) => pageErrors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') pageErrors.push(message.text());
    });
    await page.goto(host.address);
    await page.getByRole('navigation', { name: 'Screens' }).waitFor();
    return { host, page };
  }

  const session: Session = {
    dataFolder,
    strayRequests,
    pageErrors,
    ...(await open()),
    async reopen(how = 'stop', between) {
      // A killed host takes its page's calls with it; what the page then says is no surprise.
      await context.close();
      await session.host[how]();
      between?.();
      Object.assign(session, await open());
    },
    async end() {
      await context.close();
      await session.host.stop();
      if (!rest.dataFolder) rmSync(dataFolder, { recursive: true, force: true });
    },
  };
  return session;
}
