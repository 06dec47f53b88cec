/** Names of the calls; no zod here, as the sandboxed preload bundles them. */
export const landscapeChannels = ['landscape:numbers', 'landscape:pairs'] as const;
