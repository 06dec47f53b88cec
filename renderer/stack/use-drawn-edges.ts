import { useMemo } from 'react';
import type { EdgeFilter } from '../../shared/diagram/edge-filter.ts';
import type { PossibleLink } from '../../shared/diagram/possible-links.ts';
import type { Link } from '../../shared/domain/product.ts';
import type { Stack } from '../../shared/stack/stack.ts';
import { knownEdges, possibleEdges, userEdges, type DrawnEdge } from './canvas-edges.ts';
import { useCanvas } from './canvas-state.ts';
import {
  isFocused,
  isInFocus,
  MOST_POSSIBLE,
  MOST_POSSIBLE_DRAWN,
  useFocus,
} from './focus-state.ts';
import { useNodesButPlaces } from './use-possible.ts';

/** The edges that are shown: by kind and state, possible ones while they are few, those in focus. */
export function useDrawnEdges(
  stack: Stack,
  links: readonly Link[],
  possible: readonly PossibleLink[],
  hidden: ReadonlySet<EdgeFilter>,
): readonly DrawnEdge[] {
  const { connections } = stack;
  const nodes = useNodesButPlaces(stack.nodes);
  const focus = useFocus();
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
  const possibleOnes = useMemo(() => possibleEdges(nodes, shownPossible), [nodes, shownPossible]);
  const known = useMemo(() => knownEdges(nodes, links, hidden), [nodes, links, hidden]);
  const own = useMemo(() => userEdges(connections, hidden), [connections, hidden]);
  return useMemo(() => {
    const all = [...possibleOnes, ...known, ...own];
    if (!isFocused(focus)) return all;
    const stands = (id: string): boolean => {
      const node = nodes[id];
      return node !== undefined && isInFocus(focus, node);
    };
    return all.filter(({ from, to }) => stands(from) && stands(to));
  }, [nodes, possibleOnes, known, own, focus]);
}
