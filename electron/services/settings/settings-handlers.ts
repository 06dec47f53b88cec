import { Settings } from '../../../shared/contract/app.ts';
import type { EmitEvent, Handlers } from '../../../shared/contract/contract.ts';
import type { Workspace } from '../../store/workspace/open-workspace.ts';

/** A value that an older or newer release stored and this one cannot read falls back to its default. */
function readSettings(stored: Record<string, unknown>): Settings {
  const readable = Object.entries(Settings.shape).filter(
    ([key, schema]) => key in stored && schema.safeParse(stored[key]).success,
  );
  return Settings.parse(Object.fromEntries(readable.map(([key]) => [key, stored[key]])));
}

export function createSettingsHandlers(
  workspace: Workspace,
  emit: EmitEvent,
): Pick<Handlers, 'settings:get' | 'settings:set'> {
  const current = (): Settings => readSettings(workspace.settings.all());
  return {
    'settings:get': current,
    'settings:set': (input) => {
      const settings = workspace.write(() => {
        for (const [key, value] of Object.entries(input)) {
          if (value !== undefined) workspace.settings.set(key, value);
        }
        return current();
      });
      emit('settings:changed', settings);
      return settings;
    },
  };
}
