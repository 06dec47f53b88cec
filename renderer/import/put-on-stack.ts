import { decisionOf } from '../../shared/import/plan.ts';
import { api } from '../api.ts';
import { addProductIds } from '../stack/stack-edits.ts';
import { useStacks } from '../state/stacks.ts';
import { showError } from '../state/toasts.ts';
import { useView } from '../state/view.ts';
import type { ImportState } from './import-state.ts';

/** As many as one step of a stack adds. */
export const MOST_ON_STACK = 2000;

type Decided = Pick<ImportState, 'products' | 'matches' | 'decisions' | 'onDoubt'>;

/** What the rows are, those left out not counted: ids of products, and names that are new. */
export function productsOfRows({ products, matches, ...choices }: Decided) {
  const ids = new Set<string>();
  const names = new Set<string>();
  products.forEach((draft, index) => {
    const decision = decisionOf(draft.row, matches[index], choices);
    if (decision === 'new') names.add(draft.name);
    else if (decision !== 'skip') ids.add(decision.is);
  });
  return { ids: [...ids], names: [...names] };
}

/** Makes a stack of the rows of an inventory and shows it; what was new is in the catalogue by now. */
export async function putOnStack(title: string, rows: ReturnType<typeof productsOfRows>) {
  const items = rows.names.map((name) => ({ name: name.slice(0, 300), homepage: null }));
  const found = items.length === 0 ? null : await api.call('imports:match', { items });
  if (found && !found.ok) return showError(found.error);
  const fresh = (found?.value ?? []).flatMap(({ products }) => products[0]?.id ?? []);
  const ids = [...new Set([...rows.ids, ...fresh])];
  if (!(await useStacks.getState().create(title))) return;
  await addProductIds(ids);
  useView.getState().go('stack');
}
