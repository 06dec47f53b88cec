import type { Handlers } from '../../../shared/contract/contract.ts';
import {
  MAX_PICTURE_BYTES,
  pictureType,
  pictureTypes,
} from '../../../shared/exchange/picture-type.ts';
import { Refusal } from '../../../shared/result.ts';
import type { Workspace } from '../../store/workspace/open-workspace.ts';

type CanvasHandlers = Pick<Handlers, 'stacks:history' | 'stacks:picture' | 'stacks:add-picture'>;

/** Handlers for what a canvas shows beside the stack itself: its history and its pictures. */
export function createCanvasHandlers(
  workspace: Workspace,
  now: () => Date = () => new Date(),
): CanvasHandlers {
  return {
    'stacks:history': ({ stackId, limit }) =>
      workspace.read(() => {
        const stored = workspace.stacks.find(stackId);
        if (!stored) throw new Refusal('not-found', 'There is no such stack.', { id: stackId });
        return { ...workspace.stacks.steps(stackId, limit), position: stored.position };
      }),

    'stacks:picture': ({ id }) => {
      const picture = workspace.read(() => workspace.pictures.get(id));
      const mimeType = pictureTypes.find((type) => type === picture?.mimeType);
      if (!picture || !mimeType) {
        throw new Refusal('not-found', 'This picture is not in the workspace.', { id });
      }
      return { mimeType, base64: Buffer.from(picture.bytes).toString('base64') };
    },

    'stacks:add-picture': ({ base64 }) => {
      const bytes = Buffer.from(base64, 'base64');
      if (bytes.length > MAX_PICTURE_BYTES) {
        throw new Refusal('invalid-input', 'A picture may have at most 5 MB; make it smaller.');
      }
      // By its first bytes, whatever it is called: nothing else can come back out as a picture.
      const mimeType = pictureType(bytes);
      if (!mimeType) {
        throw new Refusal('invalid-input', 'Only PNG, JPEG, WebP and GIF pictures can be kept.');
      }
      const id = workspace.write(() =>
        workspace.pictures.put(mimeType, bytes, now().toISOString()),
      );
      return { id, mimeType };
    },
  };
}
