import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeFileName } from '../../../shared/exchange/file-name.ts';
import { uniqueName } from '../../../shared/exchange/unique-name.ts';

describe('the name of an exported file', () => {
  it('keeps what a person can read', () => {
    expect(safeFileName('Zürich – Stack 2026', 'svg')).toBe('Zürich – Stack 2026.svg');
    expect(safeFileName('营销', 'png')).toBe('营销.png');
  });

  it('is never a path, a device or hidden', () => {
    expect(safeFileName('../../etc/passwd', 'svg')).toBe('etc-passwd.svg');
    expect(safeFileName('C:\\Windows\\x', 'svg')).toBe('C-Windows-x.svg');
    expect(safeFileName('CON', 'svg')).toBe('stack-CON.svg');
    expect(safeFileName('nul.tar', 'svg')).toBe('stack-nul.tar.svg');
    expect(safeFileName(' ... ', 'svg')).toBe('stack.svg');
    expect(safeFileName('\u202egpj', 'svg')).toBe('gpj.svg');
  });

  it('fits every file system, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const file = safeFileName(name, 'svg');
        expect(Buffer.byteLength(file)).toBeLessThanOrEqual(180);
        expect(file).toMatch(/^[^<>:"/\\|?*\p{Cc}.][^<>:"/\\|?*\p{Cc}]*\.svg$/u);
      }),
      { numRuns: 150 },
    );
  });
});

describe('the name of an imported stack', () => {
  it('stays as it is where nobody has it', () => {
    expect(uniqueName('Stack', ['Other'])).toBe('Stack');
  });

  it('gets the first free number otherwise', () => {
    expect(uniqueName('Stack', ['stack'])).toBe('Stack (2)');
    expect(uniqueName('Stack', ['Stack', 'Stack (2)'])).toBe('Stack (3)');
    expect(uniqueName('Stack (2)', ['Stack (2)'])).toBe('Stack (3)');
  });

  it('is never longer than a name may be', () => {
    const long = 'x'.repeat(200);
    expect(uniqueName(long, [long])).toBe(`${'x'.repeat(196)} (2)`);
  });
});
