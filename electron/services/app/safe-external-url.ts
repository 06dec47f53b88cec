/**
 * The address, if it may be handed to the system's browser: https only, as the URL parser reads it,
 * and without a name or password in it.
 * @returns the normalised address, or null
 */
export function safeExternalUrl(raw: unknown): string | null {
  if (typeof raw !== 'string' || !URL.canParse(raw)) return null;
  const url = new URL(raw);
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') return null;
  return url.href;
}
