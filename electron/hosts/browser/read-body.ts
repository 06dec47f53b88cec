import type { IncomingMessage } from 'node:http';

/** A stack file of 20 MB as base64 fits, with room for the JSON around it. */
const MAX_BODY_BYTES = 30 * 1024 * 1024;
/** Past this the connection is cut instead of read to its end. */
const MAX_DISCARDED_BYTES = 1024 * 1024 * 1024;

/**
 * The text of a request's body.
 * @returns null if it is larger than `limit` bytes. It is then still read to its end, because a
 *   browser shows no answer to a request whose connection was cut while sending.
 */
export async function readBody(
  request: IncomingMessage,
  limit = MAX_BODY_BYTES,
): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_DISCARDED_BYTES) {
      request.destroy();
      return null;
    }
    if (size > limit) chunks.length = 0;
    else chunks.push(chunk);
  }
  return size > limit ? null : Buffer.concat(chunks).toString('utf8');
}
