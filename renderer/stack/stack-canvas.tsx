import '@xyflow/react/dist/base.css';
import {
  ConnectionMode,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  useReactFlow,
  useStore,
  type ReactFlowInstance,
  type Viewport,
  type XYPosition,
} from '@xyflow/react';
import { useCallback, useMemo, useRef, useState, type DragEvent, type ReactNode } from 'react';
import type { PossibleLink } from '../../shared/diagram/possible-links.ts';
import { themes } from '../../shared/diagram/theme.ts';
import type { Link } from '../../shared/domain/product.ts';
import type { Box } from '../../shared/stack/layout.ts';
import type { Stack } from '../../shared/stack/stack.ts';
import { hasProducts, readProductDrag } from '../explore/product-drag.ts';
import { useActionBindings } from '../state/actions.ts';
import { useApp } from '../state/app-state.ts';
import { useStacks } from '../state/stacks.ts';
import { useTheme } from '../state/theme.ts';
import { CanvasFind, openFind } from './canvas-find.tsx';
import { CanvasMenu } from './canvas-menu.tsx';
import { CanvasControls } from './canvas-controls.tsx';
import {
  onConnectEnd,
  onDoubleClick,
  onDragStop,
  onNodeClick,
  onNodeMouseEnter,
  onNodeMouseLeave,
  onNodesChange,
  onPaneClick,
} from './canvas-events.ts';
import { cardBoxes, createCardCache, type CardNode } from './canvas-nodes.ts';
import { useCarrying } from './carry-edits.ts';
import { CarryHint } from './carry-hint.tsx';
import { showsMinimap, useCanvas } from './canvas-state.ts';
import { ConnectionLine } from './connection-line.tsx';
import { useSnapKeys } from './drag-guides.ts';
import { EdgeLayer } from './edge-layer.tsx';
import { isInFocus, useFocus } from './focus-state.ts';
import { GuideLayer } from './guide-layer.tsx';
import { addItem } from './item-edits.ts';
import { createItemCache, isBehindCards, type CanvasNode, type ItemNode } from './item-nodes.ts';
import { ItemView } from './item-view.tsx';
import { LaneLayer } from './lane-layer.tsx';
import { Legend } from './legend.tsx';
import { movedIds, usePlacesOfMoved } from './moved-places.ts';
import { OverviewMap } from './overview-map.tsx';
import { addPictures, pictureFiles } from './pictures.ts';
import { ProductCard } from './product-card.tsx';
import { useProductRows } from './product-rows.ts';
import { SelectionToolbar } from './selection-toolbar.tsx';
import { addProductIds } from './stack-edits.ts';
import { useCardKeys } from './use-card-keys.ts';
import { useCarryKeys } from './use-carry-keys.ts';
import { useClipboard } from './use-clipboard.ts';
import { useDrawnEdges } from './use-drawn-edges.ts';
import { glideOf, rememberViewport, useCanvasViewport, ZOOM } from './use-canvas-viewport.ts';
import styles from './stack-canvas.module.css';

const nodeTypes = { product: ProductCard, item: ItemView };
/** The middle button of the mouse drags the canvas, whatever the tool. */
const middleButton = [1];
const noEdges: [] = [];
const multiSelectionKeys = ['Shift', 'Meta', 'Control'];
const proOptions = { hideAttribution: true };

interface StackCanvasProps {
  readonly stack: Stack;
  readonly links: readonly Link[];
  /** Connections that a hub on the canvas would make possible, shown or not. */
  readonly possible: readonly PossibleLink[];
}

/** The items as React Flow takes them. */
function useItems(stack: Stack): readonly ItemNode[] {
  const [cached] = useState(createItemCache);
  const selection = useCanvas((state) => state.selection);
  const moving = useCanvas(movedIds);
  return useMemo(
    () => cached({ items: stack.items, selection, moving }),
    [cached, stack.items, selection, moving],
  );
}

/** The cards as React Flow takes them: where they stand on the stack, also while they are moved. */
function useCards(stack: Stack): readonly CardNode[] {
  const [cached] = useState(createCardCache);
  const selection = useCanvas((state) => state.selection);
  const moving = useCanvas(movedIds);
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
        moving,
        showOwners: focus.showOwners,
        isInFocus: (node) => isInFocus(focus, node),
      }),
    [cached, stack.nodes, rows, categories, selection, moving, focus],
  );
}

/** The middle of what is in view, in units of the canvas. */
function middleOf(
  canvas: HTMLElement | null,
  flow: Pick<ReactFlowInstance, 'screenToFlowPosition'>,
): XYPosition {
  const { x = 0, y = 0, width = 0, height = 0 } = canvas?.getBoundingClientRect() ?? {};
  return flow.screenToFlowPosition({ x: x + width / 2, y: y + height / 2 });
}

