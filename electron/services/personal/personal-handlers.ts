import type { EmitEvent, Handlers } from '../../../shared/contract/contract.ts';
import {
  distinctTags,
  isUnmarked,
  unmarked,
  type PersonalMark,
} from '../../../shared/domain/personal.ts';
import { Refusal } from '../../../shared/result.ts';
import type { Workspace } from '../../store/workspace/open-workspace.ts';

interface PersonalOptions {
  readonly workspace: Workspace;
  /** Whether the catalogue has a product of this id. */
  readonly isKnown: (id: string) => boolean;
  readonly emit: EmitEvent;
}

/** Notes, tags and hidden products: read all at once, written product by product. */
export function createPersonalHandlers({
  workspace,
  isKnown,
  emit,
}: PersonalOptions): Pick<Handlers, 'personal:list' | 'personal:set'> {
  return {
    'personal:list': () => workspace.personal.all(),
    'personal:set': ({ id, hidden, note, tags }) => {
      const mark = workspace.write((): PersonalMark => {
        const before = workspace.personal.get(id);
        // A product that has left the catalogue keeps what was said of it, and may lose it.
        if (!before && !isKnown(id)) {
          throw new Refusal('not-found', `There is no product “${id}” in the catalogue.`, { id });
        }
        const next: PersonalMark = {
          ...(before ?? unmarked(id)),
          ...(hidden === undefined ? {} : { hidden }),
          ...(note === undefined ? {} : { note }),
          ...(tags === undefined ? {} : { tags: distinctTags(tags) }),
        };
        if (isUnmarked(next)) workspace.personal.remove(id);
        else workspace.personal.put(next, new Date().toISOString());
        return next;
      });
      emit('personal:changed', mark);
      return mark;
    },
  };
}
