import { Handle, type NodeProps } from '@xyflow/react';
import { memo, useMemo, useState, type CSSProperties, type ReactNode } from 'react';
import { cardChips, type CardChip } from '../../shared/diagram/card-chips.ts';
import { CARD_INSIDE, cardText } from '../../shared/diagram/card-text.ts';
import { displayText } from '../../shared/diagram/measure-text.ts';
import type { Box } from '../../shared/stack/layout.ts';
import type { NodeState } from '../../shared/stack/vocabulary.ts';
import { ProductIcon } from '../ui/product-icon.tsx';
import { handleSides } from './card-handles.ts';
import type { CardMark, CardNode } from './canvas-nodes.ts';
import styles from './product-card.module.css';

/** A tooltip is no place for a name of thousands of characters. */
const TITLE_LENGTH = 200;

const markTexts: Readonly<Record<CardMark, string | null>> = {
  none: null,
  discontinued: 'Discontinued',
  gone: 'No longer in the catalogue',
};

/** How the border shows a state, as in the exports: broken for what is not there yet. */
const outlines: Readonly<Record<NodeState, string | undefined>> = {
  'in-use': undefined,
  planned: styles.planned,
  candidate: styles.candidate,
  'to-retire': styles.marked,
  'not-ours': styles.marked,
};

function chipStyle(about: CardChip['about'], box: Box): CSSProperties {
  const colours =
    about === 'owner'
      ? {}
      : { borderColor: `var(--state-${about})`, color: `var(--state-${about}-text)` };
  // Measured from inside the border of the card.
  return { left: box.x - 1, top: box.y - 1, width: box.width, height: box.height, ...colours };
}

function Card({ data, isConnectable }: NodeProps<CardNode>): ReactNode {
  const { name, groupId, category, icon, mark, state, owner, isDim } = data;
  // Dots that nobody could see yet are not put on hundreds of cards.
  const [isReached, setReached] = useState(false);
  const colours = {
    '--group': `var(--group-${groupId})`,
    '--group-text': `var(--group-${groupId}-text)`,
    ...(state === 'in-use' ? {} : { '--card-line': `var(--state-${state})` }),
  } as CSSProperties;
  const chips = useMemo(() => cardChips({ state, owner }), [state, owner]);
  const below = markTexts[mark] ?? category;
  const words = useMemo(() => cardText(displayText(name), below), [name, below]);
  return (
    <div
      className={`${styles.card} ${mark === 'gone' ? styles.gone : (outlines[state] ?? '')} ${isDim ? styles.dim : ''}`}
      style={colours}
      onPointerEnter={() => setReached(true)}
    >
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
      {chips.map(({ about, box, text, full }) => (
        <bdi
          key={about}
          className={styles.chip}
          style={chipStyle(about, box)}
          title={full}
          aria-hidden="true"
        >
          {text}
        </bdi>
      ))}
      {isReached
        ? handleSides.map((side) => (
            <Handle
              key={side}
              id={side}
              type="source"
              position={side}
              isConnectable={isConnectable}
              className={styles.handle ?? ''}
            />
          ))
        : null}
    </div>
  );
}

/** A product on the canvas. Drawn again only when something of itself changes. */
export const ProductCard = memo(Card);
