import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { createStackHistory } from '../../electron/services/stacks/stack-history.ts';
import { migrate, migrations } from '../../electron/store/workspace/migrations.ts';
import { StackCommand, type StackCommandInput } from '../../shared/stack/commands.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { addStack, aWorkspace } from '../support/workspace.ts';

const upTo = (version: number) => migrations.filter((step) => step.version <= version);

describe('a stack from before notes, states and templates', () => {
  it('opens with all its products in use, its connections live, and its history', () => {
    const folder = tempFolder();
    const db = new Database(join(folder, 'workspace.db'));
    migrate(db, upTo(3));
    db.exec(`
      INSERT INTO stack VALUES ('s', 'Ours', '2026-01-01', '2026-01-01', NULL, 1, 1);
      INSERT INTO stack_lane VALUES (1, 's', 'lane', 'Data', '["data"]', 0, 0, 208, 520);
      INSERT INTO stack_node VALUES (1, 's', 'a', 'segment', 'Segment', 'cdp', 'data', 'lane', 12, 44);
      INSERT INTO stack_node VALUES (2, 's', 'b', 'braze', 'Braze', 'cdp', 'data', NULL, 400, 44);
      INSERT INTO stack_connection VALUES (1, 's', 'c', 'a', 'b', 'orders', 'both');
      INSERT INTO stack_change VALUES ('s', 1, 'connect', 'Connect Segment and Braze',
        '{"connections":{"set":[{"id":"c","fromNodeId":"a","toNodeId":"b","label":"orders","direction":"both"}],"remove":[]}}',
        '{"connections":{"set":[],"remove":["c"]}}', '2026-01-01');
    `);
    db.close();

    const workspace = aWorkspace({ folder });
    const history = createStackHistory(workspace, () => new Date());
    const { stack } = history.state('s');
    expect(stack.nodes['a']).toMatchObject({ state: 'in-use', owner: '', locked: false });
    expect(stack.connections['c']).toMatchObject({ state: 'live', dataKinds: [] });
    expect(stack.lanes['lane']).toMatchObject({ shape: 'column', categories: [] });
    expect(stack).toMatchObject({ items: {}, templateId: 'taxonomy' });
    history.undo('s');
    expect(history.state('s').stack.connections).toEqual({});
    history.redo('s');
    expect(history.state('s').stack).toEqual(stack);
  });
});

describe('what stands on a canvas', () => {
  it('is there after a restart, every field of it', () => {
    const folder = tempFolder();
    const first = aWorkspace({ folder });
    addStack(first, 's');
    const history = createStackHistory(first, () => new Date());
    const commands: readonly StackCommandInput[] = [
      {
        type: 'add-products',
        products: [1, 2].map((n) => ({
          ...{ id: `n${n}`, productId: `p${n}`, name: `P${n}`, categoryId: 'cdp' },
          groupId: 'data' as const,
        })),
      },
      {
        type: 'edit-nodes',
        nodeIds: ['n1'],
        change: {
          state: 'planned',
          owner: 'Marketing',
          yearlyCost: 12_000.5,
          hasProcessorAgreement: false,
        },
      },
      { type: 'lock', nodeIds: ['n2'], locked: true },
      { type: 'cluster', nodeIds: ['n1', 'n2'], clusterId: 'together' },
      {
        type: 'connect',
        connectionId: 'c',
        fromNodeId: 'n1',
        toNodeId: 'n2',
        state: 'broken',
        dataKinds: ['orders', 'profiles'],
      },
      {
        type: 'add-items',
        items: [
          { type: 'note', id: 'i1', x: 0, y: 0, width: 160, height: 120, text: 'Why?' },
          { type: 'frame', id: 'i2', x: 0, y: 0, width: 900, height: 600, title: 'One', order: 1 },
          {
            ...{ type: 'picture', id: 'i3', x: 0, y: 0, width: 90, height: 60 },
            pictureId: 'a'.repeat(64),
          },
        ],
      },
      { type: 'edit-lane', laneId: 'lane-data', change: { shape: 'row', categories: ['cdp'] } },
    ];
    for (const command of commands) history.apply('s', StackCommand.parse(command));
    const before = history.state('s');
    first.close();
    expect(createStackHistory(aWorkspace({ folder }), () => new Date()).state('s')).toEqual(before);
  });
});
