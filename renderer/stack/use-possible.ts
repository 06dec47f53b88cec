import { useEffect, useMemo, useState } from 'react';
import { possibleLinks, type PossibleLink } from '../../shared/diagram/possible-links.ts';
import type { Link } from '../../shared/domain/product.ts';
import type { Stack, StackNode } from '../../shared/stack/stack.ts';

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

/** Says which products there are and what is said of them, not where they stand: a move leaves it. */
export function useEnds(nodes: Readonly<Record<string, StackNode>>): string {
  return useMemo(
    () =>
      Object.values(nodes)
        .map(({ id, productId, categoryId, state, owner }) =>
          [id, productId, categoryId, state, owner].join(' '),
        )
        .sort()
        .join('\n'),
    [nodes],
  );
}

const noNodes = {};

/** Connections that a hub on the stack would make possible; of a large one a moment later. */
export function usePossible(stack: Stack | null, links: readonly Link[]): readonly PossibleLink[] {
  const { nodes = noNodes, connections = noNodes } = stack ?? {};
  const ends = useEnds(nodes);
  const basis = useMemo(
    () => ({ nodes, connections, links }),
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [ends, connections, links],
  );
  const later = useRested(basis, Object.keys(nodes).length > COUNTED_AT_ONCE);
  return useMemo(() => possibleLinks(later, later.links), [later]);
}
