/**
 * A time for something new in a list that is kept in the order of its times: now, or a millisecond
 * after the last where that is not past yet, as with two within one millisecond.
 * @param last  the newest time of the list, ISO 8601, or undefined for an empty one
 */
export function timeAfter(last: string | undefined, now = new Date()): string {
  const time = now.toISOString();
  if (last === undefined || last < time) return time;
  return new Date(Date.parse(last) + 1).toISOString();
}
