import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { MAX_IMPORT_BYTES } from '../../../shared/contract/contract.ts';
import { Refusal } from '../../../shared/result.ts';
import { writeAtomically } from '../write-atomically.ts';

function reason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  switch (code) {
    case 'ENOENT':
      return 'there is no such file or folder';
    case 'EISDIR':
      return 'it is a folder';
    case 'EACCES':
    case 'EPERM':
      return 'that is not permitted';
    case 'ENOTDIR':
      return 'a part of the path is a file, not a folder';
    case 'ENOSPC':
      return 'the disk is full';
    case 'EROFS':
      return 'the disk is read-only';
    default:
      return code ?? String(error);
  }
}

/** Reads a stack file, or standard input for "-". @throws Refusal 'not-found' or 'too-large' */
export function readImportFile(file: string): Promise<Buffer> {
  return readInputFile(file, MAX_IMPORT_BYTES, 'The file is larger than 20 MB; no stack is.');
}

/**
 * Reads a file, or standard input for "-", but never more than `limit` bytes.
 * @param tooLarge the sentence for a file that has more
 * @throws Refusal 'not-found' or 'too-large'
 */
export async function readInputFile(
  file: string,
  limit: number,
  tooLarge: string,
): Promise<Buffer> {
  const source = file === '-' ? process.stdin : createReadStream(file);
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limit) {
        source.destroy();
        throw new Refusal('too-large', tooLarge);
      }
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('not-found', `${file} cannot be read: ${reason(error)}.`);
  }
  return Buffer.concat(chunks);
}

/**
 * Writes a file whole or not at all.
 * @returns its absolute path
 * @throws Refusal 'not-writable'; what was there before is still there
 */
export function writeExport(file: string, content: Buffer): string {
  const path = resolve(file);
  try {
    writeAtomically(path, content);
  } catch (error) {
    throw new Refusal('not-writable', `${path} cannot be written: ${reason(error)}.`);
  }
  return path;
}
