import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createLog } from '../../electron/hosts/log-file.ts';
import { tempFolder } from '../support/temp-folder.ts';

const logIn = (folder: string): string => readFileSync(join(folder, 'logs/stackscape.log'), 'utf8');

it('keeps an error with what caused it, line by line with the time', () => {
  const folder = tempFolder();
  const log = createLog(folder);
  log(new Error('the effect', { cause: new RangeError('the cause') }));
  log('a plain sentence');
  expect(logIn(folder)).toMatch(
    /^\d{4}-.*Z Error: the effect\n[\s\S]*cause[\s\S]*RangeError: the cause[\s\S]*\n\d{4}-.*Z a plain sentence\n$/,
  );
});

it('takes anything that can be thrown', () => {
  const folder = tempFolder();
  const log = createLog(folder);
  const circle: Record<string, unknown> = { name: 'circle' };
  circle['self'] = circle;
  const ownCause = new Error('its own cause');
  ownCause.cause = ownCause;
  for (const thrown of [circle, ownCause, 7n, undefined, null, Symbol('sign'), () => 1])
    log(thrown);
  expect(logIn(folder)).toContain('its own cause');
  expect(logIn(folder).match(/^\d{4}-\d\d-\d\dT/gm)).toHaveLength(7);
});

it('never grows past two files of a megabyte or so', () => {
  const folder = tempFolder();
  const log = createLog(folder);
  for (let n = 0; n < 50; n++) log('x'.repeat(100_000));
  expect(readdirSync(join(folder, 'logs')).sort()).toEqual([
    'stackscape.log',
    'stackscape.log.old',
  ]);
  expect(logIn(folder).length).toBeLessThan(1_300_000);
});

it('throws nothing where it cannot write', () => {
  const folder = tempFolder();
  writeFileSync(join(folder, 'logs'), 'a file in the way');
  expect(() => createLog(folder)('lost')).not.toThrow();
});
