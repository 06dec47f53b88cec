import { z } from 'zod';
import { integrationKinds } from '../domain/catalogue.ts';
import type { Link } from '../domain/product.ts';
import type { Connection } from '../stack/stack.ts';
import { connectionStates, dataKinds } from '../stack/vocabulary.ts';

/** All that can be hidden of the lines of a stack. */
const edgeFilters = [
  ...integrationKinds,
  ...connectionStates,
  ...dataKinds.map((kind) => `data:${kind}` as const),
] as const;

/**
 * A kind of known integration, the person's own connections in one state, or those of them that
 * carry one kind of data. Integrations and data both know a kind "events", hence the prefix.
 */
export const EdgeFilter = z.enum(edgeFilters);
export type EdgeFilter = z.output<typeof EdgeFilter>;

/** What is hidden, as it is kept and sent. */
export const HiddenEdges = z.array(EdgeFilter).max(edgeFilters.length);

export function isLinkShown(
  { kind }: Pick<Link, 'kind'>,
  hidden: ReadonlySet<EdgeFilter>,
): boolean {
  return !hidden.has(kind);
}

/** Whether a connection of one's own is drawn: in its state, and for one of the kinds of its data. */
export function isConnectionShown(
  { state, dataKinds: kinds }: Pick<Connection, 'state' | 'dataKinds'>,
  hidden: ReadonlySet<EdgeFilter>,
): boolean {
  if (hidden.has(state)) return false;
  // What says nothing of its data is not about a kind that is hidden.
  return kinds.length === 0 || kinds.some((kind) => !hidden.has(`data:${kind}`));
}
