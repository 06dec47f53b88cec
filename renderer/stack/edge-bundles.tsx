import { memo, useMemo, type ReactNode } from 'react';
import {
  bundleLanes,
  bundleWidth,
  routeBundle,
  type Bundled,
  type LaneBundle,
} from '../../shared/diagram/bundle-lanes.ts';
import { displayText } from '../../shared/diagram/measure-text.ts';
import { arrowHeads, arrowPath } from '../../shared/diagram/route-edge.ts';
import { laneBox } from '../../shared/stack/layout.ts';
import type { Stack } from '../../shared/stack/stack.ts';
import { counted } from '../product/words.ts';
import type { DrawnEdge } from './canvas-edges.ts';
import { isBundling, useCanvas } from './canvas-state.ts';
import styles from './edge-layer.module.css';

type Lanes = Pick<Stack, 'nodes' | 'lanes'>;

/** A line that says nothing by itself: without words, without a state of its own. */
function isMute({ kind, state, text }: DrawnEdge): boolean {
  return kind !== 'possible' && text === '' && (kind !== 'user' || state === 'live');
}

/** Of many lines, those of lanes as bundles; all by themselves where there are few. */
export function useBundles(
  edges: readonly DrawnEdge[],
  { nodes, lanes }: Lanes,
): Bundled<DrawnEdge> {
  const isOn = useCanvas((state) => isBundling(state.isBundled, edges.length));
  return useMemo(() => {
    if (!isOn) return { bundles: [], rest: edges };
    const laneOf = (id: string): string | null => {
      const laneId = nodes[id]?.laneId ?? null;
      return laneId !== null && lanes[laneId] ? laneId : null;
    };
    const mute = bundleLanes(edges.filter(isMute), laneOf);
    return {
      bundles: mute.bundles,
      rest: [...mute.rest, ...edges.filter((edge) => !isMute(edge))],
    };
  }, [isOn, edges, nodes, lanes]);
}

function words({ from, to, count, direction }: LaneBundle, lanes: Stack['lanes']): string {
  const [a, b] = [from, to].map((id) => displayText(lanes[id]?.title ?? ''));
  const lines = counted(count, 'connection', 'connections');
  const hint = 'Point at a product to see its own.';
  if (from === to) return `${lines} within ${a}. ${hint}`;
  const between = direction === 'forward' ? `from ${a} to ${b}` : `between ${a} and ${b}`;
  return `${lines} ${between}. ${hint}`;
}

/** Bundles with how many lines each stands for. */
export const EdgeBundles = memo(function EdgeBundles({
  bundles,
  stack,
}: {
  readonly bundles: readonly LaneBundle[];
  readonly stack: Lanes;
}): ReactNode {
  const drawn = bundles.flatMap((bundle) => {
    const [from, to] = [stack.lanes[bundle.from], stack.lanes[bundle.to]];
    if (!from || !to) return [];
    const box = laneBox(from, stack);
    // Those within a lane are told by its head.
    if (from === to)
      return { bundle, route: null, middle: { x: box.x + box.width - 48, y: box.y } };
    const route = routeBundle(box, laneBox(to, stack));
    return { bundle, route, middle: route.middle };
  });
  return (
    <>
      <svg className={styles.layer} aria-hidden="true">
        {drawn.map(({ bundle, route }) =>
          route === null ? null : (
            <g key={bundle.id} className={styles.bundle}>
              <path d={route.path} strokeWidth={bundleWidth(bundle.count)} />
              <path
                strokeWidth={2}
                d={arrowHeads(route, bundle.direction)
                  .map((head) => arrowPath(head, 'filled'))
                  .join(' ')}
              />
            </g>
          ),
        )}
      </svg>
      {drawn.map(({ bundle, middle }) => (
        <span
          key={bundle.id}
          className={`${styles.label} ${styles.bundleCount}`}
          style={{ transform: `translate(${middle.x}px, ${middle.y}px) translate(-50%, -50%)` }}
          title={words(bundle, stack.lanes)}
        >
          {bundle.from === bundle.to ? `${bundle.count} within` : bundle.count}
        </span>
      ))}
    </>
  );
});
