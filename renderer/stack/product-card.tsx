import { Handle, Position, type NodeProps } from '@xyflow/react';
import { memo, type CSSProperties, type ReactNode } from 'react';
import { ProductIcon } from '../ui/product-icon.tsx';
import type { CardNode } from './canvas-nodes.ts';
import styles from './product-card.module.css';

const sides = [Position.Top, Position.Right, Position.Bottom, Position.Left];

function Card({ data, isConnectable }: NodeProps<CardNode>): ReactNode {
  const { name, groupId, category, icon, mark } = data;
  const colours = { '--group': `var(--group-${groupId})` } as CSSProperties;
  return (
    <div className={`${styles.card} ${mark === 'gone' ? styles.gone : ''}`} style={colours}>
      <ProductIcon name={name} groupId={groupId} icon={icon} size={30} />
      <span className={styles.words}>
        <bdi className={styles.name} title={name}>
          {name}
        </bdi>
        {mark === 'none' ? (
          <span className={styles.category}>{category}</span>
        ) : (
          <span className={styles.mark}>
            {mark === 'gone' ? 'No longer in the catalogue' : 'Discontinued'}
          </span>
        )}
      </span>
      {sides.map((side) => (
        <Handle
          key={side}
          id={side}
          type="source"
          position={side}
          isConnectable={isConnectable}
          className={styles.handle ?? ''}
        />
      ))}
    </div>
  );
}

/** A product on the canvas. Drawn again only when something of itself changes. */
export const ProductCard = memo(Card);
