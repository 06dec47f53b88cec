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

/**
 * One or two characters that stand for a product without an icon: "Google Analytics" gives "GA",
 * "HubSpot" "HS", "Braze" "Br". Never cuts a character in two, never answers with an invisible one.
 * @returns '?' for a name without anything to show
 */
export function monogram(name: string): string {
  // A hostile name may be very long; its first characters are all that matters here.
  const [first, second] = words(name.slice(0, 400));
  if (first === undefined) {
    const visible = graphemes(name.slice(0, 400)).find((each) => /[\p{S}\p{P}]/u.test(each));
    return visible ?? '?';
  }
  const [initial = '?', next] = graphemes(first);
  if (second !== undefined)
    return initial.toUpperCase() + (graphemes(second)[0] ?? '').toUpperCase();
  // Scripts without case, such as Han or Arabic, say enough with one character.
  const hasCase = initial.toLowerCase() !== initial.toUpperCase();
  if (!hasCase && !/\p{N}/u.test(initial)) return initial;
  return initial.toUpperCase() + (next ?? '').toLowerCase();
}
