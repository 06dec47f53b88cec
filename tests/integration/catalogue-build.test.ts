import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BuildResult } from '../../scripts/catalogue/build.ts';
import { buildCatalogue, catalogueFingerprint } from '../../scripts/catalogue/build.ts';

let folder: string;
let built: BuildResult;
let db: Database.Database;
const progress: string[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'catalogue-'));
  built = buildCatalogue({
    out: join(folder, 'one', 'catalogue.db'),
    onProgress: (line) => progress.push(line),
  });
  db = new Database(built.file, { readonly: true });
});

afterAll(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

const count = (sql: string): number => db.prepare(sql).pluck().get() as number;
const idsNamed = (name: string): string[] =>
  db
    .prepare<[string, string]>(
      `SELECT id FROM product WHERE name = ?
       UNION SELECT p.id FROM product p JOIN product_alias a ON a.product = p.rowid WHERE a.alias = ? ORDER BY 1`,
    )
    .pluck()
    .all(name, name) as string[];

describe('the built catalogue', () => {
  it('is the same byte for byte when built again', () => {
    const again = buildCatalogue({ out: join(folder, 'two', 'catalogue.db') });
    expect(readFileSync(again.file).equals(readFileSync(built.file))).toBe(true);
    expect(readFileSync(again.report, 'utf8')).toBe(readFileSync(built.report, 'utf8'));
  });

  it('leaves no draft beside the file and tells its progress', () => {
    expect(readdirSync(join(folder, 'one')).sort()).toEqual(['catalogue.db', 'report.md']);
    expect(progress.length).toBeGreaterThan(3);
  });

  it('carries the fingerprint of what it was built from', () => {
    expect(db.prepare("SELECT value FROM meta WHERE key = 'fingerprint'").pluck().get()).toBe(
      catalogueFingerprint(),
    );
    expect(catalogueFingerprint(['zapier'])).not.toBe(catalogueFingerprint());
  });

  it('holds at least 8,000 products, each in a category of the taxonomy, the primary one first', () => {
    expect(count('SELECT count(*) FROM product')).toBeGreaterThanOrEqual(8000);
    expect(count('SELECT count(*) FROM category')).toBe(56);
    expect(
      count(
        `SELECT count(*) FROM product p WHERE NOT EXISTS
          (SELECT 1 FROM product_category c WHERE c.product = p.rowid AND c.position = 0 AND c.category_id = p.category_id)`,
      ),
    ).toBe(0);
    expect(
      count('SELECT count(*) FROM (SELECT category_id FROM product_category GROUP BY 1)'),
    ).toBeGreaterThan(50);
  });

  it('gives every integration evidence at a public address', () => {
    expect(count('SELECT count(*) FROM integration')).toBeGreaterThan(10_000);
    expect(
      count(
        'SELECT count(*) FROM integration WHERE rowid NOT IN (SELECT integration FROM evidence)',
      ),
    ).toBe(0);
    expect(count("SELECT count(*) FROM evidence WHERE url NOT LIKE 'https://%'")).toBe(0);
  });

  it('keeps every reference whole', () => {
    expect(db.pragma('foreign_key_check')).toEqual([]);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  });

  it('has no product twice under one domain and name', () => {
    expect(
      count(
        'SELECT count(*) FROM (SELECT 1 FROM product WHERE domain IS NOT NULL GROUP BY domain, sort_name HAVING count(*) > 1)',
      ),
    ).toBe(0);
  });

  it('says why each row belongs to its product', () => {
    expect(
      count("SELECT count(*) FROM product_source WHERE why = '' OR strength <= 0 OR strength > 1"),
    ).toBe(0);
    expect(
      count('SELECT count(*) FROM product WHERE rowid NOT IN (SELECT product FROM product_source)'),
    ).toBe(0);
  });

  it('names the licence and revision of every source', () => {
    expect(
      count(
        "SELECT count(*) FROM source WHERE licence = '' OR snapshot_date NOT GLOB '????-??-??'",
      ),
    ).toBe(0);
    // What its maintainers know stands nowhere else.
    expect(db.prepare("SELECT id FROM source WHERE url = ''").pluck().all()).toEqual([
      'maintainers',
    ]);
  });

  it.each([
    ['Sendinblue', 'brevo'],
    ['Facebook Ads', 'meta-ads'],
    ['Google Analytics 4', 'google-analytics'],
    ['Universal Analytics', 'google-analytics'],
    ['Google AdWords', 'google-ads'],
    ['Autopilot', 'ortto'],
    ['Emarsys', 'sap-emarsys'],
    ['Pardot', 'marketing-cloud-account-engagement'],
    ['ExactTarget', 'salesforce-marketing-cloud'],
    ['Google Data Studio', 'looker-studio'],
    ['Twitter', 'x'],
    ['Omniture', 'adobe-analytics'],
    ['SiteCatalyst', 'adobe-analytics'],
    ['Magento', 'adobe-commerce'],
    ['Eloqua', 'oracle-eloqua'],
    ['DoubleClick for Publishers', 'google-ad-manager'],
    ['DoubleClick Campaign Manager', 'campaign-manager-360'],
    ['ConvertKit', 'kit'],
    ['Infusionsoft', 'keap'],
    ['Marketo', 'adobe-marketo-engage'],
  ])('knows %s as %s and as no other product', (name, id) => {
    expect(idsNamed(name)).toEqual([id]);
  });

  it.each([
    ['Segment', 'Segmentify'],
    ['Drip', 'Dropbox'],
    ['Front', 'Frontify'],
    ['Iterable', 'Iterate'],
    ['Google Ads', 'Google Analytics'],
    ['Google Tag Manager', 'Google Ad Manager'],
    ['Google Ads', 'Google Ad Manager'],
    ['Salesforce', 'Salesforce Marketing Cloud'],
    ['Salesforce Commerce Cloud', 'Salesforce Marketing Cloud'],
    ['Salesforce', 'Salesforce Service Cloud'],
    ['Zendesk', 'Zendesk Chat'],
    ['Amplitude', 'Airtable'],
  ])('keeps %s and %s apart', (a, b) => {
    expect(idsNamed(a)).toHaveLength(1);
    expect(idsNamed(b)).toHaveLength(1);
    expect(idsNamed(a)).not.toEqual(idsNamed(b));
  });

  it.each([
    'hubspot',
    'salesforce',
    'google-analytics',
    'segment',
    'brevo',
    'mailchimp',
    'shopify',
    'snowflake',
    'zapier',
    'slack',
    'stripe',
    'branch',
    'front',
    'keap',
  ])('has %s under its plain id, with a homepage', (id) => {
    expect(db.prepare('SELECT homepage FROM product WHERE id = ?').pluck().get(id)).toMatch(
      /^https:\/\//u,
    );
  });

  it('merges the variants of a connector into their product', () => {
    const names = db
      .prepare(
        "SELECT name FROM product WHERE name LIKE '%(Actions)%' OR name LIKE '% Trigger' OR name LIKE '%Cloud Mode%' OR name LIKE '%Cohort sync%'",
      )
      .pluck()
      .all();
    expect(names).toEqual([]);
  });

  it('marks as discontinued what its maker has ended', () => {
    expect(
      db.prepare("SELECT status FROM product WHERE id = 'google-optimize'").pluck().get(),
    ).toBe('discontinued');
  });

  it.each([
    ['mailchimp-for-woocommerce', ['mailchimp', 'woocommerce']],
    ['yoast-seo-for-shopify', ['shopify', 'yoast-seo']],
  ])('relates the extension %s to its product and its platform', (id, ends) => {
    const found = db
      .prepare(
        `SELECT b.id FROM integration i JOIN product a ON a.rowid = i.from_product
         JOIN product b ON b.rowid = i.to_product WHERE a.id = ? AND i.kind = 'plugin' ORDER BY 1`,
      )
      .pluck()
      .all(id);
    expect(db.prepare('SELECT kind FROM product WHERE id = ?').pluck().get(id)).toBe('extension');
    expect(found).toEqual(expect.arrayContaining(ends));
  });

  it('gives HubSpot its icon', () => {
    expect(db.prepare("SELECT icon FROM product WHERE id = 'hubspot'").pluck().get()).toBe(
      'hubspot',
    );
  });
});

describe('a catalogue without some sources', () => {
  it('is built and sound, and does not name them', () => {
    const result = buildCatalogue({
      out: join(folder, 'less', 'catalogue.db'),
      without: ['zapier', 'simple-icons'],
    });
    const less = new Database(result.file, { readonly: true });
    try {
      expect(
        less
          .prepare("SELECT count(*) FROM source WHERE id IN ('zapier', 'simple-icons')")
          .pluck()
          .get(),
      ).toBe(0);
      expect(less.prepare('SELECT count(*) FROM product').pluck().get()).toBeGreaterThan(5000);
      expect(less.prepare('SELECT count(*) FROM icon').pluck().get()).toBe(0);
    } finally {
      less.close();
    }
  });

  it('is refused for a source that does not exist', () => {
    expect(() => buildCatalogue({ out: join(folder, 'none.db'), without: ['zapierr'] })).toThrow(
      'zapierr',
    );
    expect(readdirSync(folder)).not.toContain('none.db');
  });
});
