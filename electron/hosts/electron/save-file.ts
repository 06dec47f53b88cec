import { basename, extname, join } from 'node:path';
import { app, BrowserWindow, dialog, type FileFilter, type SaveDialogOptions } from 'electron';
import type { FileContent } from '../../../shared/contract/contract.ts';
import { Refusal } from '../../../shared/result.ts';
import { writeAtomically } from '../write-atomically.ts';

/** By extension: formats share a type, and a dialog adds the extension of its filter to the name. */
const kinds: Readonly<Record<string, string>> = {
  svg: 'SVG drawing',
  png: 'PNG picture',
  json: 'Stackscape stack',
  csv: 'CSV table',
  md: 'Markdown text',
  graphml: 'GraphML graph',
  canvas: 'JSON Canvas',
};

function filtersFor(fileName: string): FileFilter[] {
  const extension = extname(fileName).slice(1);
  const kind = new Map(Object.entries(kinds)).get(extension);
  return kind === undefined ? [] : [{ name: kind, extensions: [extension] }];
}

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
  ENOTDIR: 'a part of the path is a file, not a folder',
  EISDIR: 'there is a folder of that name',
  ENAMETOOLONG: 'the name is too long',
  EFBIG: 'the disk takes no file of this size',
  EIO: 'the disk reports an error',
  EBUSY: 'another program is using it',
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
  const fileName = safeFileName(file.fileName);
  const options: SaveDialogOptions = {
    defaultPath: join(lastFolder ?? app.getPath('documents'), fileName),
    filters: filtersFor(fileName),
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
