export interface ListPosition {
  readonly active: number;
  readonly total: number;
  /** Items side by side. */
  readonly columns: number;
  /** Rows that are on screen at once. */
  readonly visibleRows: number;
}

/**
 * Where a key leads in a list or grid.
 * @returns the index of the new active item, or null where the key means nothing here
 */
export function indexAfterKey(key: string, position: ListPosition): number | null {
  const { active, total, columns, visibleRows } = position;
  if (total === 0) return null;
  const page = Math.max(1, visibleRows - 1) * columns;
  const within = (index: number): number => Math.max(0, Math.min(total - 1, index));
  switch (key) {
    case 'ArrowDown':
      // Below the last full row there is nothing to go to.
      return active + columns < total ? active + columns : active;
    case 'ArrowUp':
      return active - columns >= 0 ? active - columns : active;
    case 'ArrowRight':
      return columns > 1 ? within(active + 1) : null;
    case 'ArrowLeft':
      return columns > 1 ? within(active - 1) : null;
    case 'PageDown':
      return within(active + page);
    case 'PageUp':
      return within(active - page);
    case 'Home':
      return 0;
    case 'End':
      return total - 1;
    default:
      return null;
  }
}
