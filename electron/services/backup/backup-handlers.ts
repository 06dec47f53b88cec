import type { EmitEvent, Handlers } from '../../../shared/contract/contract.ts';
import type { Workspace } from '../../store/workspace/open-workspace.ts';

export function createBackupHandlers(
  workspace: Workspace,
  emit: EmitEvent,
): Pick<Handlers, 'backup:list' | 'backup:create' | 'backup:restore'> {
  return {
    'backup:list': () => workspace.listBackups(),
    'backup:create': () => workspace.createBackup('manual'),
    'backup:restore': ({ name }) => {
      workspace.restoreBackup(name);
      emit('workspace:replaced', {});
      return {};
    },
  };
}
