import Fuse from 'fuse.js';
import { squash, type SearchQuery } from './search-query.ts';

/** A third of the letters may be wrong; beyond that anything resembles anything. */
const THRESHOLD = 0.4;

/** Letters; Fuse works through a longer pattern piece by piece, and no name needs more. */
const MAX_PATTERN = 48;

const options = {
  includeScore: true,
  ignoreLocation: true,
  ignoreFieldNorm: true,
  shouldSort: false,
  threshold: THRESHOLD,
} as const;

/**
 * How much each of a few folded texts resembles the query, 0..1, by Fuse's measure of the edits
 * between them: once as a whole without spaces, which forgives missing and misplaced ones, and once
 * word by word, which forgives their order and words too many. The better of the two counts.
 */
export function similarities(query: SearchQuery, texts: readonly string[]): Float32Array {
  const whole = toPattern(query.squashed.slice(0, MAX_PATTERN), texts.map(squash));
  const byWord = wordSimilarities(query.text.slice(0, MAX_PATTERN).trim().split(' '), texts);
  return whole.map((value, at) => Math.max(value, byWord[at]!));
}

/** Likeness of each text to one pattern without spaces. */
function toPattern(pattern: string, texts: readonly string[]): Float32Array {
  const found = new Float32Array(texts.length);
  for (const { refIndex, score = 1 } of new Fuse(texts, options).search(pattern)) {
    // Fuse finds a pattern inside a longer text at no cost; a text of its own length is nearer.
    const [short, long] = [pattern.length, texts[refIndex]!.length].sort((a, b) => a - b);
    found[refIndex] = (1 - score) * Math.sqrt(short! / long!);
  }
  // Two letters that changed places are the commonest slip, and two mistakes to Fuse.
  texts.forEach((text, at) => {
    if (isTransposed(pattern, text)) found[at] = 1 - 1 / (2 * text.length);
  });
  return found;
}

function wordSimilarities(words: readonly string[], texts: readonly string[]): Float32Array {
  const distinct = [...new Set(texts.flatMap((text) => text.split(' ')))];
  const numbers = new Map(distinct.map((word, at) => [word, at]));
  const perWord = words.map((word) => toPattern(word, distinct));
  const queryLength = words.reduce((sum, word) => sum + word.length, 0);
  return Float32Array.from(texts, (text) => {
    const targets = text.split(' ');
    const covered = new Float32Array(targets.length);
    let matched = 0;
    words.forEach((word, at) => {
      let best = 0;
      targets.forEach((target, place) => {
        const value = perWord[at]![numbers.get(target)!]!;
        if (value > best) best = value;
        if (value > covered[place]!) covered[place] = value;
      });
      matched += best * word.length;
    });
    const textLength = text.length - targets.length + 1;
    const returned = targets.reduce((sum, target, at) => sum + covered[at]! * target.length, 0);
    // What the query says must be there; what the name says besides costs less.
    return (0.75 * matched) / queryLength + (0.25 * returned) / Math.max(1, textLength);
  });
}

/** Whether two texts differ by two neighbouring letters that changed places, and nothing else. */
export function isTransposed(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return (
    at + 1 < a.length &&
    a[at] === b[at + 1] &&
    a[at + 1] === b[at] &&
    a.slice(at + 2) === b.slice(at + 2)
  );
}
