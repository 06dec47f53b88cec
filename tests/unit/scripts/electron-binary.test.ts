import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { provideElectron } from '../../../scripts/electron-binary.ts';

const never = (): Promise<boolean> => Promise.reject(new Error('Nothing is to be fetched here.'));

describe('the Electron binary', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'stackscape-electron-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function installBinary(): string {
    mkdirSync(join(folder, 'dist'));
    writeFileSync(join(folder, 'path.txt'), 'electron');
    writeFileSync(join(folder, 'dist', 'electron'), '');
    return join(folder, 'dist', 'electron');
  }

  it('is used where it is, and nothing is fetched', async () => {
    const binary = installBinary();
    expect(await provideElectron(folder, never)).toEqual({ binary });
  });

  it('is fetched by the package’s own installer on the first start', async () => {
    writeFileSync(
      join(folder, 'install.js'),
      `const fs = require('node:fs');
       fs.mkdirSync(__dirname + '/dist');
       fs.writeFileSync(__dirname + '/dist/electron', '');
       fs.writeFileSync(__dirname + '/path.txt', 'electron');`,
    );
    const found = await provideElectron(folder, (fetch) => fetch());
    expect(found).toEqual({ binary: join(folder, 'dist', 'electron') });
  });

  it('that cannot be fetched is said to be missing, and not asked for at every start', async () => {
    writeFileSync(join(folder, 'install.js'), 'process.exit(1);');
    const why = 'the Electron binary is not on this machine and could not be downloaded';
    expect(await provideElectron(folder, (fetch) => fetch())).toEqual({ why });
    expect(existsSync(join(folder, 'dist'))).toBe(false);
    expect(await provideElectron(folder, never)).toEqual({ why });
  });
});
