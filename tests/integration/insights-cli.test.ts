import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { realCatalogue } from '../support/catalogue.ts';
import { tempFolder } from '../support/temp-folder.ts';

const main = fileURLToPath(new URL('../../electron/hosts/cli/main.ts', import.meta.url));

it('prints the findings of a stack for people and, as one JSON value, for scripts', async () => {
  const env = { ...process.env, STACKSCAPE_DATA: join(tempFolder(), 'data') };
  const cli = async (...parameters: string[]): Promise<string> => {
    const all = [main, ...parameters, '--catalogue', realCatalogue()];
    return (await promisify(execFile)(process.execPath, all, { env })).stdout;
  };
  await cli('stack', 'create', 'Shop');
  expect(await cli('insights', 'Shop')).toContain('no products yet');
  await cli('stack', 'add', 'Shop', 'google-analytics', 'google-tag-manager', 'mailchimp');

  const answer = JSON.parse(await cli('insights', 'Shop', '--json')) as {
    findings: { rule: string; severity: string; title: string; products: { id: string }[] }[];
    passed: string[];
  };
  const consent = answer.findings.find(({ rule }) => rule === 'consent');
  expect(consent?.severity).toBe('problem');
  expect(consent?.products.map(({ id }) => id).sort()).toEqual([
    'google-analytics',
    'google-tag-manager',
  ]);
  expect(answer.passed).toContain('discontinued');

  const text = await cli('insights', 'Shop');
  for (const { title } of answer.findings) expect(text).toContain(title);
  await expect(cli('insights', 'Nothing')).rejects.toThrow(/no stack/);
});
