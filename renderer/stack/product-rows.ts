import { useEffect, useMemo } from 'react';
import { create } from 'zustand';
import type { ProductRow } from '../../shared/domain/product.ts';
import { api } from '../api.ts';
import { onCatalogueChange } from '../state/catalogue-changes.ts';

interface RowState {
  /** Rows by product id; null for a product that the catalogue does not know. */
  readonly rows: Readonly<Record<string, ProductRow | null>>;
}

const useRows = create<RowState>()(() => ({ rows: {} }));
const asked = new Set<string>();

async function fetchRows(ids: readonly string[]): Promise<void> {
  const result = await api.call('catalogue:rows', { ids: [...ids] });
  if (!result.ok) {
    for (const id of ids) asked.delete(id);
    return;
  }
  const loaded: Record<string, ProductRow | null> = {};
  for (const id of ids) loaded[id] = null;
  for (const row of result.value) loaded[row.id] = row;
  useRows.setState(({ rows }) => ({ rows: { ...rows, ...loaded } }));
}

onCatalogueChange(() => {
  const ids = [...asked];
  if (ids.length > 0) void fetchRows(ids);
});

/** Takes in rows that came with another answer. */
export function rememberRows(rows: readonly ProductRow[]): void {
  for (const row of rows) asked.add(row.id);
  const known = Object.fromEntries(rows.map((row) => [row.id, row]));
  useRows.setState((state) => ({ rows: { ...state.rows, ...known } }));
}

/** What the catalogue says of these products now; missing entries are on their way. */
export function useProductRows(ids: readonly string[]): RowState['rows'] {
  const key = useMemo(() => [...ids].sort().join(' '), [ids]);
  useEffect(() => {
    const missing = key.split(' ').filter((id) => id !== '' && !asked.has(id));
    if (missing.length === 0) return;
    for (const id of missing) asked.add(id);
    void fetchRows(missing);
  }, [key]);
  return useRows((state) => state.rows);
}
