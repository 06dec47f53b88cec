import { extname, isAbsolute, join, relative, sep } from 'node:path';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** The type to serve a file of the page with; bytes without a meaning if it is none of ours. */
export function contentTypeOf(file: string): string {
  return contentTypes[extname(file).toLowerCase()] ?? 'application/octet-stream';
}

/**
 * The file below `root` that the path of a URL names; `/` is index.html.
 * @param pathname  still percent-encoded, as in `URL.pathname`
 * @returns an absolute path that lies inside `root` for certain, or null
 */
export function fileInside(root: string, pathname: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  // A backslash separates folders on Windows only, and a colon there names a drive or a stream.
  if (!decoded.startsWith('/') || /[\0\\:]/.test(decoded)) return null;
  const file = join(root, decoded === '/' ? 'index.html' : decoded);
  const inside = relative(root, file);
  if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) {
    return null;
  }
  return file;
}
