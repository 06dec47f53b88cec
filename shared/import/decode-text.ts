/** Encodings that a person can choose from, by the names that browsers know. */
export const encodings = [
  'utf-8',
  'windows-1252',
  'utf-16le',
  'utf-16be',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'shift_jis',
  'gb18030',
  'big5',
  'euc-kr',
  'macintosh',
] as const;
export type Encoding = (typeof encodings)[number];

export const encodingLabels: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'windows-1252': 'Western (Windows-1252)',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16, big-endian',
  'windows-1250': 'Central European (Windows-1250)',
  'windows-1251': 'Cyrillic (Windows-1251)',
  'windows-1253': 'Greek (Windows-1253)',
  'windows-1254': 'Turkish (Windows-1254)',
  shift_jis: 'Japanese (Shift JIS)',
  gb18030: 'Chinese, simplified (GB 18030)',
  big5: 'Chinese, traditional (Big5)',
  'euc-kr': 'Korean (EUC-KR)',
  macintosh: 'Western (Mac)',
};

const LOOKED_AT = 64 * 1024;

function isUtf8(bytes: Uint8Array): boolean {
  // A character may be cut in two at the end of what is looked at.
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    decoder.decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Text in UTF-16 has a zero in every other byte wherever it is Latin. */
function zeros(bytes: Uint8Array, parity: 0 | 1): number {
  let count = 0;
  for (let at = parity; at < bytes.length; at += 2) if (bytes[at] === 0) count++;
  return count / Math.max(1, bytes.length / 2);
}

/**
 * The encoding of a text, by its mark, else by what its bytes allow: UTF-8 where they are valid in
 * it, UTF-16 where every other one is zero, and Windows-1252, which spreadsheets in the West write,
 * for the rest. The first is certain, the last a guess that a person can change.
 */
export function detectEncoding(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const start = bytes.subarray(0, LOOKED_AT);
  if (zeros(start, 1) > 0.4) return 'utf-16le';
  if (zeros(start, 0) > 0.4) return 'utf-16be';
  return isUtf8(start) ? 'utf-8' : 'windows-1252';
}

/** The text; bytes that the encoding does not have become U+FFFD. A mark in front goes. */
export function decodeText(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(bytes);
}
