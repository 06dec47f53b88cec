/** "A", "A and B", "A, B and 3 more". */
export function listed(names: readonly string[], most = 4): string {
  const shown = names.length <= most ? names : names.slice(0, most - 1);
  const rest = names.length - shown.length;
  const parts = rest > 0 ? [...shown, `${rest} more`] : [...shown];
  const last = parts.pop() ?? '';
  return parts.length === 0 ? last : `${parts.join(', ')} and ${last}`;
}

const words = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];

/** A number at the beginning of a sentence: "Three", "12". */
export function numberWord(count: number): string {
  return words[count] ?? String(count);
}

/** Said wherever a finding rests on the absence of something. */
export const absenceNote =
  'It rests on integrations that open sources document and on the connections you drew; that none is documented is no proof that there is none.';
