import { describe, expect, it } from 'vitest';
import { noHomepageReason } from '../../renderer/product/words.ts';

describe('the reason for a missing homepage', () => {
  it.each([
    [['Zapier'], 'named by Zapier only, which states no address'],
    [['Zapier', 'n8n'], 'named by Zapier and n8n only, neither states an address'],
    [['A', 'B', 'C'], 'named by A, B and C only, none states an address'],
    [['A', 'B', 'C', 'D', 'E'], 'named by A, B and 3 more only, none states an address'],
  ])('names who names it: %j', (titles, reason) => {
    expect(noHomepageReason(titles)).toBe(reason);
  });

  it('is left out where no source names it', () => {
    expect(noHomepageReason([])).toBe('');
  });
});
