import type { MouseEvent as ReactMouseEvent } from 'react';
import type { NodeChange, OnConnectEnd, ReactFlowProps, XYPosition } from '@xyflow/react';
import { useDialogs } from '../state/dialogs.ts';
import { useStacks } from '../state/stacks.ts';
import { useView } from '../state/view.ts';
import { useWorkshop } from '../workshop/workshop-state.ts';
import { useCanvas } from './canvas-state.ts';
import { carriedPlaces, withClusters } from './carry.ts';
import { clearGuides, snapped } from './drag-guides.ts';
import { edgeAt } from './edge-at.ts';
import { useEdgeEditing } from './edge-editing.ts';
import type { CanvasNode } from './item-nodes.ts';
import { settle, within } from './placement.ts';
import { commitMoves, connectNodes } from './stack-edits.ts';

/*
 * What the canvas does when React Flow tells of something. They read the stack as it is by then and
 * are the same functions at every drawing: React Flow draws each of its nodes again for a new one.
 */

type Handler<Name extends keyof ReactFlowProps<CanvasNode>> = NonNullable<
  ReactFlowProps<CanvasNode>[Name]
>;

/** React Flow proposes; positions wait for the drop, selection is taken over, the rest is ours. */
export function onNodesChange(changes: readonly NodeChange<CanvasNode>[]): void {
  const { moved, selection, select } = useCanvas.getState();
  const stack = useStacks.getState().current?.stack;
  const dragged = new Map<string, XYPosition>();
  const nextSelection = new Set(selection);
  for (const change of changes) {
    if (change.type === 'position' && change.position && change.dragging) {
      dragged.set(change.id, change.position);
    } else if (change.type === 'select') {
      const all = stack ? withClusters(stack, [change.id]) : [change.id];
      for (const id of all) {
        if (change.selected) nextSelection.add(id);
        else nextSelection.delete(id);
      }
    }
  }
  if (dragged.size > 0 && stack) {
    useCanvas.setState({
      moved: new Map([...moved, ...carriedPlaces(stack, snapped(stack, dragged))]),
    });
  }
  select(nextSelection);
}

export function onDragStop(): void {
  clearGuides();
  const stack = useStacks.getState().current?.stack;
  if (!stack) return;
  const settled = new Map(
    Array.from(useCanvas.getState().moved, ([id, at]) => [
      id,
      stack.nodes[id] ? settle(stack, at) : { x: within(at.x), y: within(at.y) },
    ]),
  );
  useCanvas.setState({ moved: settled });
  void commitMoves();
}

export const onNodeClick: Handler<'onNodeClick'> = (event, node) => {
  if (event.shiftKey || event.ctrlKey || event.metaKey) return;
  const stack = useStacks.getState().current?.stack;
  if (!stack) return;
  useCanvas.getState().select(withClusters(stack, [node.id]));
  useCanvas.getState().openEdge(null);
  // In a workshop products are picked to be voted on; the canvas keeps its room.
  if (node.type === 'item' || useWorkshop.getState().isOpen) return;
  useView.getState().openProduct(node.data.productId);
};

export const onNodeMouseEnter: Handler<'onNodeMouseEnter'> = (event, node) => {
  // While something is dragged over others, they stay quiet.
  if (event.buttons === 0) useCanvas.setState({ hovered: node.id });
};

export function onNodeMouseLeave(): void {
  useCanvas.setState({ hovered: null });
}

export const onPaneClick: Handler<'onPaneClick'> = ({ clientX: x, clientY: y }) =>
  useCanvas.getState().openEdge(edgeAt({ x, y })?.ref ?? null);

/** On nothing it adds products; on a connection of one's own it opens its words. */
export function onDoubleClick({ target, clientX: x, clientY: y }: ReactMouseEvent): void {
  const isPane = target instanceof Element && target.matches('.react-flow__pane');
  if (!isPane) return;
  const edge = edgeAt({ x, y });
  if (!edge) useDialogs.getState().show('quick-add');
  else if (edge.ref.type === 'user') {
    useEdgeEditing.setState({ connectionId: edge.ref.connectionId });
  }
}

function nodeUnder(event: MouseEvent | TouchEvent): string | null {
  const point = 'changedTouches' in event ? event.changedTouches[0] : event;
  if (!point) return null;
  const element = document.elementFromPoint(point.clientX, point.clientY);
  return element?.closest('.react-flow__node')?.getAttribute('data-id') ?? null;
}

/** A connection ends wherever on a card the pointer is let go, not only on one of its dots. */
export const onConnectEnd: OnConnectEnd = (event, connection) => {
  const from = connection.fromNode?.id;
  const to = connection.toNode?.id ?? nodeUnder(event);
  if (from !== undefined && to !== null && from !== to) void connectNodes(from, to);
};
