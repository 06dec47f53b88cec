import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStackHistory } from '../../electron/services/stacks/stack-history.ts';
import { openWorkspace } from '../../electron/store/workspace/open-workspace.ts';
import type { Workspace } from '../../electron/store/workspace/open-workspace.ts';
import type { StackChange } from '../../shared/contract/contract.ts';
import { Refusal } from '../../shared/result.ts';
import { StackCommand } from '../../shared/stack/commands.ts';
import { newStack } from '../../shared/stack/new-stack.ts';
import { applyPatch } from '../../shared/stack/patch.ts';
import { stackCommand } from '../support/stack-arbitraries.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { addStack, aWorkspace } from '../support/workspace.ts';

const historyOf = (workspace: Workspace) => createStackHistory(workspace, () => new Date());

function adding(n: number): StackCommand {
  const product = {
    id: `n${n}`,
    productId: `p${n}`,
    name: `Product ${n}`,
    categoryId: 'crm',
    groupId: 'social' as const,
  };
  return StackCommand.parse({ type: 'add-products', products: [product] });
}

describe('undo and redo', () => {
  it('go on after a restart where they were', () => {
    const folder = tempFolder();
    const first = openWorkspace({ folder });
    addStack(first, 's');
    for (const n of [1, 2, 3]) historyOf(first).apply('s', adding(n));
    historyOf(first).undo('s');
    first.close();

    const history = historyOf(aWorkspace({ folder }));
    expect(history.state('s')).toMatchObject({
      revision: 4,
      history: { undo: 'Add Product 2', redo: 'Add Product 3' },
    });
    expect(history.redo('s').history).toEqual({ undo: 'Add Product 3', redo: null });
    for (let step = 0; step < 3; step++) history.undo('s');
    expect(history.state('s')).toMatchObject({
      stack: newStack('s', 's'),
      revision: 8,
      history: { undo: null, redo: 'Add Product 1' },
    });
  });

  it('refuse when there is nothing left, and change nothing', () => {
    const workspace = aWorkspace({ folder: tempFolder() });
    addStack(workspace, 's');
    const history = historyOf(workspace);
    expect(() => history.undo('s')).toThrow('nothing to undo');
    expect(() => history.redo('s')).toThrow('nothing to redo');
    expect(history.state('s').revision).toBe(0);
  });

  it('are told of one moment, although another process writes while the stack is read', () => {
    const folder = tempFolder();
    const workspace = aWorkspace({ folder });
    addStack(workspace, 's');
    historyOf(workspace).apply('s', adding(1));
    const other = historyOf(aWorkspace({ folder }));
    const { find } = workspace.stacks;
    const interrupted = {
      ...workspace.stacks,
      find: (id: string) => {
        const stored = find(id);
        other.undo('s');
        other.apply('s', adding(2));
        return stored;
      },
    };
    expect(historyOf({ ...workspace, stacks: interrupted }).state('s')).toMatchObject({
      revision: 1,
      history: { undo: 'Add Product 1', redo: null },
    });
    expect(historyOf(workspace).state('s').revision).toBe(3);
  });

  it('forget what was undone once something new is done', () => {
    const workspace = aWorkspace({ folder: tempFolder() });
    addStack(workspace, 's');
    const history = historyOf(workspace);
    for (const n of [1, 2, 3]) history.apply('s', adding(n));
    history.undo('s');
    history.undo('s');
    expect(history.apply('s', adding(4)).history).toEqual({ undo: 'Add Product 4', redo: null });
    expect(() => history.redo('s')).toThrow('nothing to redo');
    expect(workspace.stacks.changes('s').map((change) => change.label)).toEqual([
      'Add Product 1',
      'Add Product 4',
    ]);
  });

  it('keep to their own stack', () => {
    const workspace = aWorkspace({ folder: tempFolder() });
    addStack(workspace, 's');
    addStack(workspace, 't');
    const history = historyOf(workspace);
    history.apply('s', adding(1));
    history.apply('t', adding(2));
    history.undo('s');
    expect(Object.keys(history.state('t').stack.nodes)).toEqual(['n2']);
  });
});

/** Any run of commands, undos and redos. */
const step = fc.oneof(
  { weight: 6, arbitrary: stackCommand },
  { weight: 1, arbitrary: fc.constantFrom('undo' as const, 'redo' as const) },
);

/** Takes a step, unless the stack refuses it or there is nothing to undo or redo. */
function take(workspace: Workspace, each: StackCommand | 'undo' | 'redo'): StackChange | undefined {
  const history = historyOf(workspace);
  try {
    return typeof each === 'string' ? history[each]('s') : history.apply('s', each);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

describe('any sequence of commands, undos and redos', () => {
  it('gives the stack back when everything is undone, and the same stack when redone', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 25 }), (steps) => {
        const workspace = openWorkspace({ folder: tempFolder() });
        try {
          addStack(workspace, 's');
          const history = historyOf(workspace);
          const before = history.state('s').stack;
          for (const each of steps) take(workspace, each);
          while (history.state('s').history.redo !== null) history.redo('s');
          const after = history.state('s').stack;
          while (history.state('s').history.undo !== null) history.undo('s');
          expect(history.state('s').stack).toEqual(before);
          while (history.state('s').history.redo !== null) history.redo('s');
          expect(history.state('s').stack).toEqual(after);
        } finally {
          workspace.close();
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is told in full by the log: replaying it gives the stored stack', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 25 }), (steps) => {
        const workspace = openWorkspace({ folder: tempFolder() });
        try {
          addStack(workspace, 's');
          for (const each of steps) take(workspace, each);
          const stored = workspace.stacks.find('s');
          const inEffect = workspace.stacks
            .changes('s')
            .filter((change) => change.seq <= (stored?.position ?? 0));
          const replayed = inEffect.reduce(
            (stack, change) => applyPatch(stack, change.patch),
            newStack('s', 's'),
          );
          expect(stored?.stack).toEqual(replayed);
        } finally {
          workspace.close();
        }
      }),
      { numRuns: 40 },
    );
  });

  it('sends patches from which a page arrives at the stored stack', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 15 }), (steps) => {
        const workspace = openWorkspace({ folder: tempFolder() });
        try {
          addStack(workspace, 's');
          const history = historyOf(workspace);
          let page = history.state('s').stack;
          for (const each of steps) {
            const change = take(workspace, each);
            if (change) page = applyPatch(page, change.patch);
          }
          expect(page).toEqual(history.state('s').stack);
        } finally {
          workspace.close();
        }
      }),
      { numRuns: 25 },
    );
  });
});
