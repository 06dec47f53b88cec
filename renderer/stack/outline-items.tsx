import { Ellipsis, Eye, Lock, LockOpen, Pencil, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { StackItem } from '../../shared/stack/items.ts';
import { useStacks } from '../state/stacks.ts';
import { IconButton } from '../ui/button.tsx';
import { Menu, MenuItem } from '../ui/menu.tsx';
import { useItemEditing } from './item-edits.ts';
import { itemWords } from './item-nodes.ts';
import { showNodes } from './stack-edits.ts';
import styles from './outline.module.css';

interface EntryProps {
  readonly item: StackItem;
  readonly isSelected: boolean;
}

function Entry({ item, isSelected }: EntryProps): ReactNode {
  const words = itemWords(item);
  const { apply } = useStacks.getState();
  const write = (): void => {
    showNodes([item.id]);
    useItemEditing.setState({ id: item.id });
  };
  return (
    <li className={styles.entry}>
      <div className={`${styles.row} ${isSelected ? styles.selected : ''}`}>
        <button type="button" className={styles.product} onClick={() => showNodes([item.id])}>
          <bdi>{words}</bdi>
        </button>
        <Menu
          label={`What to do with ${words}`}
          trigger={
            <IconButton label={`More for ${words}`}>
              <Ellipsis />
            </IconButton>
          }
        >
          <MenuItem id="show" label="Show" icon={<Eye />} onAction={() => showNodes([item.id])} />
          <MenuItem id="write" label="Write in it" icon={<Pencil />} onAction={write} />
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
