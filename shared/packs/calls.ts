/** Names of the calls; no zod here, as the sandboxed preload bundles them. */
export const packChannels = [
  'packs:list',
  'packs:export',
  'packs:check',
  'packs:install',
  'packs:use',
  'packs:remove',
  'packs:compare',
  'packs:update',
] as const;
