/**
 * Remembers lists by id: one that says what it said before is the same object as before, so that of
 * hundreds of rows only those are drawn again of which something has changed.
 */
export function createListMemory<T>(
  isSame: (p: T, q: T) => boolean,
): (lists: ReadonlyMap<string, readonly T[]>) => ReadonlyMap<string, readonly T[]> {
  let remembered: ReadonlyMap<string, readonly T[]> = new Map();
  return (lists) => {
    const next = new Map<string, readonly T[]>();
    for (const [id, list] of lists) {
      const before = remembered.get(id);
      const isKept =
        before?.length === list.length && list.every((each, at) => isSame(each, before[at]!));
      next.set(id, isKept ? before : list);
    }
    remembered = next;
    return next;
  };
}
