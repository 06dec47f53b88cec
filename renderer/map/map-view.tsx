import {
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
  type RefObject,
} from 'react';
import { countMatches, type MapHit, type MapModel } from '../../shared/landscape/map-model.ts';
import { useExploreList } from '../explore/explore-state.ts';
import { counted } from '../product/words.ts';
import { useActionBindings } from '../state/actions.ts';
import { useApp } from '../state/app-state.ts';
import { useIcons } from '../state/icons.ts';
import { useTheme } from '../state/theme.ts';
import { useView } from '../state/view.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { showsMarks, type MapScene } from './draw-tiles.ts';
import { MapBar } from './map-bar.tsx';
import { createMapController, type MapController } from './map-controller.ts';
import { useMapCursor } from './map-cursor.ts';
import { useMap } from './map-state.ts';
import { MapTooltip } from './map-tooltip.tsx';
import { announce, type MapFacts } from './map-words.ts';
import { createPainter, type Painter } from './painter.ts';
import { useMapGestures } from './use-map-gestures.ts';
import { productAt, useMapKeys } from './use-map-keys.ts';
import type { Point } from './viewport.ts';
import styles from './map-view.module.css';

interface MapViewProps {
  /** Where the keyboard goes from the search box. */
  readonly stageRef?: RefObject<HTMLDivElement | null>;
}

/** In pixels, as in the style sheet. */
const BAR_HEIGHT = 41;

const noIcons: readonly string[] = [];

function useFonts(): boolean {
  const [areReady, setReady] = useState(false);
  useEffect(() => {
    const load = (weight: number) => document.fonts.load(`${weight} 12px 'Inter Variable'`);
    let isGone = false;
    void Promise.all([400, 500, 600].map(load)).then(() => {
      if (!isGone) setReady(true);
    });
    return () => {
      isGone = true;
    };
  }, []);
  return areReady;
}

/** What is drawn; a new one whenever a part of it changes. */
function useScene(model: MapModel, controller: MapController): MapScene {
  const theme = useTheme();
  const matches = useMap((state) => state.matches);
  const wantsIcons = useMap(() => showsMarks(model, controller.view().zoom));
  const icons = useIcons(wantsIcons ? model.data.iconSlugs : noIcons);
  const hasFonts = useFonts();
  return useMemo(
    () => ({ model, theme, matches, icons }),
    // Another font is another picture of the same things.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [model, theme, matches, icons, hasFonts],
  );
}

/** Keeps the two canvases in step with what is to be seen. */
function usePainter(
  stageRef: RefObject<HTMLDivElement | null>,
  scene: MapScene,
  facts: MapFacts,
  controller: MapController,
): void {
  const painterRef = useRef<Painter | null>(null);
  const openId = useView((state) => state.productId);
  const openIdRef = useRef(openId);

  useLayoutEffect(() => {
    const stage = stageRef.current;
    const [tiles, heads] = stage?.querySelectorAll('canvas') ?? [];
    if (!stage || !tiles || !heads) return;
    const painter = createPainter({ tiles, heads });
    painterRef.current = painter;
    const show = (): void => painter.setView(controller.view());
    const resize = (): void => {
      const size = { width: stage.clientWidth, height: stage.clientHeight };
      // A panel that opens beside the map must not shrink it: one has just looked at something.
      controller.resize(size, useView.getState().productId !== null && size.width > 0);
      show();
      painter.resize(size, window.devicePixelRatio);
    };
    const observer = new ResizeObserver(resize);
    observer.observe(stage);
    resize();
    const stopView = useMap.subscribe((state, before) => {
      if (state.view !== before.view) show();
    });
    return () => {
      observer.disconnect();
      stopView();
      controller.stop();
      painter.dispose();
      painterRef.current = null;
    };
  }, [stageRef, controller]);

  useLayoutEffect(() => painterRef.current?.setScene(scene, facts), [scene, facts]);

  useEffect(() => {
    const mark = (): void => {
      const { hit, place, hasFocus, isByKeyboard } = useMapCursor.getState();
      const id = openIdRef.current;
      painterRef.current?.setMarks({
        hovered: hit?.kind === 'product' ? hit.product : null,
        cursor: place && hasFocus && isByKeyboard ? productAt(scene.model, place) : null,
        open: id === null ? null : (scene.model.indexOf.get(id) ?? null),
      });
    };
    openIdRef.current = openId;
    mark();
    return useMapCursor.subscribe(mark);
  }, [scene.model, openId]);

  // The product whose panel opens stays in sight beside it.
  useEffect(() => {
    const product = openId === null ? undefined : scene.model.indexOf.get(openId);
    const place = product === undefined ? null : scene.model.placeOf(product);
    if (place) controller.reveal(place);
  }, [openId, scene.model, controller]);
}

