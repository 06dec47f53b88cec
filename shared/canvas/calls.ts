/** Names of the calls; no zod here, as the sandboxed preload bundles them. */
export const canvasChannels = ['stacks:history', 'stacks:picture', 'stacks:add-picture'] as const;
