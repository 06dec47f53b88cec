import type { Confidence } from '../../shared/domain/confidence.ts';
import type { Integration } from '../../shared/domain/product.ts';
import { counted } from './words.ts';

export const confidenceWords: Readonly<Record<Confidence, string>> = {
  confirmed: 'Confirmed',
  documented: 'Documented',
  reported: 'Reported',
  yours: 'Yours',
};

type Weighed = Pick<Integration, 'confidence' | 'ends' | 'independent'>;

/** "Confirmed: the documentation of both products states it." */
export function confidenceSentence({ confidence, ends, independent }: Weighed): string {
  if (confidence === 'yours') return 'Yours: you added it, and no source states it.';
  const others = independent - ends;
  const also = others > 0 ? `, and ${counted(others, 'other source', 'other sources')}` : '';
  const by =
    ends === 2
      ? `the documentation of both products states it${also}`
      : ends === 1
        ? `the documentation of one of the two states it${also}`
        : independent === 1
          ? 'a single third party states it'
          : `${independent} independent sources state it`;
  return `${confidenceWords[confidence]}: ${by}.`;
}
