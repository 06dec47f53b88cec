import type { OwnIntegration } from '../../shared/custom/records.ts';
import { OWN_SOURCE } from '../../shared/custom/own-source.ts';
import { kindLabels } from '../../shared/diagram/theme.ts';
import type { Integration } from '../../shared/domain/product.ts';
import { flowOf, flowWords } from '../product/words.ts';

/** How an integration of one's own stands beside what the sources say of the same two products. */
export interface Beside {
  /** Both say which way the data goes, and not the same. */
  readonly isConflict: boolean;
  readonly sentence: string;
}

/** @param shown  all integrations of the product, as the catalogue with the own records has them */
export function besideTheSources(
  own: Pick<OwnIntegration, 'from' | 'to' | 'kind' | 'direction'>,
  productId: string,
  shown: readonly Integration[],
): Beside {
  const stated = shown.filter(
    ({ from, to, evidence }) =>
      ((from.id === own.from && to.id === own.to) || (from.id === own.to && to.id === own.from)) &&
      evidence.some(({ source }) => source !== OWN_SOURCE),
  );
  const [first] = stated;
  if (!first) return { isConflict: false, sentence: 'No source states it.' };
  const sameKind = stated.filter(({ kind }) => kind === own.kind);
  if (sameKind.length === 0) {
    const kinds = [...new Set(stated.map(({ kind }) => kindLabels[kind]))].join(', ');
    return { isConflict: false, sentence: `The sources state another kind: ${kinds}.` };
  }
  const mine = flowOf({ ...own, from: { id: own.from } }, productId);
  const flows = sameKind.map((link) => flowOf(link, productId));
  if (own.direction === 'none' || flows.includes(mine) || flows.includes('unknown')) {
    return { isConflict: false, sentence: 'The sources state it as well.' };
  }
  const said = [...new Set(flows)].map((flow) => flowWords[flow].toLowerCase()).join('; ');
  return { isConflict: true, sentence: `The sources say otherwise: ${said}.` };
}
