import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Lets what fades or slides come to rest: colours in between have no contrast of their own. */
const SETTLED_MS = 400;

/** What axe-core finds wrong on the page as it stands, one line for each element. */
export async function violationsOn(page: Page): Promise<readonly string[]> {
  await page.waitForTimeout(SETTLED_MS);
  await page.evaluate(`${source};0`);
  const results = await page.evaluate<AxeResults>('axe.run(document)');
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
  );
}
