import { MAX_PACK_BYTES } from '../../../shared/packs/contract.ts';
import { Refusal } from '../../../shared/result.ts';
import { sha256 } from './pack-file.ts';

export interface UpdateState {
  /** What the server called the pack that was fetched last. */
  readonly etag: string | null;
}

export interface FetchedUpdate {
  readonly bytes: Uint8Array;
  readonly etag: string | null;
}

/** A whole pack over a slow line; a server that says nothing for longer is dead. */
const SILENCE_MS = 30_000;
const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '127.0.0.1' || host === '[::1]';

/**
 * The address of an update, or why it is none: https, or plain http on this machine itself.
 * @throws Refusal 'invalid-input'
 */
export function updateAddress(text: string): URL {
  const url = URL.parse(text.trim());
  const isAllowed =
    url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  if (!url || !isAllowed || url.username !== '' || url.password !== '') {
    throw new Refusal('invalid-input', 'An update address begins with https://.');
  }
  return url;
}

const unreachable = (why: string): Refusal =>
  new Refusal(
    'not-found',
    `The update could not be fetched: ${why}. The catalogue stays as it is.`,
  );

/** Aborts when the caller does, or when nothing has come for a while. */
function watchdog(signal: AbortSignal) {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  signal.addEventListener('abort', abort, { once: true });
  let timer = setTimeout(abort, SILENCE_MS);
  return {
    signal: controller.signal,
    alive: (): void => {
      clearTimeout(timer);
      timer = setTimeout(abort, SILENCE_MS);
    },
    stop: (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
    },
  };
}

async function download(
  url: URL,
  most: number,
  signal: AbortSignal,
  headers: Readonly<Record<string, string>>,
  progress: (fraction: number | null) => void,
): Promise<{ readonly status: number; readonly bytes: Uint8Array; readonly etag: string | null }> {
  const watch = watchdog(signal);
  try {
    // Somewhere else is not where the person said; a redirect would be followed unseen.
    const response = await fetch(url, { headers, signal: watch.signal, redirect: 'error' });
    const etag = response.headers.get('etag');
    if (response.status === 304) return { status: 304, bytes: new Uint8Array(), etag };
    if (!response.ok) throw unreachable(`the server answered ${response.status}`);
    const stated = Number(response.headers.get('content-length') ?? 0);
    if (stated > most) throw unreachable('it is larger than any pack');
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body ?? []) {
      watch.alive();
      size += (chunk as Uint8Array).length;
      if (size > most) throw unreachable('it is larger than any pack');
      chunks.push(chunk as Uint8Array);
      progress(stated > 0 ? size / stated : null);
    }
    if (stated > 0 && size < stated) throw unreachable('it was cut off');
    return { status: response.status, bytes: Buffer.concat(chunks), etag };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if (signal.aborted) throw new Refusal('cancelled', 'The update was cancelled.');
    if (watch.signal.aborted) throw unreachable('the server stopped sending');
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    throw unreachable(cause instanceof Error ? cause.message : 'there is no connection');
  } finally {
    watch.stop();
  }
}

/**
 * Fetches a pack with its checksum, which lies beside it under the same address and `.sha256`, in the
 * form that `sha256sum` writes.
 * @returns null where the server has nothing newer
 * @throws Refusal; nothing is kept of what was fetched
 */
export async function fetchUpdate(
  address: string,
  { etag }: UpdateState,
  signal: AbortSignal,
  progress: (fraction: number | null) => void,
): Promise<FetchedUpdate | null> {
  const url = updateAddress(address);
  const headers: Record<string, string> = etag === null ? {} : { 'If-None-Match': etag };
  const pack = await download(url, MAX_PACK_BYTES, signal, headers, progress);
  if (pack.status === 304) return null;
  const beside = new URL(url);
  beside.pathname += '.sha256';
  const checksum = await download(beside, 4096, signal, {}, () => undefined);
  const stated = /^[0-9a-f]{64}/i.exec(Buffer.from(checksum.bytes).toString('utf8').trim())?.[0];
  if (stated === undefined || stated.toLowerCase() !== sha256(pack.bytes)) {
    throw new Refusal(
      'damaged-file',
      'The update does not have the checksum that lies beside it. The catalogue stays as it is.',
    );
  }
  return { bytes: pack.bytes, etag: pack.etag };
}
