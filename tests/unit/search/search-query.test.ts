import { describe, expect, it } from 'vitest';
import { parseSearchQuery } from '../../../shared/search/search-query.ts';

describe('reading what was typed', () => {
  it('folds, squashes and splits it', () => {
    expect(parseSearchQuery('  Hub  Spot CRM ')).toMatchObject({
      text: 'hub spot crm',
      squashed: 'hubspotcrm',
      hosts: [],
    });
  });

  it('takes each word once, the longest first', () => {
    expect(parseSearchQuery('ads google ads')!.words).toEqual(['google', 'ads']);
  });

  it.each(['hubspot.com', 'www.hubspot.com', 'https://www.hubspot.com/pricing?a=1#b'])(
    'knows the host of %s',
    (address) => {
      expect(parseSearchQuery(address)!.hosts).toEqual(['hubspot com']);
    },
  );

  it('offers the parent domains of a host, but never the top-level domain alone', () => {
    expect(parseSearchQuery('app.hubspot.co.uk')!.hosts).toEqual([
      'app hubspot co uk',
      'hubspot co uk',
      'co uk',
    ]);
  });

  it('takes no sentence with a full stop for an address', () => {
    expect(parseSearchQuery('send mail. fast')!.hosts).toEqual([]);
  });

  it.each(['', '   ', '+++', '🎉', '"*" - \u202e'])('finds nothing to compare in %j', (text) => {
    expect(parseSearchQuery(text)).toBeNull();
  });

  it('keeps a query of any length short', () => {
    const query = parseSearchQuery('word '.repeat(100) + 'x'.repeat(500))!;
    expect(query.text.length).toBeLessThanOrEqual(120);
    expect(query.words.length).toBeLessThanOrEqual(10);
  });
});
