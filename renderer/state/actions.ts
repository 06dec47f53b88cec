import { useEffect } from 'react';
import { create } from 'zustand';
import { actionList, type ActionId } from '../../shared/actions.ts';

/** What an action does where it can be done at all. */
export interface ActionBinding {
  readonly run: () => void;
  readonly isEnabled?: boolean;
}

type Bindings = Partial<Record<ActionId, ActionBinding>>;

/** What each action does on the screen that is open; menu, palette and keys all come here. */
const useBindings = create<{ readonly bindings: Bindings }>()(() => ({ bindings: {} }));

/** Binds actions while a component is on screen. Pass a memoised or module-level object. */
export function useActionBindings(bindings: Bindings): void {
  useEffect(() => {
    useBindings.setState((state) => ({ bindings: { ...state.bindings, ...bindings } }));
    return () =>
      useBindings.setState((state) => {
        const left = { ...state.bindings };
        for (const id of Object.keys(bindings) as ActionId[]) {
          // A later component may have taken the action over already.
          if (left[id] === bindings[id]) delete left[id];
        }
        return { bindings: left };
      });
  }, [bindings]);
}

export function runAction(id: string): void {
  const action = actionList.find((each) => each.id === id);
  const binding = action && useBindings.getState().bindings[action.id];
  if (binding && binding.isEnabled !== false) binding.run();
}

export function isActionEnabled(id: ActionId): boolean {
  const binding = useBindings.getState().bindings[id];
  return binding !== undefined && binding.isEnabled !== false;
}

/** The actions that can be run now, as the palette lists them. */
export function useEnabledActions(): readonly (typeof actionList)[number][] {
  const bindings = useBindings((state) => state.bindings);
  return actionList.filter(({ id }) => {
    const binding = bindings[id];
    return binding !== undefined && binding.isEnabled !== false;
  });
}
