import { canvasChannels } from '../canvas/calls.ts';
import { customChannels } from '../custom/calls.ts';
import { graphChannels } from '../graph/calls.ts';
import { importChannels } from '../import/calls.ts';
import { landscapeChannels } from '../landscape/calls.ts';
import { packChannels } from '../packs/calls.ts';
import { versionChannels } from '../versions/calls.ts';
import { workshopChannels } from '../workshop/calls.ts';
import { insightChannels } from '../insights/calls.ts';

/** The names of every call and event. No zod here: the sandboxed preload bundles this file. */
export const channels = [
  'app:info',
  'app:dismiss-notice',
  'app:open-external',
  'app:save-file',
  'settings:get',
  'settings:set',
  'catalogue:stats',
  'catalogue:taxonomy',
  'catalogue:sources',
  'catalogue:doubts',
  'catalogue:query',
  'catalogue:search',
  'catalogue:product',
  'catalogue:rows',
  'catalogue:integrations',
  'catalogue:alternatives',
  'catalogue:icons',
  'catalogue:map',
  'catalogue:matches',
  'searches:list',
  'searches:save',
  'searches:rename',
  'searches:delete',
  'searches:restore',
  ...graphChannels,
  ...insightChannels,
  ...landscapeChannels,
  'stacks:list',
  'stacks:create',
  'stacks:get',
  'stacks:apply',
  'stacks:undo',
  'stacks:redo',
  'stacks:duplicate',
  'stacks:delete',
  'stacks:restore',
  ...canvasChannels,
  ...versionChannels,
  ...workshopChannels,
  'exchange:export-stack',
  'exchange:import-stack',
  'exchange:export-map',
  'personal:list',
  'personal:set',
  ...customChannels,
  ...importChannels,
  ...packChannels,
  'finder:match',
  'backup:list',
  'backup:create',
  'backup:restore',
] as const;
export type Channel = (typeof channels)[number];

export const eventNames = [
  'stack:changed',
  'stacks:changed',
  'versions:changed',
  'workshops:changed',
  'searches:changed',
  'settings:changed',
  'personal:changed',
  'catalogue:changed',
  'insights:changed',
  'workspace:replaced',
  'progress',
  'menu:action',
] as const;
export type EventName = (typeof eventNames)[number];
