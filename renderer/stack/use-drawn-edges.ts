import { useEffect, useMemo, useState } from 'react';
import { possibleLinks } from '../../shared/diagram/possible-links.ts';
import type { Link } from '../../shared/domain/product.ts';
import type { Stack } from '../../shared/stack/stack.ts';
import { knownEdges, possibleEdges, userEdges, type DrawnEdge } from './canvas-edges.ts';
import { useCanvas, type EdgeFilter } from './canvas-state.ts';
import {
  isFocused,
  isInFocus,
  MOST_POSSIBLE,
  MOST_POSSIBLE_DRAWN,
  useFocus,
} from './focus-state.ts';

export interface DrawnEdges {
  readonly edges: readonly DrawnEdge[];
  /** Connections that a hub on the canvas would make possible, shown or not. */
  readonly possible: number;
}

/** In larger stacks possible connections are thousands, and wait until what is known has been drawn. */
const COUNTED_AT_ONCE = 100;
const REST_MS = 400;

/** A value as it was before changes that come one after the other, until they rest. */
function useRested<T>(value: T, isPatient: boolean): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    if (!isPatient) return;
    const timer = window.setTimeout(() => setRested(value), REST_MS);
    return () => window.clearTimeout(timer);
  }, [value, isPatient]);
  return isPatient ? rested : value;
}

/** The edges that are shown: by kind and state, possible ones while they are few, those in focus. */
export function useDrawnEdges(
  stack: Stack,
  links: readonly Link[],
  hidden: ReadonlySet<EdgeFilter>,
): DrawnEdges {
  const { nodes, connections } = stack;
  const focus = useFocus();
  // Which products there are, not where they stand: a move leaves all of this as it was.
  const ends = useMemo(
    () =>
      Object.values(nodes)
        .map(({ id, productId, categoryId, state, owner }) =>
          [id, productId, categoryId, state, owner].join(' '),
        )
        .sort()
        .join('\n'),
    [nodes],
  );
  const basis = useMemo(
    () => ({ nodes, connections, links }),
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [ends, connections, links],
  );
  const later = useRested(basis, Object.keys(nodes).length > COUNTED_AT_ONCE);
  const possible = useMemo(() => possibleLinks(later, later.links), [later]);
  const isPossibleShown = focus.possible ?? possible.length <= MOST_POSSIBLE;
  // So many would hide the stack, and take long to draw: then those of what is selected.
  const selection = useCanvas((state) =>
    isPossibleShown && possible.length > MOST_POSSIBLE_DRAWN ? state.selection : null,
  );
  const shownPossible = useMemo(() => {
    if (!isPossibleShown) return [];
    if (selection === null) return possible;
    return possible.filter(({ from, to }) => selection.has(from) || selection.has(to));
  }, [possible, isPossibleShown, selection]);
  // Each part by itself: a product that comes leaves the person's own connections as they are.
  const possibleOnes = useMemo(
    () => possibleEdges(nodes, shownPossible),
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [ends, shownPossible],
  );
  const known = useMemo(
    () => knownEdges(nodes, links, hidden),
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [ends, links, hidden],
  );
  const own = useMemo(() => userEdges(connections, hidden), [connections, hidden]);
  const edges = useMemo(() => {
    const all = [...possibleOnes, ...known, ...own];
    if (!isFocused(focus)) return all;
    const stands = (id: string): boolean => {
      const node = nodes[id];
      return node !== undefined && isInFocus(focus, node);
    };
    return all.filter(({ from, to }) => stands(from) && stands(to));
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [ends, possibleOnes, known, own, focus]);
  return { edges, possible: possible.length };
}
