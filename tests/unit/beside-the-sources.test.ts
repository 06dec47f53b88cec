import { describe, expect, it } from 'vitest';
import { besideTheSources } from '../../renderer/custom/beside-the-sources.ts';
import type { Direction, IntegrationKind } from '../../shared/domain/catalogue.ts';
import type { Integration } from '../../shared/domain/product.ts';

function stated(
  from: string,
  to: string,
  direction: Direction,
  kind: IntegrationKind = 'pipeline',
  sources = ['segment'],
): Integration {
  return {
    ...{ from: { id: from, name: from }, to: { id: to, name: to }, kind, direction },
    ...{ confidence: 'reported', ends: 0, independent: 1 },
    evidence: sources.map((source) => ({ source, url: '' })),
  };
}

const mine = (direction: Direction) =>
  ({ from: 'a', to: 'b', kind: 'pipeline', direction }) as const;
const beside = (direction: Direction, ...shown: Integration[]) =>
  besideTheSources(mine(direction), 'a', shown);

describe('an integration of one’s own beside the sources', () => {
  it('stands alone where only the person states it', () => {
    const alone = { isConflict: false, sentence: 'No source states it.' };
    expect(beside('forward')).toEqual(alone);
    expect(beside('forward', stated('a', 'b', 'forward', 'pipeline', ['yours']))).toEqual(alone);
    expect(beside('forward', stated('a', 'c', 'forward'))).toEqual(alone);
  });

  it('agrees with them where they say the same, or one of both does not say which way', () => {
    const agreed = { isConflict: false, sentence: 'The sources state it as well.' };
    expect(beside('forward', stated('a', 'b', 'forward'))).toEqual(agreed);
    expect(beside('none', stated('b', 'a', 'forward'))).toEqual(agreed);
    expect(beside('forward', stated('b', 'a', 'none'))).toEqual(agreed);
    expect(beside('both', stated('b', 'a', 'both'))).toEqual(agreed);
  });

  it('says so where they have the data go another way', () => {
    expect(beside('forward', stated('b', 'a', 'forward'))).toEqual({
      isConflict: true,
      sentence: 'The sources say otherwise: gets data from there.',
    });
    expect(beside('both', stated('a', 'b', 'forward')).isConflict).toBe(true);
  });

  it('names the kinds that they state instead', () => {
    expect(beside('forward', stated('a', 'b', 'forward', 'workflow'))).toEqual({
      isConflict: false,
      sentence: 'The sources state another kind: Workflow automation.',
    });
  });
});
