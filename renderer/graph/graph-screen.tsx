import { ArrowLeft, Maximize, Minus, Orbit, Plus, Search, Share2, Shuffle } from 'lucide-react';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { bundleLinks } from '../../shared/diagram/bundle-links.ts';
import { themes } from '../../shared/diagram/theme.ts';
import { shortcutLabel } from '../app/shortcuts.ts';
import { count, counted } from '../product/words.ts';
import { runAction, useActionBindings } from '../state/actions.ts';
import { useStacks } from '../state/stacks.ts';
import { useTheme } from '../state/theme.ts';
import { useView } from '../state/view.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Select } from '../ui/select.tsx';
import { CytoscapeView, type GraphHandle } from './cytoscape-view.tsx';
import type { DrawnGraph } from './graph-drawing.ts';
import { GraphKinds } from './graph-kinds.tsx';
import { GraphList } from './graph-list.tsx';
import { addAround } from './beyond.ts';
import { GraphExport } from './graph-export.tsx';
import { GraphFilters } from './graph-filters.tsx';
import { shortestWay } from './graph-path.ts';
import { graphEdges, isOfDirection, neighbours, type GraphNode } from './graph-model.ts';
import { limits, MOST_NODES, useGraph } from './graph-state.ts';
import { ProductPicker } from './product-picker.tsx';
import { useNeighbourhood, useStackGraph, type GraphData } from './use-graph-data.ts';
import styles from './graph-screen.module.css';

/** What is drawn of the data: without hidden kinds, and without those left alone by that. */
function useDrawnGraph(data: GraphData, rootId: string | null): DrawnGraph {
  const expanded = useGraph((state) => state.expanded);
  const hidden = useGraph((state) => state.hidden);
  const showOwn = useGraph((state) => state.showOwn);
  const direction = useGraph((state) => state.direction);
  const { nodes, links, own } = data;
  return useMemo(() => {
    const shown = links.filter((link) => isOfDirection(link.direction, direction));
    const edges = graphEdges(shown, showOwn ? own : [], hidden);
    const degrees = new Map<string, number>();
    for (const { from, to } of edges) {
      degrees.set(from, (degrees.get(from) ?? 0) + 1);
      degrees.set(to, (degrees.get(to) ?? 0) + 1);
    }
    const isShown = ({ id, isOutside }: GraphNode): boolean =>
      (rootId === null && isOutside !== true) || id === rootId || degrees.has(id);
    return {
      nodes: hidden.size > 0 || direction !== 'any' ? nodes.filter(isShown) : nodes,
      edges,
      rootId,
      centres: new Set(rootId === null ? [] : expanded),
      weight: (node) => (rootId === null ? (degrees.get(node.id) ?? 0) : node.integrations),
    };
  }, [nodes, links, own, hidden, showOwn, direction, rootId, expanded]);
}

function LimitSelect(): ReactNode {
  const limit = useGraph((state) => state.limit);
  const total = useGraph((state) => state.total);
  return (
    <Select
      label="Neighbours shown"
      prefix="Neighbours:"
      value={String(limit)}
      options={limits.map((each) => ({
        id: String(each),
        label: String(each),
        ...(each >= total && total > 0 ? { hint: 'all' } : {}),
      }))}
      onChange={(id) => void useGraph.getState().setLimit(Number(id))}
    />
  );
}

interface ToolbarProps {
  readonly title: string;
  readonly subtitle: string;
  readonly isNeighbourhood: boolean;
  readonly handle: GraphHandle | null;
  readonly onPick: () => void;
  /** What concerns the surroundings of a stack, and the export. */
  readonly children: ReactNode;
}

function Toolbar(props: ToolbarProps): ReactNode {
  const { title, subtitle, isNeighbourhood, handle, onPick, children } = props;
  return (
    <header className={styles.bar}>
      {isNeighbourhood ? (
        <Button tone="quiet" onPress={() => useView.getState().showGraphOf(null)}>
          <ArrowLeft aria-hidden="true" /> Back to stack graph
        </Button>
      ) : null}
      <div className={styles.titles}>
        <h1>
          <bdi>{title}</bdi>
        </h1>
        <p>{subtitle}</p>
      </div>
      <span className={styles.space} />
      {isNeighbourhood ? <LimitSelect /> : null}
      {children}
      <Button isDisabled={!handle} onPress={() => handle?.layOutAgain()}>
        <Shuffle aria-hidden="true" /> Lay out again
      </Button>
      <Button tone="primary" onPress={onPick}>
        <Search aria-hidden="true" /> Around a product… <kbd>/</kbd>
      </Button>
    </header>
  );
}

