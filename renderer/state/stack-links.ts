import type { Link } from '../../shared/domain/product.ts';
import type { Result } from '../../shared/result.ts';
import type { Stack } from '../../shared/stack/stack.ts';

/** Known integrations among some products: all there are. */
export interface StackLinks {
  readonly products: ReadonlySet<string>;
  readonly links: readonly Link[];
}

/** Asks for links among products; for those of some of them only, where these are named. */
export type AskForLinks = (
  products: readonly string[],
  of?: readonly string[],
) => Promise<Result<readonly Link[]>>;

export const noLinks: StackLinks = { products: new Set(), links: [] };

/** Milliseconds that a product waits for its lines, to be drawn together with them. */
const WAITED_FOR_MS = 150;

function productsOf(stack: Stack): ReadonlySet<string> {
  return new Set(Object.values(stack.nodes).map((node) => node.productId));
}

/** Whether these are the links of a stack with those products. */
export function isAbout({ products }: StackLinks, stack: Stack): boolean {
  const those = productsOf(stack);
  return those.size === products.size && [...those].every((id) => products.has(id));
}

/** Asks for all there are among the products of a stack. */
export async function allLinks(stack: Stack, ask: AskForLinks): Promise<Result<StackLinks>> {
  const products = productsOf(stack);
  const result = await ask([...products]);
  return result.ok ? { ok: true, value: { products, links: result.value } } : result;
}

/**
 * What is known after a change of the stack, from what was known before: only those of products that
 * came are asked for, and those that stay are the same objects.
 * @returns null where they are not known soon enough
 */
export async function linksAfter(
  before: StackLinks,
  stack: Stack,
  ask: AskForLinks,
): Promise<StackLinks | null> {
  const products = productsOf(stack);
  const came = [...products].filter((id) => !before.products.has(id));
  const isOneGone = before.products.size + came.length > products.size;
  if (came.length === 0 && !isOneGone) return before;
  const kept = isOneGone
    ? before.links.filter(({ from, to }) => products.has(from) && products.has(to))
    : before.links;
  if (came.length === 0) return { products, links: kept };
  const result = await Promise.race([
    ask([...products], came),
    new Promise<null>((resolve) => setTimeout(() => resolve(null), WAITED_FOR_MS)),
  ]);
  return result?.ok ? { products, links: [...kept, ...result.value] } : null;
}
