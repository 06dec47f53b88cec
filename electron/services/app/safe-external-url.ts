/** Longer than any address in the catalogue; beyond it an address is more likely a payload. */
const MAX_LENGTH = 4000;

/**
 * The address, if it may be handed to the system's browser: https only, as the URL parser reads it,
 * because anything else could start another program; and without a name or password, which disguise
 * where an address leads.
 * @returns the normalised address, or null
 */
export function safeExternalUrl(raw: unknown): string | null {
  if (typeof raw !== 'string') return null;
  const url = URL.parse(raw);
  if (url === null || url.protocol !== 'https:' || url.host === '') return null;
  if (url.username !== '' || url.password !== '' || url.href.length > MAX_LENGTH) return null;
  return url.href;
}
