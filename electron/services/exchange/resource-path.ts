import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where a file or folder lies in the repository, and where in the package, below its resources folder. */
export interface ResourceLocation {
  readonly development: string;
  readonly packaged: string;
}

export const resources = {
  fonts: { development: 'resources/fonts', packaged: 'fonts' },
  rasteriser: {
    development: 'node_modules/@resvg/resvg-wasm',
    packaged: 'resvg',
  },
} as const satisfies Record<string, ResourceLocation>;

/**
 * Finds a file or folder that the program reads at run time: in the package's resources folder, or else in
 * the nearest folder above this module that has it, which is the repository whether the sources or
 * the bundle in dist/ are running.
 * @throws Error when it is in neither: the program was installed incompletely
 */
export function resourcePath(
  { development, packaged }: ResourceLocation,
  from: string = dirname(fileURLToPath(import.meta.url)),
): string {
  // Only Electron sets it; elsewhere it is undefined, whatever the types say.
  const folder = (process as { readonly resourcesPath?: string }).resourcesPath;
  if (folder !== undefined && existsSync(join(folder, packaged))) return join(folder, packaged);
  for (let at = from; ; at = dirname(at)) {
    const candidate = join(at, development);
    if (existsSync(candidate)) return candidate;
    if (dirname(at) === at) throw new Error(`The program's own file ${development} is missing.`);
  }
}
