import { unzipSync } from 'fflate';
import { Refusal } from '../../../shared/result.ts';

export interface ZipLimits {
  readonly entries: number;
  /** Bytes of all entries together, unpacked. */
  readonly bytes: number;
  /** Unpacked to packed; a file of zeros reaches a thousand, what people write about ten. */
  readonly ratio: number;
}

/**
 * The entries of a zip file that are wanted, within limits that hold before anything is unpacked.
 * Names are keys, never paths: nothing is written anywhere.
 * @throws Refusal 'damaged-file' where it is no zip or does not unpack, 'too-large' beyond a limit
 */
export function safeUnzip(
  bytes: Uint8Array,
  limits: ZipLimits,
  isWanted: (name: string) => boolean,
): ReadonlyMap<string, Uint8Array> {
  let entries = 0;
  let total = 0;
  let packed = 0;
  const tooLarge = (why: string): Refusal =>
    new Refusal('too-large', `This file ${why}; nothing was read from it.`);
  try {
    const unpacked = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        entries += 1;
        if (entries > limits.entries) {
          throw tooLarge(`holds more than ${limits.entries} parts`);
        }
        if (!isWanted(name)) return false;
        total += originalSize;
        packed += size;
        if (total > limits.bytes) {
          const megabytes = Math.round(limits.bytes / 1024 / 1024);
          throw tooLarge(`would unpack to more than ${megabytes} MB`);
        }
        if (total > 1024 * 1024 && total > packed * limits.ratio) {
          throw tooLarge('unpacks to far more than it should');
        }
        return true;
      },
    });
    return new Map(Object.entries(unpacked));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(
      'damaged-file',
      'This file is damaged or only part of it: it does not unpack.',
    );
  }
}

/** Whether a file is a zip, by its first bytes. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
