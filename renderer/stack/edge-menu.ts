import { kindLabels } from '../../shared/diagram/theme.ts';
import { connectionStateLabels } from '../../shared/stack/state-words.ts';
import type { Stack } from '../../shared/stack/stack.ts';
import { connectionStates } from '../../shared/stack/vocabulary.ts';
import { useStacks } from '../state/stacks.ts';
import type { DrawnEdge } from './canvas-edges.ts';
import { useCanvas } from './canvas-state.ts';
import { drawAsPlanned } from './connection-edits.ts';
import { useEdgeEditing } from './edge-editing.ts';
import { connectNodes } from './stack-edits.ts';

/** One thing that can be done with an edge. */
export interface EdgeMenuEntry {
  readonly id: string;
  readonly label: string;
  readonly isDanger?: boolean;
  readonly run: () => void;
}

function ownEntries(stack: Stack, connectionId: string): readonly EdgeMenuEntry[] {
  const connection = stack.connections[connectionId];
  if (!connection) return [];
  const edit = (change: object): void =>
    void useStacks.getState().apply({ type: 'edit-connection', connectionId, ...change });
  return [
    {
      id: 'label',
      label: connection.label === '' ? 'Write a label' : 'Edit the label',
      run: () => useEdgeEditing.setState({ connectionId }),
    },
    ...connectionStates
      .filter((state) => state !== connection.state)
      .map((state) => ({
        id: `state-${state}`,
        label: `Mark as ${connectionStateLabels[state].toLowerCase()}`,
        run: () => edit({ state }),
      })),
    ...(connection.direction === 'forward'
      ? [{ id: 'reverse', label: 'Turn it round', run: () => edit({ reverse: true }) }]
      : [{ id: 'forward', label: 'One way', run: () => edit({ direction: 'forward' }) }]),
    ...(connection.direction === 'both'
      ? []
      : [{ id: 'both', label: 'Both ways', run: () => edit({ direction: 'both' }) }]),
    {
      id: 'remove',
      label: 'Remove connection',
      isDanger: true,
      run: () => {
        useCanvas.getState().openEdge(null);
        void useStacks.getState().apply({ type: 'remove', connectionIds: [connectionId] });
      },
    },
  ];
}

const openingWords: Readonly<Record<DrawnEdge['ref']['type'], string>> = {
  known: 'What is known of it',
  possible: 'Why it is possible',
  user: 'Details',
};

/** What can be done with an edge of the canvas, most wanted first. */
export function edgeMenu(
  stack: Stack,
  edge: Pick<DrawnEdge, 'ref' | 'kind' | 'from' | 'to'>,
): readonly EdgeMenuEntry[] {
  const { ref, kind } = edge;
  const { openEdge, toggleKind } = useCanvas.getState();
  const open = { id: 'open', label: openingWords[ref.type], run: () => openEdge(ref) };
  if (ref.type === 'user') return [open, ...ownEntries(stack, ref.connectionId)];
  if (ref.type === 'possible') {
    const run = (): void => void drawAsPlanned(stack, ref);
    return [open, { id: 'plan', label: 'Draw as planned', run }];
  }
  const draw = (): void => void connectNodes(edge.from, edge.to);
  return [
    open,
    { id: 'draw', label: 'Draw a connection of your own', run: draw },
    ...(kind === 'user' || kind === 'possible'
      ? []
      : [
          {
            id: 'hide',
            label: `Hide connections of this kind: ${kindLabels[kind]}`,
            run: () => toggleKind(kind),
          },
        ]),
  ];
}
