const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function graphemes(text: string): string[] {
  return Array.from(segmenter.segment(text), (each) => each.segment);
}

/** Words of a name: runs of letters, digits and marks; "HubSpot" counts as two. */
function words(name: string): string[] {
  return name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '');
}

/** The capital, unless that would be two letters, as for "ß". */
function capital(character: string): string {
  const upper = character.toUpperCase();
  return graphemes(upper).length === 1 ? upper : character;
}

/**
 * One or two characters that stand for a product without an icon: "Google Analytics" gives "GA",
 * "HubSpot" "HS", "Braze" "Br". Never cuts a character in two, never answers with an invisible one.
 * @returns '?' for a name without anything to show
 */
export function monogram(name: string): string {
  // A hostile name may be very long; its first characters are all that matters here.
  const start = name.slice(0, 400);
  const [first, second] = words(start);
  if (first === undefined) {
    return graphemes(start).find((each) => /^[\p{S}\p{P}]/u.test(each)) ?? '?';
  }
  const [initial = '?', next = ''] = graphemes(first);
  if (second !== undefined) return capital(initial) + capital(graphemes(second)[0] ?? '');
  // Scripts without case, such as Han or Arabic, say enough with one character.
  const isNumber = /^\p{N}/u.test(initial);
  if (!isNumber && initial.toLowerCase() === initial.toUpperCase()) return initial;
  return isNumber ? initial + next : capital(initial) + next.toLowerCase();
}
