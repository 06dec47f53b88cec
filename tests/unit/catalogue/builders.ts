import type { Curated } from '../../../scripts/catalogue/curated.ts';
import { prepareRows } from '../../../scripts/catalogue/evidence-rows.ts';
import type { FactRow } from '../../../scripts/catalogue/read-facts.ts';
import type { Resolution } from '../../../scripts/catalogue/resolve.ts';
import { resolve } from '../../../scripts/catalogue/resolve.ts';

/** Curated tables with nothing in them but what a test states. */
export function curatedWith(parts: Partial<Curated> = {}): Curated {
  return {
    names: [],
    aliasesOf: new Map(),
    rowNames: new Map(),
    neverMerge: [],
    hosts: new Set(),
    moved: new Map(),
    vendorDomains: new Map(),
    sourceCategories: new Map(),
    words: [],
    categories: new Map(),
    homepages: new Map(),
    vendors: new Map(),
    discontinued: new Map(),
    acquisitions: new Map(),
    exclusions: new Map(),
    icons: new Map(),
    extensions: new Map(),
    descriptions: new Map(),
    sourceOwners: new Map(),
    ...parts,
  };
}

/** A source row with valid defaults. */
export function aRow(parts: Partial<FactRow> & { readonly name: string }): FactRow {
  return {
    source: 'somewhere',
    key: parts.name.toLowerCase(),
    homepage: '',
    categories: [],
    pricing: [],
    oss: null,
    saas: null,
    attrs: {},
    ...parts,
  };
}

/** Resolves rows; a row's categories are taken for its fields as they are. */
export function resolveRows(
  rows: readonly FactRow[],
  curated: Curated = curatedWith(),
): Resolution {
  return resolve(
    prepareRows(rows, curated, (fact) => new Set(fact.categories)),
    curated,
  );
}

/** The clusters as sorted lists of "source:key". */
export function groupsOf(resolution: Resolution): string[][] {
  return resolution.clusters.map(({ members }) => members.map(({ row }) => row.ref).sort()).sort();
}
