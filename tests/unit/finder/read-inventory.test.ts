import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readInventory } from '../../../shared/finder/read-inventory.ts';
import { unwrap } from '../../../shared/result.ts';

function valuesIn(text: string): string[] {
  return unwrap(readInventory(text)).sightings.map(({ value }) => value);
}

const har = (...urls: string[]): string =>
  JSON.stringify({ log: { version: '1.2', entries: urls.map((url) => ({ request: { url } })) } });

describe('an inventory', () => {
  it('lists the hosts of an HTTP archive once each, and keeps no query', () => {
    const inventory = unwrap(
      readInventory(
        har(
          'https://cdn.segment.com/analytics.js?user=ann@example.com',
          'https://cdn.segment.com/v1/projects',
          'data:text/plain,hello',
          'chrome-extension://abc/script.js',
        ),
      ),
    );
    expect(inventory.kind).toBe('har');
    expect(inventory.sightings).toEqual([
      {
        kind: 'domain',
        value: 'cdn.segment.com',
        evidence: ['https://cdn.segment.com/analytics.js', 'https://cdn.segment.com/v1/projects'],
        count: 2,
      },
    ]);
  });

  it('takes from a saved page what it loads and what its scripts name, not where it links to', () => {
    const page = `<!doctype html><html><head>
      <script async src="//js.hs-scripts.com/123.js"></script>
      <script>s.src='https://static.hotjar.com/c/hotjar.js'</script></head>
      <body><a href="https://example.org/partner">partner</a></body></html>`;
    expect(valuesIn(page)).toEqual(['js.hs-scripts.com', 'static.hotjar.com']);
  });

  it('names the products behind the tags of a container export', () => {
    const container = JSON.stringify({
      exportFormatVersion: 2,
      containerVersion: {
        tag: [
          { name: 'GA4', type: 'gaawe' },
          {
            name: 'Pixel',
            type: 'html',
            parameter: [{ key: 'html', value: '<script src="https://connect.facebook.net/x.js">' }],
          },
        ],
        customTemplate: [{ name: 'Klaviyo' }],
      },
    });
    expect(valuesIn(container)).toEqual([
      'Google Tag Manager',
      'Google Analytics',
      'connect.facebook.net',
      'Klaviyo',
    ]);
  });

  it.each([
    ['a single sign-on list', 'Application Name,Users\nHubSpot,12\nSlack,40', ['HubSpot', 'Slack']],
    [
      'a spend ledger with semicolons',
      'Datum;Supplier;Betrag\n1.2.;Mailchimp;99,00',
      ['Mailchimp'],
    ],
    [
      'a plain list',
      'HubSpot\nsegment.com\nhttps://www.braze.com/pricing',
      ['HubSpot', 'segment.com', 'www.braze.com'],
    ],
    ['addresses without names', 'Website\nhttps://klaviyo.com\n', ['klaviyo.com']],
  ])('reads %s', (_what, text, values) => {
    expect(valuesIn(text)).toEqual(values);
  });

  it.each([
    ['', 'The file is empty.'],
    ['{"log": {"entries": [', 'The file looks like JSON but is cut off or damaged.'],
    ['{"a": 1}', 'This is JSON, but not an HTTP archive: it has no log of requests.'],
    [
      'PK\u0003\u0004\u0000\u0000',
      'This is a binary file; save the list as CSV, HAR or HTML first.',
    ],
  ])('refuses %o with a sentence', (text, message) => {
    expect(readInventory(text)).toMatchObject({ ok: false, error: { message } });
  });

  it('answers for any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
        expect(readInventory(text)).toHaveProperty('ok');
      }),
    );
  });
});
