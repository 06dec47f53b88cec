import Database from 'better-sqlite3';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createSavedSearchHandlers } from '../../electron/services/searches/saved-search-handlers.ts';
import { migrate, migrations } from '../../electron/store/workspace/migrations.ts';
import type { Workspace } from '../../electron/store/workspace/open-workspace.ts';
import { contract } from '../../shared/contract/contract.ts';
import type { SavedSearch } from '../../shared/domain/saved-search.ts';
import { callContext } from '../support/call-context.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { addStack, aWorkspace, stackNames } from '../support/workspace.ts';

const query = contract['searches:save'].input.shape.query.parse({
  text: 'category:cdp oss:yes',
  filter: { categories: ['cdp'], pricing: ['free'], stackFit: 3 },
  sort: 'stack-fit',
});

function services(workspace: Workspace) {
  const events: string[] = [];
  const handlers = createSavedSearchHandlers(workspace, (name) => events.push(name));
  const context = callContext();
  return {
    events,
    list: () => handlers['searches:list']({}, context) as SavedSearch[],
    save: (name: string) => handlers['searches:save']({ name, query }, context) as SavedSearch,
    rename: (id: string, name: string) => handlers['searches:rename']({ id, name }, context),
    remove: (id: string) => handlers['searches:delete']({ id }, context) as SavedSearch,
    restore: (search: SavedSearch) => handlers['searches:restore'](search, context),
  };
}

describe('saved searches', () => {
  it('keep all of what was asked, in the order of saving, over a restart', () => {
    const folder = tempFolder();
    const first = aWorkspace({ folder });
    const { save, events } = services(first);
    save('Open CDPs');
    save('Another');
    expect(events).toEqual(['searches:changed', 'searches:changed']);
    first.close();
    const { list } = services(aWorkspace({ folder }));
    expect(list().map(({ name }) => name)).toEqual(['Open CDPs', 'Another']);
    expect(list()[0]?.query).toEqual(query);
    expect(contract['searches:list'].output.parse(list())).toEqual(list());
  });

  it('are renamed, deleted and put back as they were', () => {
    const { save, rename, remove, restore, list } = services(aWorkspace({ folder: tempFolder() }));
    const { id } = save('One');
    save('Two');
    rename(id, 'First');
    const before = list();
    expect(before[0]).toMatchObject({ id, name: 'First' });
    const deleted = remove(id);
    expect(list()).toHaveLength(1);
    restore(deleted);
    restore(deleted);
    expect(list()).toEqual(before);
  });

  it('refuse a name that is taken, and what is there no more, changing nothing', () => {
    const { save, rename, remove, list, events } = services(aWorkspace({ folder: tempFolder() }));
    const one = save('One');
    save('Two');
    const before = list();
    expect(() => save('ONE')).toThrow('There is a saved search “ONE” already.');
    expect(() => rename(one.id, 'two')).toThrow('already');
    expect(() => remove('nothing')).toThrow('This saved search is there no more.');
    expect(list()).toEqual(before);
    expect(events).toHaveLength(2);
    rename(one.id, 'one');
  });

  it('come to a workspace of the first release, which keeps all that it had and a backup', () => {
    const folder = tempFolder();
    const old = new Database(join(folder, 'workspace.db'));
    migrate(old, migrations.slice(0, 1));
    old.exec(
      "INSERT INTO stack VALUES ('old', 'From before', '2026-01-01', '2026-01-01', NULL, 0, 0)",
    );
    old.close();
    const workspace = aWorkspace({ folder });
    expect(stackNames(workspace)).toEqual(['From before']);
    services(workspace).save('New');
    addStack(workspace, 'new');
    expect(services(workspace).list()).toHaveLength(1);
    expect(workspace.listBackups()).toMatchObject([{ reason: 'migration', stacks: 1 }]);
  });

  it('leave out what another release stored and this one cannot read', () => {
    const folder = tempFolder();
    const workspace = aWorkspace({ folder });
    services(workspace).save('Odd');
    workspace.close();
    const db = new Database(join(folder, 'workspace.db'));
    db.prepare('UPDATE saved_search SET query = ?').run(
      JSON.stringify({ text: 'email', filter: { categories: 7 }, sort: 'by-mood' }),
    );
    db.close();
    const [odd] = services(aWorkspace({ folder })).list();
    expect(odd?.query).toMatchObject({ text: 'email', sort: 'relevance' });
    expect(odd?.query.filter.categories).toEqual([]);
  });
});
