import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aRow, curatedWith, groupsOf, resolveRows } from './builders.ts';

describe('rows that speak of one product', () => {
  it('merges one name at one address, however it is spelt', () => {
    const rows = [
      aRow({ source: 'a', key: '1', name: 'AdRoll', homepage: 'https://www.adroll.com' }),
      aRow({ source: 'b', key: '1', name: 'Ad Roll', homepage: 'http://adroll.com/about' }),
    ];
    expect(groupsOf(resolveRows(rows))).toEqual([['a:1', 'b:1']]);
  });

  it('adds a row without an address to the only product of its name', () => {
    const rows = [
      aRow({ source: 'a', key: '1', name: 'Braze', homepage: 'https://braze.com' }),
      aRow({ source: 'b', key: '1', name: 'Braze Cloud Mode (Actions)' }),
    ];
    const [cluster] = resolveRows(rows).clusters;
    expect(cluster?.members).toHaveLength(2);
    expect(cluster?.members[1]?.why).toContain('no other product has the name');
  });

  it('adds it to the one that serves the same field, where several have the name', () => {
    const rows = [
      aRow({
        source: 'a',
        key: 'links',
        name: 'Branch',
        homepage: 'https://branch.io',
        categories: ['mobile-apps'],
      }),
      aRow({
        source: 'a',
        key: 'wages',
        name: 'Branch',
        homepage: 'https://branchapp.com',
        categories: ['people-talent'],
      }),
      aRow({ source: 'b', key: 'bare', name: 'Branch', categories: ['people-talent'] }),
    ];
    expect(groupsOf(resolveRows(rows))).toEqual([['a:links'], ['a:wages', 'b:bare']]);
  });

  it('keeps one name at two addresses in two fields apart, and says so', () => {
    const rows = [
      aRow({
        source: 'a',
        key: '1',
        name: 'Chorus',
        homepage: 'https://chorus.ai',
        categories: ['sales-enablement'],
      }),
      aRow({
        source: 'b',
        key: '1',
        name: 'Chorus',
        homepage: 'https://voxmedia.com',
        categories: ['cms'],
      }),
    ];
    const { clusters, doubts } = resolveRows(rows);
    expect(clusters).toHaveLength(2);
    expect(doubts.map((doubt) => doubt.verdict)).toContain('kept-apart');
  });

  it('merges names that differ in general words at one address, unless many products share it', () => {
    const rows = [
      aRow({ source: 'a', key: '1', name: 'Amplitude', homepage: 'https://amplitude.com' }),
      aRow({
        source: 'b',
        key: '1',
        name: 'Amplitude Analytics',
        homepage: 'https://amplitude.com',
      }),
      aRow({ source: 'a', key: '2', name: 'Google Ads', homepage: 'https://google.com/ads' }),
      aRow({
        source: 'a',
        key: '3',
        name: 'Google Analytics',
        homepage: 'https://google.com/analytics',
      }),
    ];
    const curated = curatedWith({ vendorDomains: new Map([['google.com', 'Google']]) });
    expect(groupsOf(resolveRows(rows, curated))).toEqual([['a:1', 'b:1'], ['a:2'], ['a:3']]);
  });

  it('follows a curated former name and explains it', () => {
    const rows = [
      aRow({ source: 'a', key: '1', name: 'Brevo', homepage: 'https://brevo.com' }),
      aRow({ source: 'b', key: '1', name: 'Sendinblue', homepage: 'https://sendinblue.com' }),
    ];
    const curated = curatedWith({
      names: [{ name: 'Brevo', alias: 'Sendinblue', kind: 'former', year: '2023' }],
    });
    const { clusters } = resolveRows(rows, curated);
    expect(clusters).toHaveLength(1);
    expect(clusters[0]?.members.map((member) => member.why).join(' ')).toContain(
      'former name of Brevo (until 2023)',
    );
  });

  it('never merges a pair the curated table keeps apart', () => {
    const rows = [
      aRow({ source: 'a', key: '1', name: 'Acme App', homepage: 'https://acme.com' }),
      aRow({ source: 'b', key: '1', name: 'Acme', homepage: 'https://acme.com' }),
    ];
    expect(resolveRows(rows).clusters).toHaveLength(1);
    const curated = curatedWith({
      neverMerge: [{ a: 'Acme', b: 'Acme App', reason: 'two products' }],
    });
    expect(resolveRows(rows, curated).clusters).toHaveLength(2);
  });

  it('puts every row into exactly one product, in whatever order the rows come', () => {
    const arbitraryRow = fc.record({
      name: fc.constantFrom('Alpha', 'Alpha App', 'Beta', 'beta', 'Gamma (Actions)', 'Gamma'),
      homepage: fc.constantFrom(
        '',
        'https://alpha.com',
        'https://alpha.io',
        'https://beta.com',
        'https://other.org/x',
      ),
      categories: fc.subarray(['crm', 'email']),
    });
    fc.assert(
      fc.property(fc.array(arbitraryRow, { maxLength: 12 }), (parts) => {
        const rows = parts.map((part, at) =>
          aRow({ ...part, source: 's', key: String(at).padStart(2, '0') }),
        );
        const groups = groupsOf(resolveRows(rows));
        expect(groups.flat().sort()).toEqual(rows.map((row) => `s:${row.key}`).sort());
        expect(groupsOf(resolveRows([...rows].reverse()))).toEqual(groups);
      }),
    );
  });
});
