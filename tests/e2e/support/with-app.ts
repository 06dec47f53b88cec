import { afterAll, afterEach, beforeAll, beforeEach, describe, expect } from 'vitest';
import type { Browser } from 'playwright-core';
import { findChromium, launchChromium } from './chromium.ts';
import { startSession, type Session } from './app.ts';

const chromium = findChromium();
if (chromium === null) {
  console.warn('No Chromium is installed, so the end-to-end tests are skipped.');
}

/**
 * Tests that drive the real application in a real browser, each on a data folder of its own. No
 * request may leave the machine and no error may reach the page's console, in any of them.
 */
export function describeApp(name: string, define: (app: () => Session) => void): void {
  describe.skipIf(chromium === null)(name, () => {
    let browser: Browser;
    let session: Session | null = null;

    beforeAll(async () => {
      if (chromium !== null) browser = await launchChromium(chromium);
    });
    afterAll(() => browser?.close());

    beforeEach(async () => {
      session = await startSession(browser);
    });
    afterEach(async () => {
      const { strayRequests = [], pageErrors = [] } = session ?? {};
      await session?.end();
      session = null;
      expect(strayRequests).toEqual([]);
      expect(pageErrors).toEqual([]);
    });

    define(() => {
      if (!session) throw new Error('The session has not started.');
      return session;
    });
  });
}
