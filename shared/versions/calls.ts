/** Names of the calls; no zod here, as the sandboxed preload bundles them. */
export const versionChannels = [
  'versions:list',
  'versions:take',
  'versions:rename',
  'versions:delete',
  'versions:undelete',
  'versions:restore',
  'versions:compare',
  'versions:picture',
  'versions:swap-options',
] as const;