function ZoomControls({ handle }: { readonly handle: GraphHandle }): ReactNode {
  return (
    <div className={styles.controls} role="toolbar" aria-label="View of the graph">
      <IconButton
        label="Zoom out"
        shortcut={shortcutLabel('Mod+-')}
        onPress={() => handle.zoom(1 / 1.25)}
      >
        <Minus />
      </IconButton>
      <IconButton
        label="Zoom in"
        shortcut={shortcutLabel('Mod+=')}
        onPress={() => handle.zoom(1.25)}
      >
        <Plus />
      </IconButton>
      <IconButton label="Zoom to fit" shortcut={shortcutLabel('Shift+1')} onPress={handle.fit}>
        <Maximize />
      </IconButton>
    </div>
  );
}

/** Why there is no graph, and what to do; null where there is one. */
function useEmptyReason(data: GraphData, rootId: string | null): ReactNode {
  const hasStack = useStacks((state) => state.current !== null);
  const status = useGraph((state) => state.status);
  const failure = useGraph((state) => state.failure);
  const icon = <Share2 />;
  if (rootId !== null) {
    if (status === 'failed') return <EmptyState icon={icon} title="No graph" text={failure} />;
    if (status !== 'ready')
      return (
        <p className={styles.busy} role="status">
          Loading…
        </p>
      );
    return null;
  }
  if (!hasStack || data.nodes.length === 0) {
    return (
      <EmptyState
        icon={icon}
        title={hasStack ? 'This stack has no products yet' : 'There is no stack yet'}
        text="The graph shows what is known to connect the products of a stack, or everything around one product."
      >
        <Button tone="primary" onPress={() => useView.getState().go('stack')}>
          {hasStack ? 'Add products to the stack' : 'Create a stack'}
        </Button>
        <Button onPress={() => runAction('view.search')}>Around a product…</Button>
      </EmptyState>
    );
  }
  return null;
}

function useGraphActions(handle: GraphHandle | null, pick: () => void): void {
  const bindings = useMemo(
    () => ({
      'canvas.fit': { run: () => handle?.fit(), isEnabled: handle !== null },
      'canvas.zoom-in': { run: () => handle?.zoom(1.25), isEnabled: handle !== null },
      'canvas.zoom-out': { run: () => handle?.zoom(1 / 1.25), isEnabled: handle !== null },
      'view.search': { run: pick },
    }),
    [handle, pick],
  );
  useActionBindings(bindings);
}

const openProduct = (id: string): void => useView.getState().openProduct(id);

