import { useReactFlow, useStore } from '@xyflow/react';
import { memo, useMemo, type PointerEvent, type ReactNode } from 'react';
import type { DiagramTheme } from '../../shared/diagram/theme.ts';
import { CARD, laneBox, type Box } from '../../shared/stack/layout.ts';
import type { Stack } from '../../shared/stack/stack.ts';
import { boundsOf } from './canvas-nodes.ts';
import styles from './overview-map.module.css';

interface MapProps {
  readonly stack: Pick<Stack, 'nodes' | 'items' | 'lanes'>;
  readonly theme: DiagramTheme;
}

/** What stands on the canvas, in the colours of the groups; painted again only when that changes. */
const Things = memo(function Things({ stack, theme }: MapProps): ReactNode {
  return (
    <>
      {Object.values(stack.lanes).map((lane) => (
        <rect key={lane.id} {...laneBox(lane, stack)} rx={20} fill={theme.lane} />
      ))}
      {Object.values(stack.items).map(({ id, x, y, width, height }) => (
        <rect key={id} {...{ x, y, width, height }} fill={theme.cardBorder} fillOpacity={0.5} />
      ))}
      {Object.values(stack.nodes).map(({ id, x, y, groupId }) => (
        <rect
          key={id}
          {...{ x, y, width: CARD.width, height: CARD.height, rx: 10 }}
          fill={theme.groups[groupId].accent}
        />
      ))}
    </>
  );
});

/** The part of the canvas that is in view. */
function InView(): ReactNode {
  const [x, y, zoom] = useStore((state) => state.transform);
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  return (
    <rect
      className={styles.view}
      x={-x / zoom}
      y={-y / zoom}
      width={width / zoom}
      height={height / zoom}
      vectorEffect="non-scaling-stroke"
    />
  );
}

function contentOf(stack: MapProps['stack']): Box {
  const boxes = [
    ...Object.values(stack.lanes).map((lane) => laneBox(lane, stack)),
    ...Object.values(stack.nodes).map(({ x, y }) => ({ ...{ x, y }, ...CARD })),
    ...Object.values(stack.items),
  ];
  const { x, y, width, height } = boundsOf(boxes) ?? { x: 0, y: 0, width: 800, height: 500 };
  const margin = 0.04 * Math.max(width, height);
  return {
    ...{ x: x - margin, y: y - margin },
    ...{ width: width + 2 * margin, height: height + 2 * margin },
  };
}

/**
 * The whole stack in small, to see where one is and to go elsewhere. React Flow's own asks every
 * node for its place with every step of a pan, which for 500 takes a good part of a frame.
 */
export function OverviewMap({ stack, theme }: MapProps): ReactNode {
  const flow = useReactFlow();
  const { nodes, items, lanes } = stack;
  const things = useMemo(() => ({ nodes, items, lanes }), [nodes, items, lanes]);
  const content = useMemo(() => contentOf(things), [things]);
  const goTo = (event: PointerEvent<SVGSVGElement>): void => {
    const matrix = event.currentTarget.getScreenCTM();
    if (!matrix || event.buttons !== 1) return;
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
    void flow.setCenter(x, y, { zoom: flow.getZoom() });
  };
  return (
    <svg
      className={styles.map}
      viewBox={`${content.x} ${content.y} ${content.width} ${content.height}`}
      role="img"
      aria-label="Overview of the canvas"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        goTo(event);
      }}
      onPointerMove={goTo}
    >
      <Things stack={things} theme={theme} />
      <InView />
    </svg>
  );
}
