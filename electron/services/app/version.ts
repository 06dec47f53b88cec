import manifest from '../../../package.json' with { type: 'json' };

/** Version of the application, as its package states it. */
export const appVersion: string = manifest.version;
