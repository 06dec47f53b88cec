import type { AskForLinks } from './stack-links.ts';

export interface AskAhead {
  readonly ask: AskForLinks;
  /** Asks what will be asked in a moment, unless it is forgotten before. */
  ahead(products: Iterable<string>, of: readonly string[]): void;
  forget(): void;
}

const keyOf = (products: Iterable<string>, of: readonly string[]): string =>
  [[...new Set(products)].sort(), [...of].sort()].map((ids) => ids.join(' ')).join('\n');

/**
 * Lets links be asked for while the products are still being stored, so that both are there at the
 * same time: a product is drawn together with its lines, and these would come one answer later.
 */
export function createAskAhead(ask: AskForLinks): AskAhead {
  let asked: { readonly key: string; readonly answer: ReturnType<AskForLinks> } | null = null;
  return {
    ask: (products, of) =>
      of && asked?.key === keyOf(products, of) ? asked.answer : ask(products, of),
    ahead(products, of) {
      const ids = [...new Set([...products, ...of])];
      asked = { key: keyOf(ids, of), answer: ask(ids, of) };
    },
    forget() {
      asked = null;
    },
  };
}
