import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { currentNotice, noticeFile, noticeText } from '../../scripts/notice.ts';
import { paths } from '../../scripts/catalogue/paths.ts';
import { readFacts } from '../../scripts/catalogue/read-facts.ts';

const notice = readFileSync(noticeFile, 'utf8');

describe('NOTICE', () => {
  it('is current; `npm run notice` writes it anew', () => {
    expect(notice).toBe(currentNotice());
  });

  it('names every source with its address, where it has one, and licence', () => {
    const { sources } = readFacts(paths.facts);
    expect(sources.length).toBeGreaterThan(50);
    for (const { title, url, licence } of sources) {
      const at = notice.indexOf(url === '' ? `${title}\n` : `${title}\n  Address: ${url}`);
      expect(at).toBeGreaterThan(-1);
      const entry = notice.slice(at).split('\n\n')[0];
      expect(entry).toContain(`\n  Licence: ${licence}`);
    }
  });

  it('leaves out a source that was left out', () => {
    const [first, ...rest] = readFacts(paths.facts).sources;
    expect(noticeText(rest, [])).not.toContain(`Address: ${first?.url}\n`);
  });
});
