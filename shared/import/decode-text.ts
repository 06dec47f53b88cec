import { analyse } from 'chardet';

/** Encodings that a person can choose from, by the names that browsers know. */
export const encodings = [
  'utf-8',
  'windows-1252',
  'utf-16le',
  'utf-16be',
  'windows-1250',
  'windows-1251',
  'koi8-r',
  'iso-8859-5',
  'windows-1253',
  'windows-1254',
  'shift_jis',
  'euc-jp',
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
  'koi8-r': 'Cyrillic (KOI8-R)',
  'iso-8859-5': 'Cyrillic (ISO 8859-5)',
  'windows-1253': 'Greek (Windows-1253)',
  'windows-1254': 'Turkish (Windows-1254)',
  shift_jis: 'Japanese (Shift JIS)',
  'euc-jp': 'Japanese (EUC-JP)',
  gb18030: 'Chinese, simplified (GB 18030)',
  big5: 'Chinese, traditional (Big5)',
  'euc-kr': 'Korean (EUC-KR)',
  macintosh: 'Western (Mac)',
};

/** How chardet calls what we offer; names of ISO stand for the supersets that Windows made of them. */
const guesses: ReadonlyMap<string, Encoding> = new Map([
  ['ISO-8859-1', 'windows-1252'],
  ['windows-1252', 'windows-1252'],
  ['ISO-8859-2', 'windows-1250'],
  ['windows-1250', 'windows-1250'],
  ['ISO-8859-5', 'iso-8859-5'],
  ['windows-1251', 'windows-1251'],
  ['KOI8-R', 'koi8-r'],
  ['ISO-8859-7', 'windows-1253'],
  ['windows-1253', 'windows-1253'],
  ['ISO-8859-9', 'windows-1254'],
  ['windows-1254', 'windows-1254'],
  ['Shift_JIS', 'shift_jis'],
  ['EUC-JP', 'euc-jp'],
  ['GB18030', 'gb18030'],
  ['Big5', 'big5'],
  ['EUC-KR', 'euc-kr'],
]);

const LOOKED_AT = 64 * 1024;
const CHUNK = 1024 * 1024;
/** Of a hundred; below, chardet has seen next to nothing. */
const LEAST_SURE = 15;

/**
 * Whether all bytes are UTF-8, a chunk at a time: the text itself is not wanted yet. A character may
 * be cut in two at the very end, where a file came only in part.
 */
function isUtf8(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += CHUNK) {
      decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true });
    }
    return true;
  } catch {
    return false;
  }
}

/** The first lines that hold more than ASCII: only these tell encodings apart. */
function tellingLines(bytes: Uint8Array): Uint8Array {
  const sample = new Uint8Array(LOOKED_AT);
  let length = 0;
  let start = 0;
  let tells = false;
  for (let at = 0; at < bytes.length && length < LOOKED_AT; at++) {
    if (bytes[at]! >= 0x80) tells = true;
    if (bytes[at] !== 10 && at - start < 4000 && at + 1 < bytes.length) continue;
    if (tells) {
      const line = bytes.subarray(start, at + 1).subarray(0, LOOKED_AT - length);
      sample.set(line, length);
      length += line.length;
    }
    start = at + 1;
    tells = false;
  }
  return sample.subarray(0, length);
}

/** Text in UTF-16 has a zero in every other byte wherever it is Latin. */
function zeros(bytes: Uint8Array, parity: 0 | 1): number {
  let count = 0;
  for (let at = parity; at < bytes.length; at += 2) if (bytes[at] === 0) count++;
  return count / Math.max(1, bytes.length / 2);
}

/**
 * The encoding of a text, by its mark, else by what its bytes allow: UTF-8 where all of them are
 * valid in it, UTF-16 where every other one is zero. For the rest chardet guesses by how often
 * letters follow one another, and where it cannot, it is what spreadsheets in the West write. The
 * first is certain, the last a guess that a person can change.
 */
export function detectEncoding(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const start = bytes.subarray(0, LOOKED_AT);
  if (zeros(start, 1) > 0.4) return 'utf-16le';
  if (zeros(start, 0) > 0.4) return 'utf-16be';
  if (isUtf8(bytes)) return 'utf-8';
  const guess = analyse(tellingLines(bytes)).find(({ name }) => guesses.has(name));
  return guess && guess.confidence >= LEAST_SURE
    ? (guesses.get(guess.name) ?? 'windows-1252')
    : 'windows-1252';
}

/** The text; bytes that the encoding does not have become U+FFFD. A mark in front goes. */
export function decodeText(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(bytes);
}
