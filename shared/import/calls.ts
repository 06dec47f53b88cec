/** Names of the calls; no zod here, as the sandboxed preload bundles them. */
export const importChannels = [
  'imports:list',
  'imports:match',
  'imports:begin',
  'imports:add',
  'imports:commit',
  'imports:cancel',
  'imports:undo',
] as const;
