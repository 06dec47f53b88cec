import { useEffect, useMemo, useState } from 'react';
import { possibleLinks, type PossibleLink } from '../../shared/diagram/possible-links.ts';
import type { Link } from '../../shared/domain/product.ts';
import type { Stack } from '../../shared/stack/stack.ts';

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

/**
 * The nodes as they were when anything but their places last changed: which products there are and
 * what is said of them. What is derived from these is not derived again for a move.
 */
export function useNodesButPlaces(nodes: Stack['nodes']): Stack['nodes'] {
  const said = useMemo(
    () =>
      Object.values(nodes)
        .map(({ id, productId, categoryId, state, owner }) =>
          [id, productId, categoryId, state, owner].join(' '),
        )
        .sort()
        .join('\n'),
    [nodes],
  );
  // eslint-disable-next-line react-hooks/exhaustive-deps
  return useMemo(() => nodes, [said]);
}

const nothing = {};

/** Connections that a hub on the stack would make possible; of a large one a moment later. */
export function usePossible(stack: Stack | null, links: readonly Link[]): readonly PossibleLink[] {
  const nodes = useNodesButPlaces(stack?.nodes ?? nothing);
  const connections = stack?.connections ?? nothing;
  const basis = useMemo(() => ({ nodes, connections, links }), [nodes, connections, links]);
  const later = useRested(basis, Object.keys(nodes).length > COUNTED_AT_ONCE);
  return useMemo(() => possibleLinks(later, later.links), [later]);
}
