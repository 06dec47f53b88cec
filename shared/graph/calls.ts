/** Names of the calls; no zod here, as the sandboxed preload bundles them. */
export const graphChannels = [
  'graph:between',
  'graph:neighbourhood',
  'graph:links',
  'graph:around',
  'graph:export',
] as const;
