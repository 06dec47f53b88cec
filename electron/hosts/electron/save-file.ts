import { basename, join } from 'node:path';
import { app, BrowserWindow, dialog, type SaveDialogOptions } from 'electron';
import type { FileContent } from '../../../shared/contract/contract.ts';
import { Refusal } from '../../../shared/result.ts';
import { writeAtomically } from '../write-atomically.ts';

const filters: Readonly<Record<string, { readonly name: string; readonly extension: string }>> = {
  'image/svg+xml': { name: 'SVG drawing', extension: 'svg' },
  'image/png': { name: 'PNG picture', extension: 'png' },
  'application/json': { name: 'Stackscape stack', extension: 'json' },
};

/**
 * A file name that every file system takes and that reads as it is: no folders, no control or
 * direction characters, none of the characters Windows reserves, 120 characters at most.
 */
export function safeFileName(suggested: string): string {
  const extension = /\.[A-Za-z0-9]{1,10}$/.exec(suggested)?.[0] ?? '';
  const stem = suggested
    .slice(0, suggested.length - extension.length)
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  return `${[...stem].slice(0, 120).join('').trim() || 'Untitled'}${extension}`;
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'the folder does not allow it',
  EPERM: 'the folder does not allow it',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  ENOENT: 'the folder is no longer there',
  EISDIR: 'there is a folder of that name',
};

function reasonOf(error: unknown): string | undefined {
  const code = (error as { readonly code?: unknown }).code;
  return typeof code === 'string' ? reasons[code] : undefined;
}

let lastFolder: string | undefined;

/**
 * Asks where to put a file and writes it whole or not at all.
 * @returns its path, or null if the person cancelled
 * @throws Refusal 'not-writable' with the reason in words
 */
export async function saveFile(file: FileContent): Promise<{ readonly path: string | null }> {
  const filter = filters[file.mimeType.split(';')[0] ?? ''];
  const options: SaveDialogOptions = {
    defaultPath: join(lastFolder ?? app.getPath('documents'), safeFileName(file.fileName)),
    filters: filter ? [{ name: filter.name, extensions: [filter.extension] }] : [],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  };
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  const answer = window
    ? await dialog.showSaveDialog(window, options)
    : await dialog.showSaveDialog(options);
  if (answer.canceled || !answer.filePath) return { path: null };

  try {
    writeAtomically(answer.filePath, Buffer.from(file.base64, 'base64'));
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === undefined) throw error;
    throw new Refusal(
      'not-writable',
      `${basename(answer.filePath)} could not be saved: ${reason}. Choose another place.`,
      { path: answer.filePath },
    );
  }
  lastFolder = join(answer.filePath, '..');
  return { path: answer.filePath };
}
