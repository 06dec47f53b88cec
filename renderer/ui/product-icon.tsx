import type { ReactNode } from 'react';
import { monogram } from '../../shared/diagram/monogram.ts';
import { tint } from '../../shared/diagram/tint.ts';
import type { GroupId } from '../../shared/domain/catalogue.ts';
import { useIcon } from '../state/icons.ts';
import { useTheme } from '../state/theme.ts';
import styles from './product-icon.module.css';

interface ProductIconProps {
  readonly name: string;
  readonly groupId: GroupId;
  readonly icon: string | null;
  /** Side in pixels. */
  readonly size?: number;
}

/** The brand's icon in its colour, or the first letters of the name in the colour of its group. */
export function ProductIcon({ name, groupId, icon, size = 28 }: ProductIconProps): ReactNode {
  const drawing = useIcon(icon);
  const theme = useTheme();
  const box = { width: size, height: size };
  if (drawing) {
    return (
      <span className={styles.icon} style={box} aria-hidden="true">
        <svg viewBox="0 0 24 24" fill={tint(drawing.hex, theme)}>
          <path d={drawing.path} />
        </svg>
      </span>
    );
  }
  return (
    <span
      className={`${styles.icon} ${styles.monogram}`}
      style={{
        ...box,
        color: `var(--group-${groupId}-text)`,
        background: `var(--group-${groupId}-soft)`,
        fontSize: size * 0.4,
      }}
      aria-hidden="true"
    >
      {monogram(name)}
    </span>
  );
}
