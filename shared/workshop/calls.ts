/** Names of the calls; no zod here, as the sandboxed preload bundles them. */
export const workshopChannels = [
  'workshops:list',
  'workshops:get',
  'workshops:begin',
  'workshops:apply',
  'workshops:end',
  'workshops:resume',
  'workshops:delete',
  'workshops:undelete',
  'workshops:missing',
  'workshops:answer',
  'workshops:moves',
  'workshops:picture',
  'workshops:minutes',
  'workshops:export-minutes',
] as const;
