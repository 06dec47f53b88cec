import { Handle, Position, type NodeProps } from '@xyflow/react';
import { memo, useMemo, type CSSProperties, type ReactNode } from 'react';
import { CARD_INSIDE, cardText } from '../../shared/diagram/card-text.ts';
import { displayText } from '../../shared/diagram/measure-text.ts';
import { ProductIcon } from '../ui/product-icon.tsx';
import type { CardMark, CardNode } from './canvas-nodes.ts';
import styles from './product-card.module.css';

const sides = [Position.Top, Position.Right, Position.Bottom, Position.Left];

/** A tooltip is no place for a name of thousands of characters. */
const TITLE_LENGTH = 200;

const markTexts: Readonly<Record<CardMark, string | null>> = {
  none: null,
  discontinued: 'Discontinued',
  gone: 'No longer in the catalogue',
};

function Card({ data, isConnectable }: NodeProps<CardNode>): ReactNode {
  const { name, groupId, category, icon, mark } = data;
  const colours = {
    '--group': `var(--group-${groupId})`,
    '--group-text': `var(--group-${groupId}-text)`,
  } as CSSProperties;
  const below = markTexts[mark] ?? category;
  const words = useMemo(() => cardText(displayText(name), below), [name, below]);
  return (
    <div className={`${styles.card} ${mark === 'gone' ? styles.gone : ''}`} style={colours}>
      <ProductIcon name={name} groupId={groupId} icon={icon} size={CARD_INSIDE.mark} />
      <span className={styles.words}>
        <bdi
          className={styles.name}
          style={{ fontSize: words.name.font.size }}
          title={name.slice(0, TITLE_LENGTH)}
        >
          {words.name.lines.map((line, index) => (
            <span key={index}>{line} </span>
          ))}
        </bdi>
        <span className={mark === 'none' ? styles.category : styles.mark}>
          {words.category.map((line, index) => (
            <span key={index}>{line} </span>
          ))}
        </span>
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
