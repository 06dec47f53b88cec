/** Names that Windows keeps for devices, whatever comes after a dot. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** Bytes; file systems allow 255, and a browser may add " (1)". */
const MAX_BYTES = 150;

/**
 * A file name made from what a person called something: safe on Windows, macOS and Linux, never a
 * path, never hidden, never with characters that turn the direction of the text.
 * @param extension without the leading dot
 */
export function safeFileName(name: string, extension: string): string {
  const cleaned = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu, '')
    .replace(/\s*[<>:"/\\|?*]+\s*/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.-]+|[\s.-]+$/g, '');
  let short = '';
  let bytes = 0;
  for (const character of cleaned) {
    bytes += byteLength(character);
    if (bytes > MAX_BYTES) break;
    short += character;
  }
  short = short.replace(/[\s.]+$/, '');
  const [first = ''] = short.split('.');
  if (short === '' || reserved.test(first.trim())) short = `stack${short ? `-${short}` : ''}`;
  return `${short}.${extension}`;
}

/** Length of a character in UTF-8. */
function byteLength(character: string): number {
  const codePoint = character.codePointAt(0) ?? 0;
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
