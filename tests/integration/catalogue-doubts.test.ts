import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openCatalogue } from '../../electron/store/catalogue/open-catalogue.ts';
import { Doubt } from '../../shared/domain/product.ts';
import { realCatalogue } from '../support/catalogue.ts';

const catalogue = openCatalogue(realCatalogue());
afterAll(() => catalogue.close());
const all = catalogue.repository.doubts(1000);
const of = (verdict: Doubt['verdict']) => all.filter((doubt) => doubt.verdict === verdict);

describe('the decisions that the catalogue is least sure of', () => {
  it('are both merges and pairs that were kept apart, however few are asked for', () => {
    expect(of('merged').length).toBeGreaterThan(0);
    expect(of('kept-apart').length).toBeGreaterThan(0);
    const verdicts = catalogue.repository.doubts(4).map(({ verdict }) => verdict);
    expect(verdicts).toEqual(['merged', 'kept-apart', 'merged', 'kept-apart']);
  });

  it('come weakest merge first and nearest pair kept apart first', () => {
    const merged = of('merged').map(({ strength }) => strength);
    const apart = of('kept-apart').map(({ strength }) => strength);
    expect(merged).toEqual([...merged].sort((p, q) => p - q));
    expect(apart).toEqual([...apart].sort((p, q) => q - p));
  });

  it('are printed by the command line, up to a limit', () => {
    const main = fileURLToPath(new URL('../../electron/hosts/cli/main.ts', import.meta.url));
    const printed = execFileSync(
      process.execPath,
      [main, 'catalogue', 'doubts', '--limit', '3', '--json', '--catalogue', realCatalogue()],
      { encoding: 'utf8' },
    );
    expect(z.array(z.strictObject(Doubt.shape)).parse(JSON.parse(printed))).toEqual(
      all.slice(0, 3),
    );
  });
});
