import { describe, expect, it } from 'vitest';
import { createCanvasHandlers } from '../../electron/services/canvas/canvas-handlers.ts';
import { createStackHistory } from '../../electron/services/stacks/stack-history.ts';
import { openWorkspace } from '../../electron/store/workspace/open-workspace.ts';
import { StackCommand } from '../../shared/stack/commands.ts';
import { callContext } from '../support/call-context.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { addStack, aWorkspace } from '../support/workspace.ts';

/** A PNG of one pixel. */
const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

describe('pictures', () => {
  it('are kept once under the hash of their bytes and come back after a restart', async () => {
    const folder = tempFolder();
    const first = openWorkspace({ folder });
    const handlers = createCanvasHandlers(first);
    const one = await handlers['stacks:add-picture']({ base64: pixel }, callContext());
    const two = await handlers['stacks:add-picture']({ base64: pixel }, callContext());
    expect(two).toEqual(one);
    first.close();
    const again = createCanvasHandlers(aWorkspace({ folder }));
    const back = await again['stacks:picture']({ id: one.id }, callContext());
    expect(back).toEqual({ mimeType: 'image/png', base64: pixel });
  });

  it('are refused when they are none by their bytes, whatever they are called', async () => {
    const handlers = createCanvasHandlers(aWorkspace({ folder: tempFolder() }));
    const svg = Buffer.from('<svg onload="alert(1)"/>').toString('base64');
    await expect(
      (async () => handlers['stacks:add-picture']({ base64: svg }, callContext()))(),
    ).rejects.toThrow('Only PNG, JPEG, WebP and GIF');
    await expect(
      (async () => handlers['stacks:picture']({ id: '0'.repeat(64) }, callContext()))(),
    ).rejects.toThrow('not in the workspace');
  });
});

describe('the history of a stack', () => {
  it('names all steps, newest first, with the place where the stack stands', async () => {
    const workspace = aWorkspace({ folder: tempFolder() });
    addStack(workspace, 's');
    const history = createStackHistory(workspace, () => new Date());
    for (const name of ['One', 'Two', 'Three']) {
      history.apply('s', StackCommand.parse({ type: 'rename-stack', name }));
    }
    history.undo('s');
    const handlers = createCanvasHandlers(workspace);
    const told = await handlers['stacks:history']({ stackId: 's', limit: 2 }, callContext());
    expect(told).toMatchObject({ position: 2, total: 3 });
    expect(told.steps.map(({ label }) => label)).toEqual(['Rename to Three', 'Rename to Two']);
  });
});
