import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { resourcePath, resources } from '../../../electron/services/exchange/resource-path.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stackscape-'));
});
afterEach(() => {
  Reflect.deleteProperty(process, 'resourcesPath');
  rmSync(folder, { recursive: true, force: true });
});

describe("the program's own files", () => {
  it('are found in the repository from wherever the code runs', () => {
    for (const [name, location] of Object.entries(resources)) {
      expect(resourcePath(location), name).toMatch(new RegExp(`${location.development}$`));
    }
    mkdirSync(join(folder, 'resources/fonts'), { recursive: true });
    expect(resourcePath(resources.fonts, join(folder, 'dist/electron'))).toBe(
      join(folder, 'resources/fonts'),
    );
  });

  it("are taken from the package's resources where there are some", () => {
    Object.defineProperty(process, 'resourcesPath', { value: folder, configurable: true });
    writeFileSync(join(folder, 'fonts'), '');
    expect(resourcePath(resources.fonts)).toBe(join(folder, 'fonts'));
  });

  it('are missed with a word on which one', () => {
    expect(() => resourcePath(resources.fonts, folder)).toThrow(/resources\/fonts is missing/);
  });
});
