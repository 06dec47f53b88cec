/** Names of the calls; no zod here, as the sandboxed preload bundles them. */
export const insightChannels = [
  'insights:health',
  'insights:matrix',
  'insights:hubs',
  'insights:replaceability',
  'insights:coverage',
  'insights:paths',
  'insights:truth',
  'insights:exit',
  'insights:smallest',
  'insights:set-needs',
  'insights:brief',
  'insights:export-brief',
  'insights:accept',
  'insights:withdraw',
  'insights:set-rule',
] as const;
