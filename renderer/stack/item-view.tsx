import { NodeResizer, type NodeProps } from '@xyflow/react';
import { Lock } from 'lucide-react';
import {
  memo,
  useLayoutEffect,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { HEADING_FONTS, NOTE } from '../../shared/diagram/build-items.ts';
import { theNotes } from '../../shared/diagram/theme.ts';
import { noteColours, type StackItem } from '../../shared/stack/items.ts';
import { useTheme } from '../state/theme.ts';
import { focusCard } from './card-focus.ts';
import { editItem, itemLimits, resizeItem, saveText, useItemEditing } from './item-edits.ts';
import { itemText, type ItemNode } from './item-nodes.ts';
import { PictureImage } from './picture-image.tsx';
import styles from './item-view.module.css';

const hints = {
  note: 'Write a note',
  heading: 'Heading',
  frame: 'Name of the frame',
  picture: 'What the picture shows',
} as const;

/** Enter ends a line of its own kind; in a note it is a new line, and Escape or a click ends it. */
function Editor({ item }: { readonly item: StackItem }): ReactNode {
  const [draft, setDraft] = useState(itemText(item));
  const field = useRef<HTMLTextAreaElement | null>(null);
  const isDone = useRef(false);
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const finish = (byKey: boolean): void => {
    if (isDone.current) return;
    isDone.current = true;
    saveText(item, draft);
    useItemEditing.setState({ id: null });
    if (byKey) requestAnimationFrame(() => focusCard(item.id));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const ends = item.type !== 'note' || event.ctrlKey || event.metaKey;
    if (event.key !== 'Escape' && !(event.key === 'Enter' && ends)) return;
    event.preventDefault();
    finish(true);
  };
  return (
    <textarea
      ref={field}
      className={`${styles.editor} nodrag nopan nowheel nokey`}
      aria-label={hints[item.type]}
      placeholder={hints[item.type]}
      value={draft}
      maxLength={itemLimits[item.type]}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={() => finish(false)}
      onKeyDown={onKeyDown}
    />
  );
}

function Colours({ item }: { readonly item: Extract<StackItem, { type: 'note' }> }): ReactNode {
  const notes = theNotes(useTheme());
  return (
    <div className={`${styles.colours} nodrag nopan`} role="group" aria-label="Colour of the note">
      {noteColours.map((colour) => (
        <button
          key={colour}
          type="button"
          aria-label={colour}
          aria-pressed={item.colour === colour}
          title={colour}
          style={{ background: notes[colour].fill, borderColor: notes[colour].border }}
          onClick={() => void editItem(item.id, { colour })}
        />
      ))}
    </div>
  );
}

function Words({ item }: { readonly item: StackItem }): ReactNode {
  const isEditing = useItemEditing((state) => state.id === item.id);
  if (isEditing) return <Editor item={item} />;
  const text = itemText(item);
  return text === '' ? <span className={styles.hint}>{hints[item.type]}</span> : <bdi>{text}</bdi>;
}

function Body({ item }: { readonly item: StackItem }): ReactNode {
  const notes = theNotes(useTheme());
  switch (item.type) {
    case 'note': {
      const { fill, border, text } = notes[item.colour];
      const style = { background: fill, borderColor: border, color: text, padding: NOTE.padding };
      return (
        <div className={styles.note} style={style}>
          <Words item={item} />
        </div>
      );
    }
    case 'heading': {
      const { size, weight } = HEADING_FONTS[item.size];
      const style: CSSProperties = { fontSize: size, fontWeight: weight };
      return (
        <div className={styles.heading} style={style}>
          <Words item={item} />
        </div>
      );
    }
    case 'frame':
      return (
        <div className={styles.frame}>
          <div className={styles.title}>
            <Words item={item} />
          </div>
          <span className={`${styles.edge} ${styles.top}`} />
          <span className={`${styles.edge} ${styles.right}`} />
          <span className={`${styles.edge} ${styles.bottom}`} />
          <span className={`${styles.edge} ${styles.left}`} />
        </div>
      );
    case 'picture':
      return <Picture item={item} />;
  }
}

function Picture({ item }: { readonly item: Extract<StackItem, { type: 'picture' }> }): ReactNode {
  const isEditing = useItemEditing((state) => state.id === item.id);
  return (
    <div className={styles.picture}>
      <PictureImage pictureId={item.pictureId} alt={item.alt} />
      {isEditing ? <Editor item={item} /> : null}
    </div>
  );
}

function Item({ data: { item }, selected }: NodeProps<ItemNode>): ReactNode {
  return (
    <div
      className={`${styles.item} ${selected ? styles.selected : ''}`}
      data-item={item.type}
      onDoubleClick={() => useItemEditing.setState({ id: item.id })}
    >
      <NodeResizer
        isVisible={selected && !item.locked}
        minWidth={48}
        minHeight={32}
        keepAspectRatio={item.type === 'picture'}
        handleClassName={styles.handle ?? ''}
        lineClassName={styles.line ?? ''}
        onResizeEnd={(_event, box) => resizeItem(item.id, box)}
      />
      <Body item={item} />
      {selected && item.type === 'note' && !item.locked ? <Colours item={item} /> : null}
      {item.locked ? <Lock className={styles.lock} aria-hidden="true" /> : null}
    </div>
  );
}

/** A note, a heading, a frame or a picture on the canvas. */
export const ItemView = memo(Item);
