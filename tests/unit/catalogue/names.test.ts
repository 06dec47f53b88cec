import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cleanName,
  coreName,
  nameAsDomain,
  slug,
  squish,
  withoutLegalForm,
} from '../../../scripts/catalogue/names.ts';

describe('cleaning of names', () => {
  it.each([
    ['Braze Cloud Mode (Actions)', 'Braze'],
    ['Amplitude (Actions)', 'Amplitude'],
    ['Mixpanel Cohort sync', 'Mixpanel'],
    ['HubSpot Trigger', 'HubSpot'],
    ['Discourse v2', 'Discourse'],
    ['Zendesk (Deprecated)', 'Zendesk'],
    ['Zoom (OAuth)', 'Zoom'],
    ['Mailchimp [Legacy]', 'Mailchimp'],
  ])('drops what tells a connector apart: %s → %s', (raw, clean) => {
    expect(cleanName(raw)).toBe(clean);
  });

  it('keeps words that belong to a name', () => {
    for (const name of [
      'Google Cloud Storage',
      'Salesforce Marketing Cloud',
      'Web Stories',
      'Action Network',
      'Trigger.dev',
    ]) {
      expect(cleanName(name)).toBe(name);
    }
  });

  it('never empties a name', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (raw) => {
        const text = raw.replace(/\s+/gu, ' ').trim();
        if (text !== '') expect(cleanName(raw)).not.toBe('');
      }),
    );
  });

  it('is done after one pass', () => {
    fc.assert(
      fc.property(fc.string(), (raw) => {
        expect(cleanName(cleanName(raw))).toBe(cleanName(raw));
      }),
    );
  });

  it('drops legal forms but not the name', () => {
    expect(withoutLegalForm('Cavai AS')).toBe('Cavai');
    expect(withoutLegalForm('Samba TV UK Limited')).toBe('Samba TV UK');
    expect(withoutLegalForm('ADSTOURS SAS')).toBe('ADSTOURS');
    expect(withoutLegalForm('Buy with Prime')).toBe('Buy with Prime');
  });
});

describe('keys and ids', () => {
  it('meets spellings of one name under one key', () => {
    expect(squish('Ad-Roll')).toBe(squish('AdRoll'));
    expect(squish('Café Müller')).toBe(squish('cafe muller'));
    expect(squish('Dun & Bradstreet')).toBe(squish('Dun and Bradstreet'));
  });

  it('keeps alike names apart', () => {
    for (const [a, b] of [
      ['Segment', 'Segmentify'],
      ['Front', 'Frontify'],
      ['Iterable', 'Iterate'],
      ['Drip', 'Dripify'],
      ['C', 'C++'],
    ]) {
      expect(squish(a ?? '')).not.toBe(squish(b ?? ''));
    }
  });

  it('sees general words as noise, unless nothing else is left', () => {
    expect(coreName('Amplitude Analytics')).toBe(coreName('Amplitude'));
    expect(coreName('Software')).toBe('software');
  });

  it('reads a name that is an address', () => {
    expect(nameAsDomain('monday.com')).toBe('monday.com');
    expect(nameAsDomain('Mr. Smith')).toBeNull();
  });

  it('makes ids of lower-case letters, digits and hyphens only', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        expect(slug(name)).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/u);
      }),
    );
    expect(slug('Google Ads')).toBe('google-ads');
    expect(slug('Display & Video 360')).toBe('display-and-video-360');
  });
});
