import type { Direction } from '../domain/catalogue.ts';
import type { Stack } from '../stack/stack.ts';
import type { DataKind } from '../stack/vocabulary.ts';

/** A connection that a person drew, between products instead of places on the canvas. */
export interface OwnConnection {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly direction: Direction;
  /** What the person says goes through it; empty where nothing is said. */
  readonly data: readonly DataKind[];
}

export function ownConnections(
  stack: Pick<Stack, 'nodes' | 'connections'>,
): readonly OwnConnection[] {
  return Object.values(stack.connections).flatMap((connection) => {
    const from = stack.nodes[connection.fromNodeId]?.productId;
    const to = stack.nodes[connection.toNodeId]?.productId;
    if (from === undefined || to === undefined) return [];
    const { id, label, direction, dataKinds } = connection;
    return { id, from, to, label, direction, data: dataKinds };
  });
}
