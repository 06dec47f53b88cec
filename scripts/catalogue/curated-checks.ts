import type { Curated } from './curated.ts';
import type { Row } from './evidence-rows.ts';
import { squish } from './names.ts';

/** Curated owners of sources that the facts do not have. */
export function unmatchedSources(
  sources: readonly { readonly id: string }[],
  curated: Curated,
): string[] {
  const ids = new Set(sources.map(({ id }) => id));
  return [...curated.sourceOwners.keys()]
    .filter((id) => !ids.has(id))
    .map((id) => `source-owners: ${id}`);
}

/** Curated names and pairs whose product no source row names. */
export function unmatchedNames(rows: readonly Row[], curated: Curated): string[] {
  const keys = new Set(rows.map((row) => row.key));
  for (const { domain } of rows) if (domain !== null) keys.add(squish(domain));
  const missing = new Set<string>();
  for (const { name } of curated.names) if (!keys.has(squish(name))) missing.add(`names: ${name}`);
  for (const { a, b } of curated.neverMerge) {
    for (const name of [a, b]) if (!keys.has(squish(name))) missing.add(`never-merge: ${name}`);
  }
  const refs = new Set(rows.map((row) => row.ref));
  for (const ref of curated.rowNames.keys()) if (!refs.has(ref)) missing.add(`row-names: ${ref}`);
  return [...missing];
}
