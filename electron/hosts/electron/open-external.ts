import { shell } from 'electron';
import { Refusal } from '../../../shared/result.ts';
import { safeExternalUrl } from './addresses.ts';

/**
 * Opens a web address in the person's browser.
 * @throws Refusal 'forbidden' for anything but a plain https address
 */
export async function openExternal(raw: string): Promise<void> {
  const url = safeExternalUrl(raw);
  if (url === null) {
    throw new Refusal('forbidden', 'Only addresses that start with https:// can be opened.');
  }
  await shell.openExternal(url);
}
