/**
 * `npm test`: everything that must hold, in the order in which a mistake is cheapest to find. Ends
 * with one line of counts. `--only STEP` (repeatable) runs a part of it.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const root = join(import.meta.dirname, '..');
const bin = (name: string): string => join(root, 'node_modules', '.bin', name);
const reports = mkdtempSync(join(tmpdir(), 'stackscape-test-'));

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

interface Step {
  readonly name: string;
  readonly title: string;
  readonly run: () => Counts;
}

function check(command: string, ...parameters: readonly string[]): Counts {
  const { status } = spawnSync(bin(command), parameters, { cwd: root, stdio: 'inherit' });
  return status === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly numFailedTestSuites: number;
}

function vitest(project: string): Counts {
  const report = join(reports, `${project}.json`);
  const { status } = spawnSync(
    bin('vitest'),
    [
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile=${report}`,
    ],
    { cwd: root, stdio: 'inherit' },
  );
  try {
    const counts = JSON.parse(readFileSync(report, 'utf8')) as VitestReport;
    // A file that does not even load has no failed test, and still fails.
    const failed = Math.max(counts.numFailedTests, status === 0 ? 0 : 1);
    const skipped = counts.numPendingTests + counts.numTodoTests;
    return { passed: counts.numPassedTests, failed, skipped };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

const steps: readonly Step[] = [
  { name: 'types', title: 'Type check', run: () => check('tsc', '--noEmit') },
  { name: 'lint', title: 'Lint', run: () => check('eslint', '.', '--max-warnings', '0') },
  { name: 'format', title: 'Format', run: () => check('prettier', '--check', '.') },
  { name: 'unit', title: 'Unit tests', run: () => vitest('unit') },
  { name: 'integration', title: 'Integration tests', run: () => vitest('integration') },
  { name: 'e2e', title: 'End-to-end tests', run: () => vitest('e2e') },
];

const { values } = parseArgs({ options: { only: { type: 'string', multiple: true } } });
const chosen = steps.filter(({ name }) => values.only?.includes(name) ?? true);
if (chosen.length === 0) {
  console.error(`--only takes ${steps.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

const total: Counts = { passed: 0, failed: 0, skipped: 0 };
const failures: string[] = [];
for (const { title, run } of chosen) {
  console.log(`\n── ${title} ──`);
  const counts = run();
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
  if (counts.failed > 0) failures.push(title);
}
rmSync(reports, { recursive: true, force: true });

if (failures.length > 0) console.log(`\nFailed: ${failures.join(', ')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed > 0 ? 1 : 0);
