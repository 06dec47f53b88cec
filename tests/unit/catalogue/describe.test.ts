import { describe, expect, it } from 'vitest';
import {
  chooseHomepage,
  collectAliases,
  collectFacts,
  countClaims,
} from '../../../scripts/catalogue/describe.ts';
import type { FactRow } from '../../../scripts/catalogue/read-facts.ts';
import { aRow, curatedWith, resolveRows } from './builders.ts';

const membersOf = (...rows: readonly FactRow[]) => resolveRows(rows).clusters[0]!.members;

describe('what is told about a product', () => {
  it('names each other name by itself where a source joins several with a bar', () => {
    const members = membersOf(
      aRow({ name: 'Amazon S3', attrs: { variants: 'AWS S3|S3 Avro|S3 Parquet' } }),
    );
    const aliases = collectAliases(members, 'Amazon S3', null, curatedWith());
    expect(aliases.map(({ alias }) => alias)).toEqual(['AWS S3', 'S3 Avro', 'S3 Parquet']);
  });

  it('keeps whoever published a tag template, a connector and an app apart', () => {
    const members = membersOf(
      ...['google-tag-manager-templates', 'powerplatform', 'shopify-app-store'].map((source) =>
        aRow({ source, name: 'HubSpot', attrs: { publisher: `${source} people` } }),
      ),
    );
    expect(collectFacts(members)).toEqual([
      { key: 'appPublisher', value: 'shopify-app-store people', source: 'shopify-app-store' },
      { key: 'connectorPublisher', value: 'powerplatform people', source: 'powerplatform' },
      {
        key: 'templatePublisher',
        value: 'google-tag-manager-templates people',
        source: 'google-tag-manager-templates',
      },
    ]);
  });
});

describe('the homepage where no source states one', () => {
  const listed = (name: string, policy: string): FactRow =>
    aRow({ source: 'iab-tcf', name, attrs: { privacyPolicy: policy } });
  const pageOf = (rows: readonly FactRow[], name: string) => {
    const { clusters } = resolveRows(rows);
    const { members } = clusters.find((cluster) => cluster.members[0]!.row.name === name)!;
    return chooseHomepage(members, name, curatedWith(), countClaims(clusters)).homepage;
  };
  const own = listed('Bizzclick', 'https://blasto.example/privacy');

  it('is where the policy in the consent list lives, if that is nobody else’s', () => {
    expect(pageOf([own], 'Bizzclick')).toBe('https://blasto.example');
  });

  it('stays unknown where another product has to do with that domain', () => {
    const buyer = aRow({ name: 'Blasto', homepage: 'https://blasto.example' });
    expect(pageOf([own, buyer], 'Bizzclick')).toBeNull();
    expect(pageOf([own, listed('Other', 'https://blasto.example/b')], 'Bizzclick')).toBeNull();
  });
});
