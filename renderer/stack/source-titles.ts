import { useMemo } from 'react';
import { useSources } from '../state/sources.ts';

type Titles = Readonly<Record<string, string>>;

/** Titles of the catalogue's sources by id; empty until they have arrived. */
export function useSourceTitles(): Titles {
  const sources = useSources();
  return useMemo(
    () => Object.fromEntries((sources ?? []).map(({ id, title }) => [id, title])),
    [sources],
  );
}
