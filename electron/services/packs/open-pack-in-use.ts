import type { OwnRecords } from '../../../shared/custom/records.ts';
import { BUNDLED } from '../../../shared/packs/contract.ts';
import { Refusal } from '../../../shared/result.ts';
import { openCatalogue, type Catalogue } from '../../store/catalogue/open-catalogue.ts';
import type { Workspace } from '../../store/workspace/open-workspace.ts';
import { PACK_IN_USE, packInUse } from './pack-handlers.ts';
import type { PackStore } from './pack-store.ts';

/**
 * Opens the catalogue that was chosen. One that has been damaged since gives way to the one of this
 * release, and a notice says so: a person's own work does not depend on either.
 * @throws Refusal where the catalogue of this release itself cannot be opened
 */
export function openPackInUse(workspace: Workspace, store: PackStore, own: OwnRecords): Catalogue {
  const id = packInUse(workspace, store);
  if (id === BUNDLED) return openCatalogue(store.fileOf(BUNDLED), own);
  try {
    return openCatalogue(store.fileOf(id), own);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    workspace.write(() => {
      workspace.settings.set(PACK_IN_USE, BUNDLED);
      const notice = {
        id: `pack-${id}-${Date.now()}`,
        level: 'warning' as const,
        title: 'A catalogue pack could not be opened',
        text: `${error.message} The catalogue of this release is shown instead; install the pack again to use it.`,
        backups: [],
      };
      workspace.notices.add(notice, new Date().toISOString());
    });
    return openCatalogue(store.fileOf(BUNDLED), own);
  }
}
