import { execFile } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { createCatalogueServices } from '../../electron/services/create-services.ts';
import { createRouter } from '../../electron/hosts/router.ts';
import type { FinderMatch } from '../../shared/finder/match.ts';
import { MatchOutput } from '../../shared/finder/match.ts';
import { MOST_SIGHTINGS } from '../../shared/finder/sightings.ts';
import { unwrap } from '../../shared/result.ts';
import { callContext } from '../support/call-context.ts';
import { realCatalogue } from '../support/catalogue.ts';
import { tempFolder } from '../support/temp-folder.ts';

const services = createCatalogueServices(realCatalogue());
afterAll(() => services.close());
const router = createRouter(services.handlers, (error) => {
  throw error;
});

type Kind = 'domain' | 'name';
const ask = (sightings: readonly { kind: Kind; value: string }[], context = callContext()) =>
  router.call('finder:match', { sightings }, context);

async function match(kind: Kind, value: string): Promise<FinderMatch> {
  const { matches } = MatchOutput.parse(unwrap(await ask([{ kind, value }])));
  return matches[0]!;
}

describe('whose host it is', () => {
  it.each([
    ['app.hubspot.com', 'hubspot'],
    ['js.hs-scripts.com', 'hubspot'],
    ['cdn.segment.com', 'segment'],
    ['www.google-analytics.com', 'google-analytics'],
    ['munchkin.marketo.net', 'adobe-marketo-engage'],
    ['js.intercomcdn.com', 'intercom'],
  ])('is sure for %s', async (host, product) => {
    expect(await match('domain', host)).toMatchObject({ certainty: 'sure', product });
  });

  it.each([
    ['zoho.com', /products are at zoho\.com/],
    ['cdn.amplitude.io', /its site is elsewhere/],
    ['somebody.github.io', /customers’ pages/],
  ])('is doubtful for %s, and the reason says why', async (host, reason) => {
    const found = await match('domain', host);
    expect(found).toMatchObject({ certainty: 'doubtful', reason: expect.stringMatching(reason) });
    expect(found.product).not.toBeNull();
  });

  it.each(['www.a-shop-nobody-knows.de', '127.0.0.1', 'localhost', '__proto__', '..', '[::1]'])(
    'is unknown for %s',
    async (host) => {
      expect(await match('domain', host)).toMatchObject({ certainty: 'unknown', product: null });
    },
  );

  it('is not guessed from the company where hosts only deliver files', async () => {
    expect((await match('domain', 'fonts.googleapis.com')).certainty).not.toBe('sure');
  });
});

describe('which product a name means', () => {
  it.each([
    ['HubSpot', 'hubspot'],
    ['HUBSPOT, INC.', 'hubspot'],
    ['Universal Analytics', 'google-analytics'],
    ['Zendesk GmbH', 'zendesk'],
  ])('is sure for %s', async (name, product) => {
    expect(await match('name', name)).toMatchObject({ certainty: 'sure', product });
  });

  it.each([
    ['Slack Technologies', 'slack'],
    ['MAILCHIMP *MISC 4411', 'mailchimp'],
  ])('is doubtful for %s', async (name, product) => {
    expect(await match('name', name)).toMatchObject({ certainty: 'doubtful', product });
  });

  it.each(['Payroll', 'Delta Airlines', '*', '!!!', '\u202eevil', 'a'.repeat(253)])(
    'is unknown for %s',
    async (name) => {
      expect(await match('name', name)).toMatchObject({ certainty: 'unknown', product: null });
    },
  );
});

describe('matching a whole inventory', () => {
  it('answers in the order asked and names every product once', async () => {
    const values = ['HubSpot', 'no such tool', 'Segment', 'HubSpot Inc'];
    const { matches, products } = MatchOutput.parse(
      unwrap(await ask(values.map((value) => ({ kind: 'name', value })))),
    );
    expect(matches.map(({ product }) => product)).toEqual(['hubspot', null, 'segment', 'hubspot']);
    expect(new Set(products.map(({ id }) => id)).size).toBe(products.length);
  });

  it('stops soon when the caller cancels', async () => {
    const controller = new AbortController();
    const names = Array.from({ length: MOST_SIGHTINGS }, (_, at) => ({
      kind: 'name' as const,
      value: `Some payee number ${at}`,
    }));
    const started = performance.now();
    const result = ask(names, {
      signal: controller.signal,
      progress: () => controller.abort(),
    });
    expect(await result).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(performance.now() - started).toBeLessThan(3000);
  });

  it('refuses more than any inventory has', async () => {
    const tooMany = Array.from({ length: MOST_SIGHTINGS + 1 }, () => ({
      kind: 'name' as const,
      value: 'x',
    }));
    expect(await ask(tooMany)).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  });
});

const main = fileURLToPath(new URL('../../electron/hosts/cli/main.ts', import.meta.url));

function find(folder: string, ...parameters: string[]) {
  return new Promise<{ status: number; stdout: string; stderr: string }>((resolve) => {
    const child = execFile(
      process.execPath,
      [main, 'find', ...parameters, '--catalogue', realCatalogue()],
      { env: { ...process.env, STACKSCAPE_DATA: join(folder, 'data'), NO_COLOR: '1' } },
      (_error, stdout, stderr) => resolve({ status: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}

describe('the command find', () => {
  it('lists what a HAR file and a spend ledger show together, without a user-data folder', async () => {
    const folder = tempFolder();
    const har = join(folder, 'visit.har');
    const ledger = join(folder, 'ledger.csv');
    const urls = [
      'https://cdn.segment.com/a.js?mail=ann@example.com',
      'https://js.hs-scripts.com/1',
    ];
    writeFileSync(
      har,
      JSON.stringify({ log: { entries: urls.map((url) => ({ request: { url } })) } }),
    );
    writeFileSync(ledger, 'Merchant;Amount\nHUBSPOT INC;10\nZendesk;5\n"Corner Café";3\n');
    const { status, stdout } = await find(folder, har, ledger, '--json');
    expect(status).toBe(0);
    expect(stdout).not.toContain('ann@example.com');
    const answer = JSON.parse(stdout) as {
      found: { product: string; seenBy: string[] }[];
      unknown: { value: string }[];
      unseen: { seen: number; assumptions: string[] };
    };
    expect(answer.found.map(({ product, seenBy }) => [product, seenBy])).toEqual([
      ['hubspot', ['visit.har', 'ledger.csv']],
      ['segment', ['visit.har']],
      ['zendesk', ['ledger.csv']],
    ]);
    expect(answer.unknown.map(({ value }) => value)).toEqual(['Corner Café']);
    expect(answer.unseen.seen).toBe(3);
    expect(answer.unseen.assumptions.length).toBeGreaterThan(2);
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });

  it.each([
    ['empty.har', '', /empty\.har: The file is empty/],
    ['cut.har', '{"log":{"entries":[', /cut off or damaged/],
    ['picture.png', '\x89PNG\0\0', /binary file/],
  ])('refuses %s with its name and a sentence', async (name, content, sentence) => {
    const folder = tempFolder();
    writeFileSync(join(folder, name), content);
    const { status, stdout, stderr } = await find(folder, join(folder, name));
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(sentence);
  });

  it('cannot be made to rewrite the terminal by a name in a file', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'list.csv'), 'App\nEvil\u202etxt\nHubSpot\n');
    const { status, stdout } = await find(folder, join(folder, 'list.csv'));
    expect(status).toBe(0);
    expect(stdout).toContain('Evil\ufffdtxt');
    expect(stdout).not.toContain('\u202e');
  });
});
