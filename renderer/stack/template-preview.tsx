import { useMemo, type ReactNode } from 'react';
import { CARD, COLUMN_GAP, COLUMN_PITCH, LANE, ROW_PITCH } from '../../shared/stack/layout.ts';
import type { Lane } from '../../shared/stack/stack.ts';
import { structureAs } from '../../shared/stack/templates/arrange-lanes.ts';
import type { StackTemplate } from '../../shared/stack/templates/template.ts';
import styles from './template-preview.module.css';

const MARGIN = 12;

/** Places of cards in an empty lane, for a picture of it. */
function cardPlaces({ x, y, width, height }: Lane): { x: number; y: number }[] {
  const columns = Math.max(1, Math.floor((width - 2 * LANE.padding + COLUMN_GAP) / COLUMN_PITCH));
  const rows = Math.max(1, Math.floor((height - LANE.header) / ROW_PITCH));
  return Array.from({ length: columns * rows }, (_, index) => ({
    x: x + LANE.padding + (index % columns) * COLUMN_PITCH,
    y: y + LANE.header + Math.floor(index / columns) * ROW_PITCH,
  })).filter((_, index) => index % 7 !== 5);
}

/** A template as a small picture: its lanes in the colours of their groups. */
export function TemplatePreview({ template }: { readonly template: StackTemplate }): ReactNode {
  const lanes = useMemo(() => structureAs(template, { nodes: {} }).lanes, [template]);
  const right = Math.max(...lanes.map((lane) => lane.x + lane.width));
  const bottom = Math.max(...lanes.map((lane) => lane.y + lane.height));
  const box = [-MARGIN, -MARGIN, right + 2 * MARGIN, bottom + 2 * MARGIN];
  return (
    <svg className={styles.preview} viewBox={box.join(' ')} aria-hidden="true">
      {lanes.map((lane) => {
        const [group] = lane.groups;
        return (
          <g key={lane.id}>
            <rect {...placeOf(lane)} rx="14" className={styles.lane} />
            <rect
              {...placeOf(lane)}
              height={LANE.header}
              rx="14"
              fill={group ? `var(--group-${group})` : 'var(--border-strong)'}
            />
            {cardPlaces(lane).map(({ x, y }) => (
              <rect
                key={`${x} ${y}`}
                {...{ x, y: y + 8, width: CARD.width, height: CARD.height - 12 }}
                rx="8"
                className={styles.card}
              />
            ))}
          </g>
        );
      })}
    </svg>
  );
}

function placeOf({ x, y, width, height }: Lane) {
  return { x, y, width, height };
}
