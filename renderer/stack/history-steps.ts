/** How one gets from one place in the history to another. */
export function stepsTo(
  from: number,
  to: number,
): { readonly way: 'undo' | 'redo'; readonly count: number } {
  return { way: to < from ? 'undo' : 'redo', count: Math.abs(to - from) };
}