export function GraphScreen(): ReactNode {
  const rootId = useView((state) => state.graphProductId);
  const openId = useView((state) => state.productId);
  const stackName = useStacks((state) => state.current?.stack.name ?? '');
  const stackId = useStacks((state) => state.current?.stack.id ?? '');
  const total = useGraph((state) => state.total);
  const limit = useGraph((state) => state.limit);
  const expanded = useGraph((state) => state.expanded);
  const theme = themes[useTheme()];
  const [handle, setHandle] = useState<GraphHandle | null>(null);
  const [pointedId, setPointed] = useState<string | null>(null);
  const [isPicking, setPicking] = useState(false);
  const [drawAnyway, setDrawAnyway] = useState('');

  const ofStack = useStackGraph();
  const ofProduct = useNeighbourhood(rootId);
  const data = rootId === null ? ofStack : ofProduct;
  const graph = useDrawnGraph(data, rootId);
  const joined = useMemo(() => neighbours(data.links, data.own), [data]);
  const pairs = useMemo(() => bundleLinks(data.links).length, [data.links]);
  const empty = useEmptyReason(data, rootId);
  const pick = useCallback(() => setPicking(true), []);
  useGraphActions(handle, pick);

  const stackIds = useMemo(
    () => ofStack.nodes.filter(({ isOutside }) => isOutside !== true).map(({ id }) => id),
    [ofStack.nodes],
  );
  const ends = useGraph((state) => state.ends);
  const path = useMemo(
    () =>
      ends.from === '' || ends.to === '' || ends.from === ends.to
        ? null
        : shortestWay(graph.edges, ends.from, ends.to),
    [graph.edges, ends],
  );
  const beyond = useGraph((state) => (state.beyond?.stackId === stackId ? state.beyond : null));

  const onExpand = useCallback(
    (id: string) => {
      if (rootId === null) void addAround(stackId, stackIds, [id]);
      else void useGraph.getState().expand(id);
    },
    [rootId, stackId, stackIds],
  );

  // Links arrive a moment after the stack; without them there is nothing to lay out by.
  const stackKey = `stack ${stackId} ${data.links.length > 0}`;
  const graphKey = rootId === null ? stackKey : `product ${rootId} ${limit}`;
  const rootName = data.nodes.find(({ id }) => id === rootId)?.name ?? '';
  const products = counted(data.nodes.length, 'product', 'products');
  const between = counted(pairs, 'known connection', 'known connections');
  const shownOf = rootId !== null && total > limit ? ` · best connected of ${count(total)}` : '';
  const isTooLarge = data.nodes.length > MOST_NODES && drawAnyway !== graphKey;

  return (
    <div className={styles.screen}>
      <Toolbar
        title={rootId === null ? stackName || 'Graph' : `Around ${rootName}`}
        subtitle={empty ? '' : `${products} · ${between}${shownOf}`}
        isNeighbourhood={rootId !== null}
        handle={empty ? null : handle}
        onPick={pick}
      >
        {rootId === null && !empty ? (
          <>
            {beyond ? (
              <Button onPress={() => useGraph.setState({ beyond: null })}>Only the stack</Button>
            ) : null}
            <Button
              isDisabled={beyond !== null && beyond.more === 0}
              onPress={() => void addAround(stackId, stackIds, stackIds)}
            >
              <Orbit aria-hidden="true" /> {beyond ? 'More around it' : 'What is around it'}
            </Button>
          </>
        ) : null}
        {handle && !empty ? (
          <GraphExport
            title={rootId === null ? stackName : `Around ${rootName}`}
            data={data}
            graph={graph}
            handle={handle}
          />
        ) : null}
      </Toolbar>
      <div className={styles.columns}>
        {empty ? (
          <main className={styles.stage} aria-label="Graph">
            {empty}
          </main>
        ) : (
          <>
            <aside className={styles.side} aria-label="The graph as a list">
              <GraphKinds
                links={data.links}
                own={rootId === null ? data.own.length : 0}
                theme={theme}
              />
              <GraphFilters nodes={graph.nodes} path={path} />
              <GraphList
                nodes={data.nodes}
                joined={joined}
                rootId={rootId}
                openId={openId}
                expanded={rootId === null ? (beyond?.expanded ?? []) : expanded}
                onPoint={setPointed}
                onExpand={onExpand}
              />
            </aside>
            <main className={styles.stage} aria-label="Graph">
              {isTooLarge ? (
                <EmptyState
                  icon={<Share2 />}
                  title={`${products} are too many to read as a graph`}
                  text="The list beside it has all of them. Fewer neighbours, or hiding kinds, makes it readable."
                >
                  <Button onPress={() => setDrawAnyway(graphKey)}>Draw it anyway</Button>
                </EmptyState>
              ) : (
                <CytoscapeView
                  graph={graph}
                  graphKey={graphKey}
                  summary={`Graph of ${products} and ${between}. The list beside it says the same.`}
                  openId={openId}
                  pointedId={pointedId}
                  path={path}
                  onOpen={openProduct}
                  onExpand={onExpand}
                  onHandle={setHandle}
                />
              )}
              {graph.edges.length === 0 ? (
                <p className={styles.note}>
                  {pairs > 0
                    ? 'All kinds that occur here are hidden.'
                    : 'No integration between these products is documented in the catalogue. That is no proof that there is none.'}
                </p>
              ) : null}
              {handle ? <ZoomControls handle={handle} /> : null}
              <p className={styles.caption}>
                Size: integrations {rootId === null ? 'within this stack' : 'in the catalogue'} ·
                Double-click: add its neighbours
                {beyond ? ' · Broken outline: not on the stack' : ''}
              </p>
            </main>
          </>
        )}
      </div>
      {isPicking ? (
        <ProductPicker
          onPick={(id) => {
            setPicking(false);
            useView.getState().showGraphOf(id);
          }}
          onClose={() => setPicking(false)}
        />
      ) : null}
    </div>
  );
}
