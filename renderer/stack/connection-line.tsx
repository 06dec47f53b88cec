import type { ConnectionLineComponentProps } from '@xyflow/react';
import type { ReactNode } from 'react';

/** The line under the pointer while a connection is drawn. */
export function ConnectionLine(props: ConnectionLineComponentProps): ReactNode {
  const { fromX, fromY, toX, toY } = props;
  return (
    <g>
      <path
        d={`M ${fromX} ${fromY} L ${toX} ${toY}`}
        fill="none"
        stroke="var(--accent)"
        strokeWidth={2.4}
        strokeDasharray="6 4"
      />
      <circle cx={toX} cy={toY} r={5} fill="var(--accent)" />
    </g>
  );
}
