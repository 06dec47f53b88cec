import { realpathSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { isAbsolute, relative, sep } from 'node:path';
import { contentTypeOf, fileInside } from '../static-file.ts';

export interface StaticFile {
  readonly body: Buffer;
  readonly contentType: string;
}

/**
 * The file of the page that a request path names.
 * @param pathname as in the request, still percent-encoded
 * @returns null for whatever is not a visible plain file inside `root`, links followed
 */
export async function readStaticFile(root: string, pathname: string): Promise<StaticFile | null> {
  const file = fileInside(root, pathname);
  if (file === null) return null;
  try {
    const real = realpathSync(file);
    const inside = relative(realpathSync(root), real);
    const leaves = inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside);
    if (leaves || inside.split(sep).some((part) => part.startsWith('.'))) return null;
    if (!statSync(real).isFile()) return null;
    return { body: await readFile(real), contentType: contentTypeOf(real) };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EACCES') return null;
    throw error;
  }
}
