import { z } from 'zod';
import { directions, integrationKinds } from '../../shared/domain/catalogue.ts';
import { dataKinds } from '../../shared/stack/vocabulary.ts';

const KEY = 'stackscape-graph';

/** What a person chose for graphs, kept by the browser; what does not fit any more is forgotten. */
const Remembered = z.object({
  limit: z.number().int().min(30).max(2000),
  hidden: z.array(z.enum(integrationKinds)),
  showOwn: z.boolean(),
  direction: z.enum(directions).nullable(),
  confidence: z.enum(['confirmed', 'documented', 'reported']).nullable(),
  data: z.enum(dataKinds).nullable(),
});
type Remembered = Omit<z.output<typeof Remembered>, 'hidden'> & {
  readonly hidden: ReadonlySet<z.output<typeof Remembered>['hidden'][number]>;
};

let last = '';

export function remember({
  limit,
  hidden,
  showOwn,
  direction,
  confidence,
  data,
}: Remembered): void {
  const text = JSON.stringify({
    ...{ limit, hidden: [...hidden], showOwn, direction, confidence, data },
  });
  if (text === last) return;
  last = text;
  try {
    localStorage.setItem(KEY, text);
  } catch {
    // A browser that keeps nothing forgets the choices; that is all.
  }
}

export function recall(): Partial<Remembered> {
  try {
    const { hidden, ...rest } = Remembered.parse(JSON.parse(localStorage.getItem(KEY) ?? ''));
    return { ...rest, hidden: new Set(hidden) };
  } catch {
    return {};
  }
}
