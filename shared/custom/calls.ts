/** Names of the calls; no zod here, as the sandboxed preload bundles them. */
export const customChannels = [
  'custom:list',
  'custom:save-product',
  'custom:delete-product',
  'custom:save-integration',
  'custom:delete-integration',
  'custom:restore',
] as const;
