import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cardsOf, createFirstStack, eventually, go, quickAdd } from './support/steps.ts';
import { describeApp } from './support/with-app.ts';

describeApp('a damaged workspace', (app) => {
  function damageWorkspace(): void {
    const file = join(app().dataFolder, 'workspace.db');
    for (const suffix of ['-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
    writeFileSync(file, 'This was a database once.'.repeat(500));
  }

  it('is kept beside, explained, and replaced by the last good backup at the press of a button', async () => {
    const { page } = app();
    await createFirstStack(page, 'Precious');
    await quickAdd(page, ['HubSpot', 'Segment', 'Braze']);
    await go(page, 'Library');
    await page.getByRole('button', { name: 'Backups' }).click();
    await page.getByRole('button', { name: /Back up now/ }).click();
    await expect
      .poll(() => readdirSync(join(app().dataFolder, 'backups')).length)
      .toBeGreaterThan(0);

    await app().reopen('stop', damageWorkspace);

    const notice = app().page.getByRole('alert');
    await notice.waitFor();
    expect(await notice.innerText()).toMatch(/damaged/i);
    const kept = join(app().dataFolder, 'damaged');
    expect(existsSync(kept) && readdirSync(kept).length).toBeTruthy();

    await notice.getByRole('button', { name: 'Restore the last backup' }).click();
    await notice.waitFor({ state: 'detached' });
    await go(app().page, 'Stack');
    await eventually(() => cardsOf(app().page).count(), 3);
  });

  it('without any backup still starts, says so and lets work begin', async () => {
    const { page } = app();
    await createFirstStack(page, 'Lost');
    await app().reopen('stop', () => {
      rmSync(join(app().dataFolder, 'backups'), { recursive: true, force: true });
      damageWorkspace();
    });
    await app().page.getByRole('alert').waitFor();
    await createFirstStack(app().page, 'A new start');
    await quickAdd(app().page, ['HubSpot']);
  });
});
