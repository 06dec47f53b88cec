import '@xyflow/react/dist/base.css';
import {
  ConnectionMode,
  MiniMap,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  useReactFlow,
  useStore,
  type NodeChange,
  type OnConnectEnd,
} from '@xyflow/react';
import { useCallback, useMemo, useRef, useState, type DragEvent, type ReactNode } from 'react';
import { themes } from '../../shared/diagram/theme.ts';
import type { Link } from '../../shared/domain/product.ts';
import { nodeBox } from '../../shared/stack/layout.ts';
import type { Stack } from '../../shared/stack/stack.ts';
import { hasProducts, readProductDrag } from '../explore/product-drag.ts';
import { useActionBindings } from '../state/actions.ts';
import { useApp } from '../state/app-state.ts';
import { useDialogs } from '../state/dialogs.ts';
import { useTheme } from '../state/theme.ts';
import { useView } from '../state/view.ts';
import { CanvasControls } from './canvas-controls.tsx';
import { cardBoxes, createCardCache, type CardNode } from './canvas-nodes.ts';
import { useCanvas } from './canvas-state.ts';
import { ConnectionLine } from './connection-line.tsx';
import { EdgeLayer } from './edge-layer.tsx';
import { isInFocus, useFocus } from './focus-state.ts';
import { LaneLayer } from './lane-layer.tsx';
import { Legend } from './legend.tsx';
import { settle } from './placement.ts';
import { ProductCard } from './product-card.tsx';
import { useProductRows } from './product-rows.ts';
import { addProductIds, commitMoves, connectNodes } from './stack-edits.ts';
import { useCardKeys } from './use-card-keys.ts';
import { useDrawnEdges } from './use-drawn-edges.ts';
import { rememberViewport, useCanvasViewport, ZOOM } from './use-canvas-viewport.ts';
import styles from './stack-canvas.module.css';

const nodeTypes = { product: ProductCard };
const noEdges: [] = [];
const multiSelectionKeys = ['Shift', 'Meta', 'Control'];
const proOptions = { hideAttribution: true };

interface StackCanvasProps {
  readonly stack: Stack;
  readonly links: readonly Link[];
}

/** The cards as React Flow takes them, with positions of a drag that is going on. */
function useCards(stack: Stack): readonly CardNode[] {
  const [cached] = useState(createCardCache);
  const selection = useCanvas((state) => state.selection);
  const moved = useCanvas((state) => state.moved);
  const categories = useApp((state) => state.categories);
  const focus = useFocus();
  const ids = useMemo(
    () => Object.values(stack.nodes).map((node) => node.productId),
    [stack.nodes],
  );
  const rows = useProductRows(ids);
  return useMemo(
    () =>
      cached({
        nodes: stack.nodes,
        rows,
        categoryName: (id) => categories.get(id)?.name ?? id,
        selection,
        moved,
        showOwners: focus.showOwners,
        isInFocus: (node) => isInFocus(focus, node),
      }),
    [cached, stack.nodes, rows, categories, selection, moved, focus],
  );
}

/** React Flow proposes; positions wait for the drop, selection is taken over, the rest is ours. */
function onNodesChange(changes: readonly NodeChange<CardNode>[]): void {
  const { moved, selection, select } = useCanvas.getState();
  const nextMoved = new Map(moved);
  const nextSelection = new Set(selection);
  let isMoved = false;
  for (const change of changes) {
    if (change.type === 'position' && change.position && change.dragging) {
      nextMoved.set(change.id, change.position);
      isMoved = true;
    } else if (change.type === 'select') {
      if (change.selected) nextSelection.add(change.id);
      else nextSelection.delete(change.id);
    }
  }
  if (isMoved) useCanvas.setState({ moved: nextMoved });
  select(nextSelection);
}

function nodeUnder(event: MouseEvent | TouchEvent): string | null {
  const point = 'changedTouches' in event ? event.changedTouches[0] : event;
  if (!point) return null;
  const element = document.elementFromPoint(point.clientX, point.clientY);
  return element?.closest('.react-flow__node')?.getAttribute('data-id') ?? null;
}

/** A connection ends wherever on a card the pointer is let go, not only on one of its dots. */
const onConnectEnd: OnConnectEnd = (event, connection) => {
  const from = connection.fromNode?.id;
  const to = connection.toNode?.id ?? nodeUnder(event);
  if (from !== undefined && to !== null && from !== to) void connectNodes(from, to);
};