function Canvas({ stack, links, possible }: StackCanvasProps): ReactNode {
  const theme = themes[useTheme()];
  const flow = useReactFlow();
  const isReady = useStore((state) => state.width > 0 && state.height > 0);
  const isConnecting = useStore((state) => state.connection.inProgress);
  const hidden = useCanvas((state) => state.hidden);
  const cards = useCards(stack);
  const items = useItems(stack);
  const nodes = useMemo(
    () => [
      ...items.filter(isBehindCards),
      ...cards,
      ...items.filter((item) => !isBehindCards(item)),
    ],
    [items, cards],
  );
  const boxes = useMemo(() => cardBoxes(stack.nodes), [stack.nodes]);
  const hasMinimap = useCanvas(({ isMinimapOn }) => showsMinimap(isMinimapOn, boxes.size));
  const allBoxes = useMemo(
    () => new Map<string, Box>([...boxes, ...Object.entries(stack.items)]),
    [boxes, stack.items],
  );
  const tool = useCanvas((state) => state.tool);
  const { fit, fitNodes } = useCanvasViewport(stack, allBoxes, isReady);
  const canvasRef = useRef<HTMLDivElement | null>(null);
  const [isDropTarget, setDropTarget] = useState(false);
  useCardKeys(allBoxes);
  useCarryKeys();
  const isCarried = useCarrying((state) => state.carry !== null);
  const middle = useCallback(() => middleOf(canvasRef.current, flow), [flow]);
  useClipboard(middle);
  useSnapKeys();
  usePlacesOfMoved();

  const edges = useDrawnEdges(stack, links, possible, hidden);
  // Lanes grow while a card is dragged below their end.
  const lanesOf = useMemo(
    () => ({ lanes: stack.lanes, nodes: stack.nodes }),
    [stack.lanes, stack.nodes],
  );

  const onDrop = useCallback(
    (event: DragEvent) => {
      setDropTarget(false);
      const at = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
      const pictures = pictureFiles(event.dataTransfer);
      if (pictures.length > 0) {
        event.preventDefault();
        void addPictures(pictures, at);
        return;
      }
      const ids = readProductDrag(event.dataTransfer);
      if (ids.length === 0) return;
      event.preventDefault();
      void addProductIds(ids, at);
    },
    [flow],
  );

  const onMoveStart = useCallback(() => canvasRef.current?.classList.add(styles.moving ?? ''), []);
  const onMoveEnd = useCallback(
    (_event: unknown, viewport: Viewport) => {
      canvasRef.current?.classList.remove(styles.moving ?? '');
      rememberViewport(stack.id, viewport);
    },
    [stack.id],
  );

  const bindings = useMemo(
    () => ({
      'edit.select-all': {
        run: () => {
          const { nodes = {}, items = {} } = useStacks.getState().current?.stack ?? {};
          useCanvas.getState().select([...Object.keys(nodes), ...Object.keys(items)]);
        },
      },
      'canvas.find': { run: openFind },
      'canvas.fit': { run: () => fit() },
      'canvas.fit-selection': { run: () => fitNodes(useCanvas.getState().selection) },
      'canvas.zoom-whole': { run: () => void flow.zoomTo(1, { duration: glideOf(120) }) },
      'canvas.select-tool': { run: () => useCanvas.setState({ tool: 'select' }) },
      'canvas.hand-tool': { run: () => useCanvas.setState({ tool: 'hand' }) },
      'canvas.note': { run: () => void addItem('note', middle()) },
      'canvas.heading': { run: () => void addItem('heading', middle()) },
      'canvas.frame': { run: () => void addItem('frame', middle()) },
      'canvas.zoom-in': { run: () => void flow.zoomIn({ duration: glideOf(120) }) },
      'canvas.zoom-out': { run: () => void flow.zoomOut({ duration: glideOf(120) }) },
    }),
    [fit, fitNodes, flow, middle],
  );
  useActionBindings(bindings);

  return (
    <div
      ref={canvasRef}
      className={`${styles.canvas} ${isConnecting ? styles.connecting : ''} ${isDropTarget ? styles.dropTarget : ''}`}
      data-canvas
      data-tool={tool}
      {...(isCarried ? { 'data-carrying': '' } : {})}
      onDragOver={(event) => {
        const isFile = event.dataTransfer.types.includes('Files');
        if (!isFile && !hasProducts(event.dataTransfer)) return;
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
      onDoubleClick={onDoubleClick}
    >
      <ReactFlow<CanvasNode>
        aria-label={`Canvas of ${stack.name}`}
        nodes={nodes}
        edges={noEdges}
        nodeTypes={nodeTypes}
        onNodesChange={onNodesChange}
        onNodeDragStop={onDragStop}
        onSelectionDragStop={onDragStop}
        onNodeClick={onNodeClick}
        onNodeMouseEnter={onNodeMouseEnter}
        onNodeMouseLeave={onNodeMouseLeave}
        onPaneClick={onPaneClick}
        onConnectEnd={onConnectEnd}
        onMoveStart={onMoveStart}
        onMoveEnd={onMoveEnd}
        autoPanOnSelection={false}
        panOnDrag={tool === 'hand' ? true : middleButton}
        selectionOnDrag={tool === 'select'}
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
        onlyRenderVisibleElements={nodes.length > 1000}
        proOptions={proOptions}
        selectionMode={SelectionMode.Partial}
        zoomOnDoubleClick={false}
      >
        <GuideLayer />
        <LaneLayer stack={lanesOf} theme={theme} />
        <EdgeLayer edges={edges} stack={lanesOf} boxes={boxes} theme={theme} />
      </ReactFlow>
      {hasMinimap ? <OverviewMap stack={stack} theme={theme} /> : null}
      <Legend
        stack={stack}
        links={links}
        possible={possible.length}
        lines={edges.length}
        theme={theme}
      />
      <CanvasFind stack={stack} />
      <CanvasControls onFit={fit} products={boxes.size} />
      <SelectionToolbar stack={stack} boxes={allBoxes} />
      <CarryHint />
      <CanvasMenu canvas={canvasRef} />
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
