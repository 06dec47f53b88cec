import { useMemo } from 'react';
import type { ProductRow } from '../../shared/domain/product.ts';
import { useStacks } from '../state/stacks.ts';
import { useToasts } from '../state/toasts.ts';

/** Where products go when there is no stack yet. */
const FIRST_STACK_NAME = 'My stack';

type AddableProduct = Pick<ProductRow, 'id' | 'name' | 'categoryId' | 'groupId'>;

/** Ids of the products on the current stack. */
export function usePresentIds(): ReadonlySet<string> {
  const nodes = useStacks((state) => state.current?.stack.nodes);
  return useMemo(() => new Set(Object.values(nodes ?? {}).map((node) => node.productId)), [nodes]);
}

/** Takes back one addition: by undo if nothing happened since, by removing otherwise. */
async function takeBack(stackId: string, nodeIds: readonly string[], revision: number) {
  const { current, undo, apply } = useStacks.getState();
  if (current?.stack.id !== stackId) return;
  if (current.revision === revision) return undo();
  const left = nodeIds.filter((id) => current.stack.nodes[id]);
  if (left.length > 0) await apply({ type: 'remove', nodeIds: [...left] });
}

/** A name inside a sentence: cut short, and unable to turn the rest of the sentence around. */
function isolated(name: string, length: number): string {
  return `\u2068${name.slice(0, length)}\u2069`;
}

let lastToast: number | undefined;

/** One message at a time, however quickly products are added. */
function announce(text: string, undo: () => void): void {
  const toasts = useToasts.getState();
  if (lastToast !== undefined) toasts.dismiss(lastToast);
  toasts.show({ tone: 'success', text, action: { label: 'Undo', run: undo } });
  lastToast = useToasts.getState().toasts.at(-1)?.id;
}

/**
 * Puts products on the current stack, making a first stack where there is none. Those that are on
 * it already stay where they are.
 */
export async function addToStack(products: readonly AddableProduct[]): Promise<void> {
  if (!useStacks.getState().current) await useStacks.getState().create(FIRST_STACK_NAME);
  const { current, apply } = useStacks.getState();
  if (!current) return;
  const present = new Set(Object.values(current.stack.nodes).map((node) => node.productId));
  const missing = products.filter((product) => !present.has(product.id));
  const [only] = missing;
  if (!only) return;
  const placements = missing.map(({ id, name, categoryId, groupId }) => ({
    id: crypto.randomUUID(),
    productId: id,
    name,
    categoryId,
    groupId,
  }));
  if (!(await apply({ type: 'add-products', products: placements }))) return;
  const { stack, revision } = useStacks.getState().current ?? current;
  const what = missing.length === 1 ? isolated(only.name, 80) : `${missing.length} products`;
  announce(`Added ${what} to “${isolated(stack.name, 60)}”.`, () => {
    const nodeIds = placements.map((placement) => placement.id);
    void takeBack(stack.id, nodeIds, revision);
  });
}

/** Takes a product off the current stack. */
export async function removeFromStack(productId: string): Promise<void> {
  const { current, apply } = useStacks.getState();
  const nodeIds = Object.values(current?.stack.nodes ?? {})
    .filter((node) => node.productId === productId)
    .map((node) => node.id);
  if (nodeIds.length > 0) await apply({ type: 'remove', nodeIds });
}
