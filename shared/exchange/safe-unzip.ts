import { unzipSync } from 'fflate';
import { Refusal } from '../result.ts';

export interface ZipLimits {
  readonly entries: number;
  /** Bytes of all entries together, unpacked. */
  readonly bytes: number;
  /** Unpacked to packed; a file of zeros reaches a thousand, what people write about ten. */
  readonly ratio: number;
}

/**
 * Goes through a zip file within limits that hold before anything is unpacked.
 * @throws Refusal 'damaged-file' where it is no zip or does not unpack, 'too-large' beyond a limit
 */
function unzipWithin(
  bytes: Uint8Array,
  limits: ZipLimits,
  isWanted: (name: string) => boolean,
): Record<string, Uint8Array> {
  let entries = 0;
  let total = 0;
  let packed = 0;
  const tooLarge = (why: string): Refusal =>
    new Refusal('too-large', `This file ${why}; nothing was read from it.`);
  try {
    return unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        entries += 1;
        if (entries > limits.entries) throw tooLarge(`holds more than ${limits.entries} parts`);
        total += originalSize;
        packed += size;
        if (total > limits.bytes) {
          const megabytes = Math.round(limits.bytes / 1024 / 1024);
          throw tooLarge(`would unpack to more than ${megabytes} MB`);
        }
        if (total > 1024 * 1024 && total > packed * limits.ratio) {
          throw tooLarge('unpacks to far more than it should');
        }
        return isWanted(name);
      },
    });
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(
      'damaged-file',
      'This file is damaged or only part of it: it does not unpack.',
    );
  }
}

/**
 * The entries of a zip file that are wanted. Names are keys, never paths: nothing is written anywhere.
 * @throws Refusal 'damaged-file' or 'too-large', each with a sentence
 */
export function safeUnzip(
  bytes: Uint8Array,
  limits: ZipLimits,
  isWanted: (name: string) => boolean,
): ReadonlyMap<string, Uint8Array> {
  return new Map(Object.entries(unzipWithin(bytes, limits, isWanted)));
}

/** Whether a file is a zip, by its first bytes. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
