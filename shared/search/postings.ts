/** For each key the entries it stands in: `entries[starts[key]]` to `entries[starts[key + 1] - 1]`. */
export interface Postings {
  readonly starts: Uint32Array;
  readonly entries: Uint32Array;
}

/**
 * Letters as numbers below 64, so that two or three of them address an array directly. Latin
 * letters and digits have their own; the letters of all other scripts share what is left, which
 * costs a few more candidates and loses none.
 */
const SIZE = 64;
const NOTHING = 0;

/** Keys of word beginnings: one letter, two letters, three letters. */
export const BEGINNING_KEYS = SIZE + SIZE ** 2 + SIZE ** 3;
/** Keys of pairs of neighbouring letters; the pair of nothing and a letter begins a name. */
export const PAIR_KEYS = SIZE ** 2;

function letter(code: number): number {
  if (code >= 97 && code <= 122) return code - 96;
  if (code >= 48 && code <= 57) return code - 21;
  return 37 + (code % 27);
}

/** Key of the first letters, three at most, of the word that begins at `from`. */
export function beginningKey(text: string, from: number, length: 1 | 2 | 3): number {
  const first = letter(text.charCodeAt(from));
  if (length === 1) return first;
  const second = letter(text.charCodeAt(from + 1));
  if (length === 2) return SIZE + first * SIZE + second;
  return SIZE + SIZE ** 2 + (first * SIZE + second) * SIZE + letter(text.charCodeAt(from + 2));
}

/** Calls `add` with the keys of every word beginning in the first `length` letters of folded text. */
export function eachBeginning(text: string, length: number, add: (key: number) => void): void {
  let from = 0;
  while (from < length) {
    let end = text.indexOf(' ', from);
    if (end < 0 || end > length) end = length;
    add(beginningKey(text, from, 1));
    if (end - from >= 2) add(beginningKey(text, from, 2));
    if (end - from >= 3) add(beginningKey(text, from, 3));
    from = end + 1;
  }
}

/** Calls `add` with the key of every pair of neighbouring letters, spaces left out. */
export function eachPair(text: string, length: number, add: (key: number) => void): void {
  let before = NOTHING;
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code === 32) continue;
    const here = letter(code);
    add(before * SIZE + here);
    before = here;
  }
}

/** Distinct pair keys of a text. */
export function pairKeys(text: string): number[] {
  const keys = new Set<number>();
  eachPair(text, text.length, (key) => keys.add(key));
  return [...keys];
}

/**
 * Sorts entries under their keys, each entry once a key, in two walks and without any object.
 * @param eachKey  calls `add` with the keys of one entry; must do the same both times
 */
export function buildPostings(
  keyCount: number,
  entryCount: number,
  eachKey: (entry: number, add: (key: number) => void) => void,
): Postings {
  const starts = new Uint32Array(keyCount + 1);
  const last = new Uint32Array(keyCount);
  for (let entry = 0; entry < entryCount; entry++) {
    eachKey(entry, (key) => {
      if (last[key] === entry + 1) return;
      last[key] = entry + 1;
      starts[key + 1]!++;
    });
  }
  for (let key = 0; key < keyCount; key++) starts[key + 1]! += starts[key]!;
  const entries = new Uint32Array(starts[keyCount]!);
  const next = starts.slice(0, keyCount);
  last.fill(0);
  for (let entry = 0; entry < entryCount; entry++) {
    eachKey(entry, (key) => {
      if (last[key] === entry + 1) return;
      last[key] = entry + 1;
      entries[next[key]!++] = entry;
    });
  }
  return { starts, entries };
}
