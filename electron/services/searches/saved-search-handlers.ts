import { randomUUID } from 'node:crypto';
import type { EmitEvent, Handlers } from '../../../shared/contract/contract.ts';
import type { SavedSearch } from '../../../shared/domain/saved-search.ts';
import { Refusal } from '../../../shared/result.ts';
import { timeAfter } from '../time-after.ts';
import type { Workspace } from '../../store/workspace/open-workspace.ts';

type SavedSearchHandlers = Pick<
  Handlers,
  'searches:list' | 'searches:save' | 'searches:rename' | 'searches:delete' | 'searches:restore'
>;

/** More would be no help to find one; it also bounds what is read at each start. */
const MOST_SEARCHES = 200;

/** Handlers of the searches that a person keeps. Two never have the same name. */
export function createSavedSearchHandlers(
  workspace: Workspace,
  emit: EmitEvent,
): SavedSearchHandlers {
  const { searches } = workspace;
  const require = (id: string): SavedSearch => {
    const search = searches.get(id);
    if (!search) throw new Refusal('not-found', 'This saved search is there no more.', { id });
    return search;
  };
  const requireFree = (name: string, except?: string): void => {
    const same = searches
      .all()
      .some((each) => each.id !== except && each.name.toLowerCase() === name.toLowerCase());
    if (same) throw new Refusal('conflict', `There is a saved search “${name}” already.`, { name });
  };
  const requireRoom = (): void => {
    if (searches.all().length < MOST_SEARCHES) return;
    throw new Refusal(
      'too-large',
      `There are ${MOST_SEARCHES} saved searches. Delete one that you no longer need first.`,
    );
  };
  const change = (work: () => SavedSearch): SavedSearch => {
    const search = workspace.write(work);
    emit('searches:changed', {});
    return search;
  };
  return {
    'searches:list': () => searches.all(),
    'searches:save': ({ name, query }) =>
      change(() => {
        requireFree(name);
        requireRoom();
        const createdAt = timeAfter(searches.all().at(-1)?.createdAt);
        const search = { id: randomUUID(), name, query, createdAt };
        searches.insert(search);
        return search;
      }),
    'searches:rename': ({ id, name }) =>
      change(() => {
        require(id);
        requireFree(name, id);
        searches.rename(id, name);
        return require(id);
      }),
    'searches:delete': ({ id }) =>
      change(() => {
        const search = require(id);
        searches.remove(id);
        return search;
      }),
    'searches:restore': (search) =>
      change(() => {
        // Asked twice, it is there all the same.
        const there = searches.get(search.id);
        if (there) return there;
        requireFree(search.name);
        requireRoom();
        searches.insert(search);
        return search;
      }),
  };
}