function Canvas({ stack, links }: StackCanvasProps): ReactNode {
  const theme = themes[useTheme()];
  const flow = useReactFlow();
  const isReady = useStore((state) => state.width > 0 && state.height > 0);
  const isConnecting = useStore((state) => state.connection.inProgress);
  const isMinimapOn = useCanvas((state) => state.isMinimapOn);
  const hidden = useCanvas((state) => state.hidden);
  const cards = useCards(stack);
  const boxes = useMemo(() => cardBoxes(cards), [cards]);
  const restBoxes = useMemo(
    () => new Map(Object.values(stack.nodes).map((node) => [node.id, nodeBox(node)])),
    [stack.nodes],
  );
  const { fit, fitNodes } = useCanvasViewport(stack, boxes, isReady);
  const canvasRef = useRef<HTMLDivElement | null>(null);
  const [isDropTarget, setDropTarget] = useState(false);
  useCardKeys(boxes);

  const { edges, possible } = useDrawnEdges(stack, links, hidden);
  // Lanes grow while a card is dragged below their end.
  const lanesOf = useMemo(
    () => ({ lanes: stack.lanes, nodes: stack.nodes }),
    [stack.lanes, stack.nodes],
  );

  const onDragStop = useCallback(() => {
    const settled = new Map(
      Array.from(useCanvas.getState().moved, ([id, at]) => [id, settle(stack, at)]),
    );
    useCanvas.setState({ moved: settled });
    void commitMoves();
  }, [stack]);

  const onDrop = useCallback(
    (event: DragEvent) => {
      setDropTarget(false);
      const ids = readProductDrag(event.dataTransfer);
      if (ids.length === 0) return;
      event.preventDefault();
      const at = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
      void addProductIds(ids, at);
    },
    [flow],
  );

  const bindings = useMemo(
    () => ({
      'edit.select-all': {
        run: () => useCanvas.getState().select(Object.keys(stack.nodes)),
      },
      'canvas.fit': { run: () => fit() },
      'canvas.fit-selection': { run: () => fitNodes(useCanvas.getState().selection) },
      'canvas.zoom-in': { run: () => void flow.zoomIn({ duration: 120 }) },
      'canvas.zoom-out': { run: () => void flow.zoomOut({ duration: 120 }) },
    }),
    [stack.nodes, fit, fitNodes, flow],
  );
  useActionBindings(bindings);

  return (
    <div
      ref={canvasRef}
      className={`${styles.canvas} ${isConnecting ? styles.connecting : ''} ${isDropTarget ? styles.dropTarget : ''}`}
      data-canvas
      onDragOver={(event) => {
        if (!hasProducts(event.dataTransfer)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        setDropTarget(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Element | null)) {
          setDropTarget(false);
        }
      }}
      onDrop={onDrop}
      onDoubleClick={(event) => {
        const isPane = event.target instanceof Element && event.target.matches('.react-flow__pane');
        if (isPane) useDialogs.getState().show('quick-add');
      }}
    >
      <ReactFlow<CardNode>
        aria-label={`Canvas of ${stack.name}`}
        nodes={cards as CardNode[]}
        edges={noEdges}
        nodeTypes={nodeTypes}
        onNodesChange={onNodesChange}
        onNodeDragStop={onDragStop}
        onSelectionDragStop={onDragStop}
        onNodeClick={(event, node) => {
          if (event.shiftKey || event.ctrlKey || event.metaKey) return;
          useCanvas.getState().select([node.id]);
          useCanvas.getState().openEdge(null);
          useView.getState().openProduct(node.data.productId);
        }}
        onNodeMouseEnter={(event, node) => {
          // While something is dragged over others, they stay quiet.
          if (event.buttons === 0) useCanvas.setState({ hovered: node.id });
        }}
        onNodeMouseLeave={() => useCanvas.setState({ hovered: null })}
        onPaneClick={() => useCanvas.getState().openEdge(null)}
        onConnectEnd={onConnectEnd}
        onMoveStart={() => canvasRef.current?.classList.add(styles.moving ?? '')}
        onMoveEnd={(_event, viewport) => {
          canvasRef.current?.classList.remove(styles.moving ?? '');
          rememberViewport(stack.id, viewport);
        }}
        autoPanOnSelection={false}
        connectionMode={ConnectionMode.Loose}
        connectionLineComponent={ConnectionLine}
        connectOnClick={false}
        deleteKeyCode={null}
        disableKeyboardA11y
        elevateNodesOnSelect={false}
        maxZoom={ZOOM.most}
        minZoom={ZOOM.least}
        multiSelectionKeyCode={multiSelectionKeys}
        nodeDragThreshold={2}
        onlyRenderVisibleElements={cards.length > 100}
        proOptions={proOptions}
        selectionMode={SelectionMode.Partial}
        zoomOnDoubleClick={false}
      >
        <LaneLayer stack={lanesOf} theme={theme} />
        <EdgeLayer edges={edges} boxes={restBoxes} liveBoxes={boxes} theme={theme} />
        {isMinimapOn ? (
          <MiniMap<CardNode>
            className={styles.minimap ?? ''}
            pannable
            zoomable
            ariaLabel="Overview of the canvas"
            nodeColor={(node) => theme.groups[node.data.groupId].accent}
            bgColor={theme.lane}
            maskColor="rgb(120 130 150 / 18%)"
          />
        ) : null}
      </ReactFlow>
      <Legend stack={stack} links={links} possible={possible} theme={theme} />
      <CanvasControls onFit={fit} />
    </div>
  );
}

/** The stack as a canvas: every change on it is a command of the stack. */
export function StackCanvas(props: StackCanvasProps): ReactNode {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  );
}
