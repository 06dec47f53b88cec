import type { Core } from 'cytoscape';
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { themes } from '../../shared/diagram/theme.ts';
import { useIcons } from '../state/icons.ts';
import { useTheme } from '../state/theme.ts';
import { Button } from '../ui/button.tsx';
import {
  fitGraph,
  layOut,
  lightWay,
  loadCytoscape,
  monogramPicture,
  pictureOf,
  placesOf,
  spotlight,
  syncElements,
  type DrawnGraph,
} from './graph-drawing.ts';
import { graphStyle } from './graph-style.ts';
import styles from './graph-screen.module.css';

/** A layout that takes longer than this says what it is doing. */
const BUSY_AFTER_MS = 250;

/** Above this many edges, drawing them for every frame while one moves the graph takes too long. */
const MANY_EDGES = 1200;
/** Above this many products their pictures are left out: they are too small to see. */
const MANY_NODES = 500;

/** The option of the same name can be given to a new graph only; the renderer reads it each frame. */
function hideEdgesWhileMoving(cy: Core, isHidden: boolean): void {
  const { renderer } = cy as unknown as { renderer(): { hideEdgesOnViewport: boolean } };
  renderer.call(cy).hideEdgesOnViewport = isHidden;
}

/** What buttons and keys outside of the drawing ask it to do. */
export interface GraphHandle {
  readonly fit: () => void;
  readonly layOutAgain: () => void;
  readonly zoom: (factor: number) => void;
  /** Where each product stands, and how large it is drawn. */
  readonly places: () => ReadonlyMap<string, { x: number; y: number; diameter: number }>;
}

interface CytoscapeViewProps {
  readonly graph: DrawnGraph;
  /** Changes when another graph is shown, which is laid out from scratch. */
  readonly graphKey: string;
  readonly summary: string;
  readonly openId: string | null;
  /** The node brought out from outside, by the list beside the graph. */
  readonly pointedId: string | null;
  /** Products of a way that is lit, one after the other. */
  readonly way: readonly string[] | null;
  readonly onOpen: (productId: string | null) => void;
  readonly onExpand: (productId: string) => void;
  readonly onHandle: (handle: GraphHandle | null) => void;
}

/** The graph as Cytoscape draws it. It draws the state; it does not own it. */
export function CytoscapeView(props: CytoscapeViewProps): ReactNode {
  const { graph, graphKey, summary, openId, pointedId, way, onOpen, onExpand, onHandle } = props;
  const container = useRef<HTMLDivElement | null>(null);
  const [cy, setCy] = useState<Core | null>(null);
  const [busy, setBusy] = useState('');
  const [fraction, setFraction] = useState(0);
  const stop = useRef<AbortController | null>(null);
  const [isPlaced, setPlaced] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const laidOut = useRef('');
  const running = useRef<AbortController | null>(null);
  const theme = useTheme();
  const handlers = useRef({ onOpen, onExpand });
  /** Lights what the pointer is over, else what somebody looks at or asks the way of. */
  const lit = useRef<(id: string | null) => void>(() => undefined);
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
      // A click beside everything lets the product go that was looked at.
      own.on('tap', ({ target }) => {
        if (target === own) handlers.current.onOpen(null);
      });
      own.on('mouseover', 'node', ({ target }) => lit.current(target.id()));
      own.on('mouseout', 'node', () => lit.current(null));
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
        stop.current = new AbortController();
        setFraction(0);
        const isDone = await layOut(core, controller.signal, {
          added,
          stop: stop.current.signal,
          onProgress: setFraction,
        });
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
    hideEdgesWhileMoving(cy, graph.edges.length > MANY_EDGES);
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
      if (graph.nodes.length > MANY_NODES) return void cy.nodes().removeData('picture brand');
      for (const node of graph.nodes) {
        const drawing = node.icon === null ? undefined : icons[node.icon];
        const picture = drawing ? pictureOf(drawing, theme) : monogramPicture(node, theme);
        cy.getElementById(node.id).data({ picture, brand: drawing !== undefined });
      }
    });
  }, [cy, graph.nodes, icons, theme]);

  useEffect(() => {
    if (!cy) return;
    lit.current = (id) => {
      if (id === null && way) lightWay(cy, way);
      else spotlight(cy, id ?? openId);
    };
    lit.current(pointedId);
  }, [cy, pointedId, openId, way, graph]);

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
        <div className={styles.busy}>
          <p role="status">
            {busy || 'The graph could not be laid out. The list beside it has all of it.'}
          </p>
          {busy === '' ? null : (
            <>
              <progress aria-label="Layout" value={fraction > 0 ? fraction : undefined} />
              <Button onPress={() => stop.current?.abort()}>Stop here</Button>
            </>
          )}
        </div>
      )}
    </div>
  );
}
