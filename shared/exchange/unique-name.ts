/** Longest name that a stack may have. */
const MAX_NAME = 200;

/**
 * The name itself where nobody has it, or else with the first number that makes it new: "Stack (2)".
 * Names that differ only in case count as the same, as people take them for the same.
 */
export function uniqueName(name: string, taken: Iterable<string>): string {
  const fold = (text: string): string => text.toLocaleLowerCase('en');
  const known = new Set(Array.from(taken, fold));
  if (!known.has(fold(name))) return name;
  // "Stack (2)" imported again becomes "Stack (3)", not "Stack (2) (2)".
  const base = name.replace(/ \(\d{1,6}\)$/, '');
  for (let number = 2; ; number++) {
    const suffix = ` (${number})`;
    // Never between the halves of a surrogate pair.
    const room = base.slice(0, MAX_NAME - suffix.length).replace(/[\ud800-\udbff]$/, '');
    const candidate = room.trimEnd() + suffix;
    if (!known.has(fold(candidate))) return candidate;
  }
}
