import { nodeStates, type ConnectionState, type DataKind, type NodeState } from './vocabulary.ts';

/** Where a product stands, as people read it on marks, in menus and in legends. */
export const nodeStateLabels: Readonly<Record<NodeState, string>> = {
  'in-use': 'In use',
  planned: 'Planned',
  candidate: 'Candidate',
  'to-retire': 'To retire',
  'not-ours': 'Not ours',
};

/** What a state means, where there is room for a sentence. */
export const nodeStateMeanings: Readonly<Record<NodeState, string>> = {
  'in-use': 'It works for you today.',
  planned: 'It is decided and on its way.',
  candidate: 'It is being considered.',
  'to-retire': 'It is used and on its way out.',
  'not-ours': 'It is used, but nobody decided it.',
};

export const connectionStateLabels: Readonly<Record<ConnectionState, string>> = {
  live: 'Live',
  planned: 'Planned',
  'to-disconnect': 'To be disconnected',
  broken: 'Broken',
};

export const dataKindLabels: Readonly<Record<DataKind, string>> = {
  events: 'Events',
  profiles: 'Profiles',
  consent: 'Consent',
  audiences: 'Audiences',
  orders: 'Orders',
  content: 'Content',
  costs: 'Costs',
};

/** What goes through a connection, in words: "Leads · Profiles, Orders"; empty where nothing is said. */
export function connectionText(connection: {
  readonly label: string;
  readonly dataKinds: readonly DataKind[];
}): string {
  const kinds = connection.dataKinds.map((kind) => dataKindLabels[kind]).join(', ');
  return [connection.label, kinds].filter((part) => part !== '').join(' · ');
}

/** How many products are in each state but in use, in words: "2 planned", "1 to retire". */
export function stateCounts(nodes: Iterable<{ readonly state: NodeState }>): string[] {
  const counts = new Map<NodeState, number>();
  for (const { state } of nodes) counts.set(state, (counts.get(state) ?? 0) + 1);
  return nodeStates.flatMap((state) => {
    const count = counts.get(state) ?? 0;
    return state === 'in-use' || count === 0
      ? []
      : [`${count} ${nodeStateLabels[state].toLowerCase()}`];
  });
}
