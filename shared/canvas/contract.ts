import { z } from 'zod';
import { EntityId } from '../domain/ids.ts';
import { MAX_PICTURE_BYTES, pictureTypes } from '../exchange/picture-type.ts';
import type { canvasChannels } from './calls.ts';

/** One step in the history of a stack. */
export const HistoryStep = z.object({
  /** From 1 on; the state before the first step has 0. */
  seq: z.number().int(),
  label: z.string(),
  /** ISO 8601, UTC. */
  createdAt: z.string(),
});
export type HistoryStep = z.output<typeof HistoryStep>;

const PictureId = z.string().regex(/^[0-9a-f]{64}$/);
const MimeType = z.enum(pictureTypes);
/** In base64, four characters stand for three bytes. */
const MAX_BASE64 = Math.ceil(MAX_PICTURE_BYTES / 3) * 4;

export const canvasCalls = {
  'stacks:history': {
    input: z.object({ stackId: EntityId, limit: z.int().min(1).max(2000).default(500) }),
    output: z.object({
      /** Newest first, those that were undone included. */
      steps: z.array(HistoryStep),
      /** Seq of the last step in effect; 0 where all are undone. */
      position: z.number().int(),
      total: z.number().int(),
    }),
  },
  'stacks:picture': {
    input: z.object({ id: PictureId }),
    output: z.object({ mimeType: MimeType, base64: z.string() }),
  },
  /** Keeps a picture under the hash of its bytes; the same one twice is kept once. */
  'stacks:add-picture': {
    input: z.object({ base64: z.base64().max(MAX_BASE64, 'A picture may have at most 5 MB.') }),
    output: z.object({ id: PictureId, mimeType: MimeType }),
  },
} satisfies Record<(typeof canvasChannels)[number], { input: z.ZodType; output: z.ZodType }>;
