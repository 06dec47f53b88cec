import type { ActionBinding } from '../state/actions.ts';
import { useDialogs } from '../state/dialogs.ts';
import { openSwap } from '../versions/swap-state.ts';
import { arrangeStack } from './arrange-edits.ts';
import { addLane } from './lane-edits.ts';
import { markActions } from './node-edits.ts';

/** What the palette and the menus can do with the structure of a stack and the states in it. */
export function structureBindings(
  hasNodes: boolean,
  /** The only product that is selected, or null. */
  onlyNode: string | null,
): Readonly<Record<string, ActionBinding>> {
  const { show } = useDialogs.getState();
  return {
    'canvas.arrange': { run: () => void arrangeStack() },
    'lane.add': { run: () => void addLane() },
    'canvas.structure': { run: () => show('structure') },
    'node.swap': {
      run: () => {
        if (onlyNode !== null) openSwap(onlyNode);
      },
      isEnabled: onlyNode !== null,
    },
    'node.details': { run: () => show('node-details'), isEnabled: hasNodes },
    ...Object.fromEntries(markActions.map(({ id, run }) => [id, { run, isEnabled: hasNodes }])),
  };
}
