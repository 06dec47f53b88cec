import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isAppUrl, safeExternalUrl } from '../../../electron/hosts/electron/addresses.ts';

it('takes nothing for its own but its own scheme and host', () => {
  expect(isAppUrl('app://stackscape/index.html#x')).toBe(true);
  for (const other of [
    'app://stackscape.example/',
    'app://x@evil/stackscape',
    'app://evil/app://stackscape/',
    'https://stackscape/',
    'app:stackscape',
    '',
    null,
    { toString: () => 'app://stackscape/' },
  ]) {
    expect(isAppUrl(other), String(other)).toBe(false);
  }
});

it('never hands the system anything but a plain https address', () => {
  const anything = fc.oneof(
    fc.anything(),
    fc.string(),
    fc.webUrl(),
    fc.webUrl().map((u) => ` ${u}`),
  );
  fc.assert(
    fc.property(anything, (raw) => {
      const url = safeExternalUrl(raw);
      if (url !== null) {
        expect(url.startsWith('https://')).toBe(true);
        expect(new URL(url).username).toBe('');
      }
    }),
  );
  expect(safeExternalUrl('https://example.com/a b')).toBe('https://example.com/a%20b');
});
