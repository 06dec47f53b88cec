import type { Database } from 'better-sqlite3';
import { createCustomRepository } from './custom-repository.ts';
import { createImportRepository } from './import-repository.ts';
import { createInsightChoiceRepository } from './insight-choice-repository.ts';
import { createNoticeRepository } from './notice-repository.ts';
import { createPersonalRepository } from './personal-repository.ts';
import { createPictureRepository } from './picture-repository.ts';
import { createSavedSearchRepository } from './saved-search-repository.ts';
import { createSettingRepository } from './setting-repository.ts';
import { createSnapshotRepository } from './snapshot-repository.ts';
import { createStackRepository } from './stack-repository.ts';
import { createWorkshopRepository } from './workshop-repository.ts';

/** Everything that is kept in a workspace. @throws the database's error where a table is not as expected */
export function createRepositories(db: Database) {
  return {
    stacks: createStackRepository(db),
    settings: createSettingRepository(db),
    searches: createSavedSearchRepository(db),
    notices: createNoticeRepository(db),
    personal: createPersonalRepository(db),
    insightChoices: createInsightChoiceRepository(db),
    pictures: createPictureRepository(db),
    custom: createCustomRepository(db),
    imports: createImportRepository(db),
    snapshots: createSnapshotRepository(db),
    workshops: createWorkshopRepository(db),
  };
}
export type Repositories = ReturnType<typeof createRepositories>;
