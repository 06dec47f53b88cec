import { Maximize, Minus, Plus, Share2 } from 'lucide-react';
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
import { CytoscapeView, type GraphHandle } from './cytoscape-view.tsx';
import { GraphFilters, GroupLegend } from './graph-filters.tsx';
import filterStyles from './graph-filters.module.css';
import { GraphPath } from './graph-path.tsx';
import { GraphKinds } from './graph-kinds.tsx';
import { GraphList } from './graph-list.tsx';
import { neighbours, type GraphNode } from './graph-model.ts';
import { MOST_NODES, searchKey, searchOf, STACK, useGraph } from './graph-state.ts';
import { GraphToolbar } from './graph-toolbar.tsx';
import { ProductPicker } from './product-picker.tsx';
import { useGraphData, type GraphData } from './use-graph-data.ts';
import { useShown } from './use-shown.ts';
import styles from './graph-screen.module.css';

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
function useEmptyReason(data: GraphData, key: string): ReactNode {
  const hasStack = useStacks((state) => state.current !== null);
  const status = useGraph((state) => state.status);
  const failure = useGraph((state) => state.failure);
  const icon = <Share2 />;
  if (key !== STACK) {
    if (status === 'failed') return <EmptyState icon={icon} title="No graph" text={failure} />;
    if (status !== 'ready')
      return (
        <p className={styles.busy} role="status">
          Loading…
        </p>
      );
    if (data.nodes.length > 0) return null;
    return <EmptyState icon={icon} title="Nothing was found" text="Search for something else." />;
  }
  if (!hasStack || data.nodes.length === 0) {
    return (
      <EmptyState
        icon={icon}
        title={hasStack ? 'This stack has no products yet' : 'There is no stack yet'}
        text="The graph shows what is known to connect the products of a stack, of a search, or everything around one product."
      >
        <Button tone="primary" onPress={() => useView.getState().go('stack')}>
          {hasStack ? 'Add products to the stack' : 'Create a stack'}
        </Button>
        <Button onPress={() => runAction('view.search')}>Graph of…</Button>
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

const openProduct = (id: string | null): void => useView.getState().openProduct(id);

function titleOf(key: string, stackName: string, nodes: readonly GraphNode[]): string {
  if (key === STACK) return stackName || 'Graph';
  const text = searchOf(key);
  if (text !== null) return `“${text}”`;
  return `Around ${nodes.find(({ id }) => id === key)?.name ?? ''}`;
}

export function GraphScreen(): ReactNode {
  const key = useView((state) => state.graphProductId) ?? STACK;
  const openId = useView((state) => state.productId);
  const stackName = useStacks((state) => state.current?.stack.name ?? '');
  const stackId = useStacks((state) => state.current?.stack.id ?? '');
  const total = useGraph((state) => state.total);
  const limit = useGraph((state) => state.limit);
  const expanded = useGraph((state) => state.expanded);
  const themeName = useTheme();
  const theme = themes[themeName];
  const [handle, setHandle] = useState<GraphHandle | null>(null);
  const [pointedId, setPointed] = useState<string | null>(null);
  const [isPicking, setPicking] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const [way, setWay] = useState<readonly string[] | null>(null);
  const [find, setFind] = useState('');
  const [drawAnyway, setDrawAnyway] = useState('');

  const isStack = key === STACK;
  const data = useGraphData(key);
  const { graph, data: shown } = useShown(data, key, way);
  const joined = useMemo(() => neighbours(shown.links, shown.own), [shown]);
  const pairs = useMemo(() => bundleLinks(shown.links).length, [shown.links]);
  const empty = useEmptyReason(data, key);
  const pick = useCallback(() => setPicking(true), []);
  useGraphActions(handle, pick);

  const ids = useMemo(() => data.nodes.map(({ id }) => id), [data.nodes]);
  const onExpand = useCallback((id: string) => void useGraph.getState().expand(id, ids), [ids]);
  const closePath = (): void => {
    setAsking(false);
    setWay(null);
  };

  // Links arrive a moment after the products; without them there is nothing to lay out by.
  const [laidOutBy, setLaidOutBy] = useState('');
  const base = isStack ? `stack ${stackId}` : `${key} ${limit}`;
  if (data.isWhole && laidOutBy !== base) setLaidOutBy(base);
  const graphKey = laidOutBy === base ? base : `${base} without links`;
  const products = counted(shown.nodes.length, 'product', 'products');
  const between = counted(pairs, 'known connection', 'known connections');
  const cut = !isStack && total > data.nodes.length ? ` · best connected of ${count(total)}` : '';
  const isTooLarge = shown.nodes.length > MOST_NODES && drawAnyway !== graphKey;
  const title = titleOf(key, stackName, data.nodes);

  return (
    <div className={styles.screen}>
      <GraphToolbar
        title={title}
        subtitle={empty ? '' : `${products} · ${between}${cut}`}
        isStack={isStack}
        handle={empty ? null : handle}
        shown={empty ? { ...shown, nodes: [] } : shown}
        onPick={pick}
        onPath={() => setAsking(true)}
      />
      <div className={styles.columns}>
        {empty ? (
          <main className={styles.stage} aria-label="Graph">
            {empty}
          </main>
        ) : (
          <>
            <aside className={styles.side} aria-label="The graph as a list">
              <GraphKinds links={data.links} own={data.own.length} theme={theme} />
              <GraphFilters />
              <GroupLegend nodes={shown.nodes} theme={theme} />
              <div className={filterStyles.find}>
                <input
                  type="search"
                  aria-label="Find in the graph"
                  placeholder="Find in the graph"
                  value={find}
                  onChange={(event) => setFind(event.target.value)}
                />
              </div>
              <GraphList
                find={find}
                nodes={shown.nodes}
                joined={joined}
                rootId={graph.rootId}
                openId={openId}
                expanded={expanded}
                onPoint={setPointed}
                onExpand={onExpand}
              />
            </aside>
            <main className={styles.stage} aria-label="Graph">
              {isTooLarge ? (
                <EmptyState
                  icon={<Share2 />}
                  title={`${products} are too many to read as a graph`}
                  text="The list beside it has all of them. Fewer products, or hiding kinds, makes it readable."
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
                  way={way}
                  onOpen={openProduct}
                  onExpand={onExpand}
                  onHandle={setHandle}
                />
              )}
              {isAsking ? (
                <GraphPath nodes={data.nodes} startId={openId} onWay={setWay} onClose={closePath} />
              ) : null}
              {graph.edges.length === 0 && data.isWhole && !isAsking ? (
                <p className={styles.note}>
                  {data.links.length > 0
                    ? 'Everything that connects these products is hidden by the filters.'
                    : 'No integration between these products is documented in the catalogue. That is no proof that there is none.'}
                </p>
              ) : null}
              {handle ? <ZoomControls handle={handle} /> : null}
              <p className={styles.caption}>
                Size: connections {isStack ? 'shown here' : 'in the catalogue'} · Click: focus ·
                Double-click: add its neighbours
              </p>
            </main>
          </>
        )}
      </div>
      {isPicking ? (
        <ProductPicker
          title="Show the graph of a product or a search"
          onPick={(id) => {
            setPicking(false);
            useView.getState().showGraphOf(id);
          }}
          onSearch={(text) => {
            setPicking(false);
            useView.getState().showGraphOf(searchKey(text));
          }}
          onClose={() => setPicking(false)}
        />
      ) : null}
    </div>
  );
}
