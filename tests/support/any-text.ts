import fc from 'fast-check';

/** Any text that can reach a program: every script, control characters, halves of pairs. */
export function anyText(maxLength = 100): fc.Arbitrary<string> {
  return fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength, size: 'max' })
    .map((units) => String.fromCharCode(...units));
}
