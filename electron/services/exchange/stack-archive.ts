import { strToU8, zipSync } from 'fflate';
import { MAX_PICTURE_BYTES, pictureType } from '../../../shared/exchange/picture-type.ts';
import {
  parseStackFile,
  writeStackFile,
  type StackContent,
} from '../../../shared/exchange/stack-file.ts';
import { Refusal, unwrap } from '../../../shared/result.ts';
import { pictureIdOf, type StoredPicture } from '../../store/workspace/picture-repository.ts';
import { safeUnzip } from '../../../shared/exchange/safe-unzip.ts';

const STACK = 'stack.json';
const PICTURES = 'pictures/';
const LIMITS = { entries: 500, bytes: 100 * 1024 * 1024, ratio: 200 } as const;

export interface StackArchive {
  readonly content: StackContent;
  readonly pictures: readonly StoredPicture[];
}

/** Ids of the pictures that stand on a stack, each once. */
export function picturesOf(stack: Pick<StackContent, 'items'>): string[] {
  const ids = Object.values(stack.items).flatMap((item) =>
    item.type === 'picture' ? [item.pictureId] : [],
  );
  return [...new Set(ids)].sort();
}

/**
 * A stack with its pictures as a `.stackscape` file: a zip of `stack.json`, in the format of
 * `writeStackFile`, and of each picture under its hash. The same stack gives the same bytes.
 */
export function writeStackArchive({ content, pictures }: StackArchive): Uint8Array {
  const entries: Record<string, Uint8Array> = { [STACK]: strToU8(writeStackFile(content)) };
  for (const { id, bytes } of pictures) entries[`${PICTURES}${id}`] = bytes;
  return zipSync(entries, { mtime: new Date('1980-01-01T00:00:00Z'), level: 6 });
}

/**
 * Reads a `.stackscape` file. A picture counts only if it is one and hashes to its name.
 * @throws Refusal with a sentence for whatever is wrong; nothing of the file is used then
 */
export function readStackArchive(bytes: Uint8Array): StackArchive {
  const entries = safeUnzip(
    bytes,
    LIMITS,
    (name) => name === STACK || /^pictures\/[0-9a-f]{64}$/.test(name),
  );
  const stack = entries.get(STACK);
  if (!stack) {
    throw new Refusal('invalid-input', 'This is not a Stackscape file: there is no stack in it.');
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(stack);
  } catch {
    throw new Refusal('damaged-file', 'This stack file is damaged: its text is not UTF-8.');
  }
  const content = unwrap(parseStackFile(text));
  const pictures = picturesOf(content).flatMap((id): StoredPicture[] => {
    const picture = entries.get(`${PICTURES}${id}`);
    if (!picture) return [];
    const mimeType = pictureType(picture);
    if (!mimeType || picture.length > MAX_PICTURE_BYTES || pictureIdOf(picture) !== id) {
      throw new Refusal(
        'damaged-file',
        'This stack file is damaged: a picture in it is not whole.',
      );
    }
    return [{ id, mimeType, bytes: picture }];
  });
  return { content, pictures };
}
