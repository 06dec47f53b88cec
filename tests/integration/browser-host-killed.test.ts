import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import type { Result } from '../../shared/result.ts';
import { openPage, spawnHost, ended, type HostProcess } from '../support/browser-host.ts';
import { realCatalogue } from '../support/catalogue.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { aWorkspace, stackNames } from '../support/workspace.ts';

async function aHost(folder: string, limitKb?: number): Promise<HostProcess> {
  const host = await spawnHost(folder, realCatalogue(), limitKb);
  onTestFinished(async () => {
    host.child.kill('SIGKILL');
    await ended(host.child);
  });
  return host;
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

it('keeps every acknowledged change when the process is killed right after the answer', async () => {
  const folder = tempFolder();
  let revision = 0;
  let id = '';
  for (let round = 0; round < 3; round++) {
    const { child, address } = await aHost(folder);
    const page = await openPage(address);
    if (id === '') id = valueOf(await page.call('stacks:create', { name: 'Mine' })).stack.id;
    const before = valueOf(await page.call('stacks:get', { id }));
    expect(before.revision).toBe(revision);
    for (let n = 0; n <= round; n++) {
      const title = `Round ${round}, change ${n}`;
      const command = { type: 'rename-lane' as const, laneId: 'lane-data', title };
      revision = valueOf(await page.call('stacks:apply', { stackId: id, command })).revision;
    }
    child.kill('SIGKILL');
    await ended(child);
  }
  expect(revision).toBe(6);
  const { stacks } = aWorkspace({ folder });
  const stored = stacks.find(id);
  expect(stored?.revision).toBe(6);
  expect(stored?.stack.lanes['lane-data']?.title).toBe('Round 2, change 2');
  expect(stacks.changes(id)).toHaveLength(6);
});

// Windows has no limit on the size of files to stand in for a full disk.
it.skipIf(process.platform === 'win32')(
  'refuses changes when no more can be written, keeps the rest and goes on reading',
  async () => {
    const folder = tempFolder();
    const { child, address } = await aHost(folder, 400);
    const page = await openPage(address);
    const kept: string[] = [];
    let refused: unknown;
    for (let n = 0; n < 300 && refused === undefined; n++) {
      const result = await page.call('stacks:create', { name: `Stack ${n}` });
      if (result.ok) kept.push(result.value.stack.name);
      else refused = result.error;
    }
    expect(refused).toMatchObject({ code: 'not-writable' });
    expect((refused as { message: string }).message).toContain(folder);
    expect(kept.length).toBeGreaterThan(5);
    expect(valueOf(await page.call('stacks:list', {}))).toHaveLength(kept.length);
    expect(await page.call('backup:create', {})).toMatchObject({ ok: true });
    child.kill('SIGKILL');
    await ended(child);
    const workspace = aWorkspace({ folder });
    expect(workspace.raised).toEqual([]);
    expect(stackNames(workspace).sort()).toEqual(kept.sort());
  },
);

it('ends with a sentence and status 1 where it cannot write', () => {
  const folder = join(tempFolder(), 'data');
  writeFileSync(folder, 'a file in the way');
  const script = fileURLToPath(new URL('../../electron/hosts/browser/main.ts', import.meta.url));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [script, '--data', folder, '--catalogue', realCatalogue()],
    { encoding: 'utf8' },
  );
  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toContain(`cannot write to ${folder}`);
  expect(stderr).not.toContain('    at ');
});

it('closes cleanly when asked to stop', async () => {
  const folder = tempFolder();
  const { child, address } = await aHost(folder);
  const page = await openPage(address);
  valueOf(await page.call('stacks:create', { name: 'Mine' }));
  child.kill('SIGTERM');
  expect(await ended(child)).toBe(0);
  // A clean close leaves no log behind.
  expect(readdirSync(folder)).toEqual(['workspace.db']);
  expect(existsSync(join(folder, 'workspace.db-wal'))).toBe(false);
});