function Announcements(): ReactNode {
  const text = useMapCursor((state) => state.announcement);
  return (
    <p className="visually-hidden" aria-live="polite">
      {text}
    </p>
  );
}

interface StageProps extends MapViewProps {
  readonly model: MapModel;
}

function Stage({ model, stageRef }: StageProps): ReactNode {
  const ownRef = useRef<HTMLDivElement | null>(null);
  const ref = stageRef ?? ownRef;
  const helpId = useId();
  const controller = useMemo(() => createMapController(model), [model]);
  const scene = useScene(model, controller);
  const categories = useApp((state) => state.categories);
  const facts = useMemo<MapFacts>(() => {
    const { matches } = scene;
    return { model, matches, matching: matches && countMatches(model, matches), categories };
  }, [model, scene, categories]);
  usePainter(ref, scene, facts, controller);

  const onHover = useCallback((hit: MapHit | null, point: Point): void => {
    useMapCursor.setState({ hit, point, isByKeyboard: false });
  }, []);
  const onClick = useCallback(
    (hit: MapHit): void => {
      if (hit.kind === 'group') {
        const found = model.layout.groups.find(({ group }) => group.id === hit.groupId);
        if (found) controller.show(found.box);
        return;
      }
      if (hit.kind === 'category') return controller.show(model.blocks[hit.block]!.box);
      useMapCursor.setState({ place: model.placeOf(hit.product) });
      useView.getState().openProduct(model.data.ids[hit.product] ?? null);
    },
    [model, controller],
  );
  useMapGestures({ stageRef: ref, model, controller, onHover, onClick });
  const onKeyDown = useMapKeys(facts, controller);

  const bindings = useMemo(
    () => ({
      'canvas.fit': { run: () => controller.fit() },
      'canvas.zoom-in': { run: () => controller.zoomBy(1.6) },
      'canvas.zoom-out': { run: () => controller.zoomBy(1 / 1.6) },
    }),
    [controller],
  );
  useActionBindings(bindings);

  const onFocus = (): void => {
    const { place } = useMapCursor.getState();
    const announcement = place ? announce(place, null, facts) : '';
    useMapCursor.setState({ hasFocus: true, announcement });
  };
  return (
    <div
      ref={ref}
      className={styles.stage}
      role="application"
      tabIndex={0}
      aria-label={`Map of ${counted(model.data.ids.length, 'product', 'products')} by category`}
      aria-describedby={helpId}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      onBlur={() => useMapCursor.setState({ hasFocus: false, announcement: '' })}
    >
      <canvas aria-hidden="true" />
      <canvas aria-hidden="true" />
      <p id={helpId} className="visually-hidden">
        Arrow keys go from product to product, with Control or Command from category to category, N
        to the next match; Enter opens the product, plus and minus zoom, Escape zooms out. The List
        view holds the same products as text.
      </p>
      <Announcements />
      <MapTooltip facts={facts} controller={controller} />
    </div>
  );
}

/** Lays the map out in the shape of the room that there is for it. */
function useShape(hasData: boolean): RefObject<HTMLDivElement | null> {
  const ref = useRef<HTMLDivElement | null>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element || !hasData) return;
    const measure = (): void => {
      const { model, shape } = useMap.getState();
      // A panel beside the map is there for a while only.
      if (model && useView.getState().productId !== null) return;
      const { clientWidth: width, clientHeight: height } = element;
      if (width > 0 && height > BAR_HEIGHT) shape(width / (height - BAR_HEIGHT));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [hasData]);
  return ref;
}

/** The whole landscape as tiles, from all products at once to readable names. */
export function MapView({ stageRef }: MapViewProps): ReactNode {
  const model = useMap((state) => state.model);
  const data = useMap((state) => state.data);
  const error = useMap((state) => state.error);
  const shapeRef = useShape(data !== null);
  const answered = useExploreList((state) => state.answered);

  useEffect(() => {
    useExploreList.getState().start();
    void useMap.getState().load();
  }, []);
  useEffect(() => {
    if (model && answered) void useMap.getState().follow(answered);
  }, [model, answered]);

  if (error && !data) {
    return (
      <EmptyState title="The map could not be drawn" text={error.message}>
        <Button tone="primary" onPress={() => void useMap.getState().load()}>
          Try again
        </Button>
      </EmptyState>
    );
  }
  return (
    <div ref={shapeRef} className={styles.map} aria-busy={!model}>
      {model ? <Stage model={model} {...(stageRef ? { stageRef } : {})} /> : null}
      {model ? <MapBar /> : null}
    </div>
  );
}
