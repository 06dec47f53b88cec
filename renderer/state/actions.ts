import { useEffect } from 'react';
import { create } from 'zustand';
import { actionList, type ActionId } from '../../shared/actions.ts';

/** What an action does where it can be done at all. */
export interface ActionBinding {
  readonly run: () => void;
  readonly isEnabled?: boolean;
}

type Bindings = Partial<Record<ActionId, ActionBinding>>;

/** Who gives an action its meaning: the application, or the screen that is open, which goes first. */
type Level = 'app' | 'screen';

interface Layer {
  readonly level: Level;
  readonly bindings: Bindings;
}

/** What each action does now; menu, palette and keys all come here. */
const useBindings = create<{ readonly layers: readonly Layer[]; readonly bindings: Bindings }>()(
  () => ({ layers: [], bindings: {} }),
);

function setLayers(change: (layers: readonly Layer[]) => readonly Layer[]): void {
  useBindings.setState((state) => {
    const layers = change(state.layers);
    const of = (level: Level): Bindings[] =>
      layers.filter((layer) => layer.level === level).map((layer) => layer.bindings);
    return { layers, bindings: Object.assign({}, ...of('app'), ...of('screen')) as Bindings };
  });
}

/** Binds actions while a component is on screen. Pass a memoised or module-level object. */
export function useActionBindings(bindings: Bindings, level: Level = 'screen'): void {
  useEffect(() => {
    const layer: Layer = { level, bindings };
    setLayers((layers) => [...layers, layer]);
    return () => setLayers((layers) => layers.filter((each) => each !== layer));
  }, [bindings, level]);
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
