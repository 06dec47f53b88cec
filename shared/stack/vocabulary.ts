/** Where a product stands in the life of a stack. `not-ours`: used, but nobody decided it ("shadow"). */
export const nodeStates = ['in-use', 'planned', 'candidate', 'to-retire', 'not-ours'] as const;
export type NodeState = (typeof nodeStates)[number];

/** Where a connection of one's own stands. */
export const connectionStates = ['live', 'planned', 'to-disconnect', 'broken'] as const;
export type ConnectionState = (typeof connectionStates)[number];

/** Kinds of data that flow through a stack. */
export const dataKinds = [
  'events',
  'profiles',
  'consent',
  'audiences',
  'orders',
  'content',
  'costs',
] as const;
export type DataKind = (typeof dataKinds)[number];

export const laneShapes = ['column', 'row'] as const;
export type LaneShape = (typeof laneShapes)[number];
