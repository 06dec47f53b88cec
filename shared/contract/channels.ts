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
  'catalogue:query',
  'catalogue:search',
  'catalogue:product',
  'catalogue:rows',
  'catalogue:integrations',
  'catalogue:alternatives',
  'catalogue:icons',
  'catalogue:map',
  'catalogue:matches',
  'graph:between',
  'graph:neighbourhood',
  ...insightChannels,
  'stacks:list',
  'stacks:create',
  'stacks:get',
  'stacks:apply',
  'stacks:undo',
  'stacks:redo',
  'stacks:duplicate',
  'stacks:delete',
  'stacks:restore',
  'exchange:export-stack',
  'exchange:import-stack',
  'exchange:export-map',
  'finder:match',
  'backup:list',
  'backup:create',
  'backup:restore',
] as const;
export type Channel = (typeof channels)[number];

export const eventNames = [
  'stack:changed',
  'stacks:changed',
  'settings:changed',
  'workspace:replaced',
  'progress',
  'menu:action',
] as const;
export type EventName = (typeof eventNames)[number];
