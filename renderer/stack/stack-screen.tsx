import { Layers, LayoutTemplate, Plus, Upload } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { GivenName } from '../../shared/domain/ids.ts';
import type { Stack } from '../../shared/stack/stack.ts';
import { ProductDrawer } from '../explore/product-drawer.tsx';
import { runAction, useActionBindings } from '../state/actions.ts';
import { useDialogs } from '../state/dialogs.ts';
import { useStacks } from '../state/stacks.ts';
import { useView } from '../state/view.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { TextField } from '../ui/text-field.tsx';
import { WorkshopPanel } from '../workshop/workshop-panel.tsx';
import { useWorkshop } from '../workshop/workshop-state.ts';
import { ArrangeProgress } from './arrange-progress.tsx';
import { useCanvas } from './canvas-state.ts';
import { ConnectDialog } from './connect-dialog.tsx';
import { EdgePanel } from './edge-panel.tsx';
import { EmptyCanvasHint } from './empty-canvas-hint.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { LaneDialog } from './lane-dialog.tsx';
import { useLaneEditing } from './lane-edits.ts';
import { NodeDialog } from './node-dialog.tsx';
import { toggleOutline } from './outline-edits.ts';
import { Outline } from './outline.tsx';
import { PasteListDialog } from './paste-list-dialog.tsx';
import { usePasteList } from './paste-list-state.ts';
import { QuickAdd } from './quick-add.tsx';
import { selectionBindings } from './selection-edits.ts';
import { StackCanvas } from './stack-canvas.tsx';
import { addProductIds, connectNodes, removeSelection } from './stack-edits.ts';
import { StructureDialog } from './structure-dialog.tsx';
import { structureBindings } from './structure-actions.ts';
import { StackToolbar } from './stack-toolbar.tsx';
import { useAnnouncements } from './use-announcements.ts';
import { usePossible } from './use-possible.ts';
import styles from './stack-screen.module.css';

function FirstStack(): ReactNode {
  const [name, setName] = useState('My stack');
  const [isBusy, setBusy] = useState(false);
  const parsed = GivenName.safeParse(name);
  const create = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!parsed.success || isBusy) return;
    setBusy(true);
    await useStacks.getState().create(parsed.data);
    setBusy(false);
  };
  return (
    <main className={styles.none} aria-label="Stack">
      <h1 className="visually-hidden">Stack</h1>
      <EmptyState
        icon={<Layers />}
        title="Create your first stack"
        text="A stack is a canvas for the products you use or consider. What is known to connect them is drawn by itself."
      >
        <form className={styles.first} onSubmit={(event) => void create(event)}>
          <TextField label="Name" value={name} onChange={setName} autoFocus />
          <div className={styles.firstActions}>
            <Button tone="primary" type="submit" isDisabled={!parsed.success || isBusy}>
              <Plus aria-hidden="true" /> Create stack
            </Button>
            <Button onPress={() => runAction('stack.import')}>
              <Upload aria-hidden="true" /> Import a stack file…
            </Button>
            <Button onPress={() => runAction('stack.example')}>
              <LayoutTemplate aria-hidden="true" /> Start from an example…
            </Button>
          </div>
        </form>
      </EmptyState>
    </main>
  );
}

/** What the open stack's keys and menus do; nothing of it without a stack. */
function useStackActions(stackId: string, focusSearch: () => void): void {
  const hasNodes = useCanvas((state) => state.selection.size > 0);
  const onlyNode = useCanvas(({ selection }) => {
    const [id, ...more] = selection;
    const nodes = useStacks.getState().current?.stack.nodes ?? {};
    return id !== undefined && more.length === 0 && nodes[id] ? id : null;
  });
  const hasConnection = useCanvas((state) => state.edge?.type === 'user');
  const bindings = useMemo(
    () => ({
      'edit.remove': { run: () => void removeSelection(), isEnabled: hasNodes || hasConnection },
      'canvas.connect': {
        run: () => {
          const [from, to, ...more] = useCanvas.getState().selection;
          if (from !== undefined && to !== undefined && more.length === 0) {
            void connectNodes(from, to);
          } else if (from !== undefined) useCanvas.setState({ connectFrom: from });
        },
        isEnabled: hasNodes,
      },
      'canvas.minimap': {
        run: () =>
          useCanvas
            .getState()
            .toggleMinimap(Object.keys(useStacks.getState().current?.stack.nodes ?? {}).length),
      },
      'canvas.outline': { run: toggleOutline },
      'canvas.drawer': { run: () => useCanvas.getState().toggleSide('catalogue') },
      'view.search': { run: focusSearch },
      'canvas.history': { run: () => useCanvas.getState().toggleSide('history') },
      ...selectionBindings(hasNodes),
      ...structureBindings(hasNodes, onlyNode),
    }),
    [hasNodes, hasConnection, onlyNode, focusSearch],
  );
  useActionBindings(bindings);
  useEffect(() => () => useCanvas.getState().reset(), [stackId]);
}

