import type { Direction } from '../../domain/catalogue.ts';
import type { ConnectionState, DataKind, NodeState } from '../vocabulary.ts';

/** A product of an example: its id in the catalogue, and what the example says about it. */
export interface StarterProduct {
  readonly id: string;
  readonly owner: string;
  readonly state: NodeState;
}

/** A connection that an example draws, between two of its products. */
export interface StarterConnection {
  /** Product ids. */
  readonly from: string;
  readonly to: string;
  readonly dataKinds: readonly DataKind[];
  readonly state: ConnectionState;
  readonly direction: Direction;
}

/** An example of a stack for a common case, made of real products: a place to start, no advice. */
export interface StarterStack {
  readonly id: string;
  readonly title: string;
  /** Whose stack it could be, in one sentence. */
  readonly about: string;
  /** The template that suits it best. */
  readonly templateId: string;
  readonly products: readonly StarterProduct[];
  readonly connections: readonly StarterConnection[];
}

/** Products that a department answers for; ids are written with blanks between them. */
export function owned(owner: string, ids: string, state: NodeState = 'in-use'): StarterProduct[] {
  return ids
    .split(/\s+/)
    .filter(Boolean)
    .map((id) => ({ id, owner, state }));
}

export function flow(
  from: string,
  to: string,
  dataKinds: readonly DataKind[],
  state: ConnectionState = 'live',
  direction: Direction = 'forward',
): StarterConnection {
  return { from, to, dataKinds, state, direction };
}
