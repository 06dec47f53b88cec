import { Ellipsis, Eye, Grab, Lock, LockOpen, Pencil, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { StackItem } from '../../shared/stack/items.ts';
import { useStacks } from '../state/stacks.ts';
import { IconButton } from '../ui/button.tsx';
import { Menu, MenuItem } from '../ui/menu.tsx';
import { pickUpThing } from './carry-edits.ts';
import { itemLimits, saveText } from './item-edits.ts';
import { itemText, itemWords } from './item-nodes.ts';
import { GroupingItems } from './outline-grouping.tsx';
import { OutlineField } from './outline-field.tsx';
import { showNodes } from './stack-edits.ts';
import styles from './outline.module.css';

interface EntryProps {
  readonly item: StackItem;
  readonly isSelected: boolean;
}

function Entry({ item, isSelected }: EntryProps): ReactNode {
  const words = itemWords(item);
  const { apply } = useStacks.getState();
  const [isWriting, setWriting] = useState(false);
  const done = (text: string | null): void => {
    setWriting(false);
    if (text !== null) saveText(item, text);
  };
  return (
    <li className={styles.entry}>
      <div
        className={`${styles.row} ${isSelected ? styles.selected : ''}`}
        data-outline-row={item.id}
        data-level="2"
      >
        {isWriting ? (
          <OutlineField
            rowId={item.id}
            label={`Words of ${words}`}
            value={itemText(item)}
            maxLength={itemLimits[item.type]}
            isLong={item.type === 'note'}
            onDone={done}
          />
        ) : (
          <button
            type="button"
            className={styles.product}
            data-outline-main
            onClick={() => showNodes([item.id])}
          >
            <bdi>{words}</bdi>
            <span className="visually-hidden">
              {item.clusterId === null ? '' : ', in a group'}
              {isSelected ? ', selected' : ''}
            </span>
          </button>
        )}
        <Menu
          label={`What to do with ${words}`}
          trigger={
            <IconButton label={`More for ${words}`}>
              <Ellipsis />
            </IconButton>
          }
        >
          <MenuItem id="show" label="Show" icon={<Eye />} onAction={() => showNodes([item.id])} />
          <MenuItem
            id="write"
            label="Write in it"
            icon={<Pencil />}
            // While the menu is open it keeps the focus.
            onAction={() => void window.setTimeout(() => setWriting(true))}
          />
          <MenuItem
            id="carry"
            label="Carry with the arrow keys"
            icon={<Grab />}
            onAction={() => void pickUpThing(item.id)}
          />
          <GroupingItems id={item.id} clusterId={item.clusterId} />
          <MenuItem
            id="lock"
            label={item.locked ? 'Unlock' : 'Lock'}
            icon={item.locked ? <LockOpen /> : <Lock />}
            onAction={() => void apply({ type: 'lock', itemIds: [item.id], locked: !item.locked })}
          />
          <MenuItem
            id="remove"
            label="Remove"
            tone="danger"
            icon={<Trash2 />}
            onAction={() => void apply({ type: 'remove', itemIds: [item.id] })}
          />
        </Menu>
      </div>
    </li>
  );
}

interface OutlineItemsProps {
  readonly items: Readonly<Record<string, StackItem>>;
  readonly selection: ReadonlySet<string>;
}

/** Notes, headings, frames and pictures, as one reads them: from the top, then from the left. */
export function OutlineItems({ items, selection }: OutlineItemsProps): ReactNode {
  const all = Object.values(items).sort((p, q) => p.y - q.y || p.x - q.x);
  if (all.length === 0) return null;
  return (
    <section aria-label="Notes, headings, frames and pictures">
      <h3>
        Notes, headings, frames and pictures<span>{all.length}</span>
      </h3>
      <ul>
        {all.map((item) => (
          <Entry key={item.id} item={item} isSelected={selection.has(item.id)} />
        ))}
      </ul>
    </section>
  );
}
