/** The id of the node whose card an element is, or is part of. */
export function cardOf(target: EventTarget | null): string | null {
  const card = target instanceof Element ? target.closest('.react-flow__node') : null;
  return card?.getAttribute('data-id') ?? null;
}

/** The node whose card has the focus. */
export const focusedCard = (): string | undefined => cardOf(document.activeElement) ?? undefined;

/** Focuses the card of a node, if it is drawn. */
export function focusCard(nodeId: string): void {
  const card = document.querySelector(`.react-flow__node[data-id="${CSS.escape(nodeId)}"]`);
  if (card instanceof HTMLElement) card.focus({ preventScroll: true });
}