/** Opening a product closes the panel of an edge, and the other way round. */
function useOnePanel(): void {
  useEffect(
    () =>
      useView.subscribe(({ productId }, before) => {
        if (productId !== null && productId !== before.productId) {
          useCanvas.getState().openEdge(null);
        }
      }),
    [],
  );
  useEffect(
    () =>
      useCanvas.subscribe(({ edge }, before) => {
        if (edge !== null && edge !== before.edge) useView.getState().openProduct(null);
      }),
    [],
  );
}

/** The products on a stack: the same set as long as they are the same, wherever they stand. */
function usePresentIds(stack: Stack | null): ReadonlySet<string> {
  const key = useMemo(
    () =>
      Object.values(stack?.nodes ?? {})
        .map((node) => node.productId)
        .sort()
        .join(' '),
    [stack?.nodes],
  );
  return useMemo(() => new Set(key === '' ? [] : key.split(' ')), [key]);
}

const add = (ids: readonly string[]): void => void addProductIds(ids);

function OpenStack(): ReactNode {
  const stack = useStacks((state) => state.current?.stack ?? null);
  const links = useStacks((state) => state.links);
  const side = useCanvas((state) => state.side);
  const edge = useCanvas((state) => state.edge);
  const pasteLines = usePasteList((state) => state.open);
  const connectFrom = useCanvas((state) => state.connectFrom);
  const isWorkshopOpen = useWorkshop((state) => state.isOpen);
  const dialog = useDialogs((state) => state.open);
  const choosingLane = useLaneEditing((state) => state.choosing);
  const searchRef = useRef<HTMLInputElement | null>(null);
  const presentIds = usePresentIds(stack);
  const possible = usePossible(stack, links);
  const focusSearch = useMemo(
    () => () => {
      useCanvas.setState({ side: 'catalogue' });
      // The drawer may have to be drawn first.
      requestAnimationFrame(() => {
        searchRef.current?.focus();
        searchRef.current?.select();
      });
    },
    [],
  );
  useStackActions(stack?.id ?? '', focusSearch);
  useOnePanel();
  if (!stack) return null;

  return (
    <div className={styles.screen}>
      <StackToolbar />
      <div className={styles.columns}>
        {side === 'catalogue' ? (
          <aside className={styles.side} aria-label="Products to drag">
            <ProductDrawer onAdd={add} presentIds={presentIds} searchRef={searchRef} />
          </aside>
        ) : null}
        {side === 'outline' ? (
          <aside className={styles.side} aria-label="Outline">
            <Outline stack={stack} links={links} possible={possible} />
          </aside>
        ) : null}
        {side === 'history' ? (
          <aside className={styles.side} aria-label="History">
            <HistoryPanel stackId={stack.id} />
          </aside>
        ) : null}
        <main className={styles.canvas} aria-label="Stack">
          <h1 className="visually-hidden">
            <bdi>{stack.name}</bdi>
          </h1>
          <StackCanvas stack={stack} links={links} possible={possible} />
          <ArrangeProgress />
          {presentIds.size === 0 ? <EmptyCanvasHint /> : null}
        </main>
        {isWorkshopOpen ? <WorkshopPanel stackId={stack.id} /> : null}
        {edge ? <EdgePanel key={JSON.stringify(edge)} edge={edge} stack={stack} /> : null}
      </div>
      {dialog === 'quick-add' ? <QuickAdd /> : null}
      {choosingLane === null ? null : <LaneDialog key={choosingLane} />}
      {dialog === 'structure' ? <StructureDialog /> : null}
      {dialog === 'node-details' ? <NodeDialog /> : null}
      {pasteLines ? <PasteListDialog lines={pasteLines} /> : null}
      {connectFrom !== null ? <ConnectDialog stack={stack} fromNodeId={connectFrom} /> : null}
    </div>
  );
}

function Announcer(): ReactNode {
  const message = useCanvas((state) => state.message);
  return (
    <p className="visually-hidden" role="status" aria-live="polite" data-announcer>
      {message}
    </p>
  );
}

export function StackScreen(): ReactNode {
  const isLoaded = useStacks((state) => state.loaded);
  const hasStack = useStacks((state) => state.current !== null);
  useAnnouncements();
  return (
    <>
      {hasStack ? <OpenStack /> : isLoaded ? <FirstStack /> : null}
      <Announcer />
    </>
  );
}
