import { Refusal } from '../../../shared/result.ts';

const notWritable: readonly (readonly [code: string, why: string])[] = [
  ['SQLITE_FULL', 'the disk is full'],
  ['SQLITE_READONLY', 'the folder or the file is read-only'],
  ['SQLITE_IOERR', 'the disk reports an error'],
  ['SQLITE_CANTOPEN', 'the file cannot be opened for writing'],
  ['SQLITE_PERM', 'the file may not be written'],
  ['SQLITE_BUSY', 'another program is holding the file'],
  ['SQLITE_LOCKED', 'another program is holding the file'],
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'the disk quota is used up'],
  ['EROFS', 'the disk is read-only'],
  ['EACCES', 'the folder may not be written'],
  ['EPERM', 'the folder may not be written'],
  ['ENOTDIR', 'a part of the path is a file, not a folder'],
  ['EEXIST', 'a file stands where the folder should be'],
  ['EFBIG', 'the file may not grow any further'],
  ['EIO', 'the disk reports an error'],
  ['EMFILE', 'too many files are open'],
];

export function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
}

/** Whether SQLite says that the content of a file is no sound database. */
export function isDamage(error: unknown): boolean {
  const code = codeOf(error);
  return code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB';
}

/**
 * What a failure of the disk or of SQLite means to a person.
 * @param folder the user-data folder, named in the sentence
 * @returns a refusal ('not-writable' or 'damaged-file'), or the error itself where it is a bug
 */
export function explainStoreError(error: unknown, folder: string): unknown {
  if (error instanceof Refusal) return error;
  const code = codeOf(error);
  if (isDamage(error)) {
    return new Refusal(
      'damaged-file',
      `The workspace in ${folder} is damaged. Start Stackscape again to set it aside and restore a backup.`,
      { folder, code },
    );
  }
  const known = notWritable.find(([prefix]) => code.startsWith(prefix));
  if (!known) return error;
  return new Refusal(
    'not-writable',
    `Stackscape cannot write to ${folder}: ${known[1]}. Nothing was changed; make room or choose another folder, and try again.`,
    { folder, code },
  );
}

/** Runs `work`; a failure of the disk or of SQLite comes out as a refusal. */
export function explaining<T>(folder: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw explainStoreError(error, folder);
  }
}
