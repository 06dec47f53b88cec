import type { Core } from 'cytoscape';
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { themes } from '../../shared/diagram/theme.ts';
import { useIcons } from '../state/icons.ts';
import { useTheme } from '../state/theme.ts';
import {
  fitGraph,
  layOut,
  lightPath,
  loadCytoscape,
  monogramPicture,
  pictureOf,
  placesOf,
  spotlight,
  syncElements,
  type DrawnGraph,
} from './graph-drawing.ts';
import type { LitPath } from './graph-path.ts';
import { graphStyle } from './graph-style.ts';
import styles from './graph-screen.module.css';

/** A layout that takes longer than this says what it is doing. */
const BUSY_AFTER_MS = 250;

/** What buttons and keys outside of the drawing ask it to do. */
export interface GraphHandle {
  readonly fit: () => void;
  readonly layOutAgain: () => void;
  readonly zoom: (factor: number) => void;
  readonly places: () => ReturnType<typeof placesOf>;
}

interface CytoscapeViewProps {
  readonly graph: DrawnGraph;
  /** Changes when another graph is shown, which is laid out from scratch. */
  readonly graphKey: string;
  readonly summary: string;
  readonly openId: string | null;
  /** The node brought out from outside, by the list beside the graph. */
  readonly pointedId: string | null;
  /** The way that is lit; null for none. */
  readonly path: LitPath | null;
  readonly onOpen: (productId: string) => void;
  readonly onExpand: (productId: string) => void;
  readonly onHandle: (handle: GraphHandle | null) => void;
}

/** The graph as Cytoscape draws it. It draws the state; it does not own it. */
export function CytoscapeView(props: CytoscapeViewProps): ReactNode {
  const { graph, graphKey, summary, openId, pointedId, path, onOpen, onExpand, onHandle } = props;
  const container = useRef<HTMLDivElement | null>(null);
  const [cy, setCy] = useState<Core | null>(null);
  const [busy, setBusy] = useState('');
  const [isPlaced, setPlaced] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const laidOut = useRef('');
  const running = useRef<AbortController | null>(null);
  const theme = useTheme();
  const handlers = useRef({ onOpen, onExpand });
  useEffect(() => {
    handlers.current = { onOpen, onExpand };
  }, [onOpen, onExpand]);

  // Made and destroyed here and nowhere else: effects run twice while developing.
  useEffect(() => {
    let core: Core | null = null;
    let isGone = false;
    void loadCytoscape().then((cytoscape) => {
      if (isGone || !container.current) return;
      core = cytoscape({
        container: container.current,
        minZoom: 0.08,
        maxZoom: 4,
        boxSelectionEnabled: false,
        autounselectify: true,
        hideEdgesOnViewport: false,
      });
      const own = core;
      own.on('tap', 'node', ({ target }) => handlers.current.onOpen(target.id()));
      own.on('dbltap', 'node', ({ target }) => handlers.current.onExpand(target.id()));
      own.on('mouseover', 'node', ({ target }) => spotlight(own, target.id()));
      own.on('mouseout', 'node', () => spotlight(own, null));
      laidOut.current = '';
      setCy(own);
    });
    return () => {
      isGone = true;
      running.current?.abort();
      setCy(null);
      core?.destroy();
    };
  }, []);

  const run = useCallback(
    async (core: Core, controller: AbortController, added?: ReadonlySet<string>) => {
      running.current?.abort();
      running.current = controller;
      // What is over in a moment needs no words.
      const words = `Laying out ${core.nodes().length} products…`;
      const timer = window.setTimeout(() => setBusy(words), BUSY_AFTER_MS);
      try {
        const isDone = await layOut(core, controller.signal, added);
        if (isDone && !added) fitGraph(core);
        setFailed(false);
      } catch {
        setFailed(true);
      } finally {
        window.clearTimeout(timer);
        if (running.current === controller) {
          running.current = null;
          setPlaced(true);
          setBusy('');
        }
      }
    },
    [],
  );

  useEffect(() => {
    if (!cy) return;
    onHandle({
      fit: () => fitGraph(cy),
      places: () => placesOf(cy),
      layOutAgain: () => void run(cy, new AbortController()),
      zoom: (factor) =>
        cy.zoom({
          level: cy.zoom() * factor,
          renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 },
        }),
    });
    return () => onHandle(null);
  }, [cy, onHandle, run]);

  useEffect(() => {
    const element = container.current;
    if (!cy || !element) return;
    const observer = new ResizeObserver(() => cy.resize());
    observer.observe(element);
    return () => observer.disconnect();
  }, [cy]);

  useEffect(() => {
    if (!cy) return;
    const accent = getComputedStyle(document.documentElement).getPropertyValue('--accent').trim();
    cy.style(graphStyle(themes[theme], accent));
  }, [cy, theme]);

  useEffect(() => {
    if (!cy) return;
    const added = syncElements(cy, graph);
    const isNew = laidOut.current !== graphKey;
    laidOut.current = graphKey;
    if (!isNew && added.size === 0) return;
    const controller = new AbortController();
    // Until they have their places, the nodes lie on one another.
    if (isNew) setPlaced(false);
    void run(cy, controller, isNew ? undefined : added);
    return () => {
      // Called off before it was done: the next graph has to be laid out as a whole.
      if (running.current === controller) laidOut.current = '';
      controller.abort();
    };
  }, [cy, graph, graphKey, run]);

  const slugs = useMemo(
    () => graph.nodes.flatMap(({ icon }) => (icon === null ? [] : icon)),
    [graph.nodes],
  );
  const icons = useIcons(slugs);
  useEffect(() => {
    if (!cy) return;
    cy.batch(() => {
      for (const node of graph.nodes) {
        const drawing = node.icon === null ? undefined : icons[node.icon];
        const picture = drawing ? pictureOf(drawing, theme) : monogramPicture(node, theme);
        cy.getElementById(node.id).data({ picture, brand: drawing !== undefined });
      }
    });
  }, [cy, graph.nodes, icons, theme]);

  useEffect(() => {
    if (cy) spotlight(cy, pointedId);
  }, [cy, pointedId, graph]);

  useEffect(() => {
    if (cy) lightPath(cy, path);
  }, [cy, path, graph]);

  useEffect(() => {
    if (!cy) return;
    cy.nodes().removeClass('open');
    if (openId !== null) cy.getElementById(openId).addClass('open');
  }, [cy, openId, graph]);

  return (
    <div className={styles.drawing}>
      <div
        ref={container}
        className={`${styles.cytoscape} ${isPlaced ? '' : styles.unplaced}`}
        role="img"
        aria-label={summary}
      />
      {busy === '' && !hasFailed ? null : (
        <p className={styles.busy} role="status">
          {busy || 'The graph could not be laid out. The list beside it has all of it.'}
        </p>
      )}
    </div>
  );
}
