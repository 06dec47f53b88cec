import { ChevronRight } from 'lucide-react';
import { useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { GroupId } from '../../shared/domain/catalogue.ts';
import { count } from '../product/words.ts';
import { useApp } from '../state/app-state.ts';
import { useExploreList, useExploreView } from './explore-state.ts';
import { groupChoice, toggleCategory, toggleGroup, type Choice } from './filter-state.ts';
import styles from './category-tree.module.css';

interface TreeRow {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly level: 1 | 2;
  readonly groupId: GroupId;
  readonly choice: Choice;
  readonly count: number | undefined;
  readonly isOpen: boolean | undefined;
  readonly toggle: () => void;
}

const checked = { none: 'false', some: 'mixed', all: 'true' } as const;

function useTreeRows(): readonly TreeRow[] {
  const taxonomy = useApp((state) => state.taxonomy);
  const filter = useExploreList((state) => state.query.filter);
  const facets = useExploreList((state) => state.facets);
  const open = useExploreView((state) => state.open);
  return useMemo(() => {
    const { change } = useExploreList.getState();
    return taxonomy.flatMap((group) => {
      const isOpen = open.has(`group:${group.id}`);
      const rows: TreeRow[] = [
        {
          id: `group:${group.id}`,
          label: group.name,
          title: group.name,
          level: 1,
          groupId: group.id,
          choice: groupChoice(filter, group.categories),
          count: facets?.groups?.[group.id],
          isOpen,
          toggle: () => change({ filter: toggleGroup(filter, group.categories) }),
        },
      ];
      if (!isOpen) return rows;
      for (const { id, name, covers } of group.categories) {
        rows.push({
          id,
          label: name,
          title: `${name}: ${covers}`,
          level: 2,
          groupId: group.id,
          choice: filter.categories.includes(id) ? 'all' : 'none',
          count: facets?.categories[id],
          isOpen: undefined,
          toggle: () => change({ filter: toggleCategory(filter, id) }),
        });
      }
      return rows;
    });
  }, [taxonomy, filter, facets, open]);
}

/**
 * The taxonomy as a tree of choices with counts: one stop for Tab, arrows move and fold, Space
 * chooses. Written out by hand, as its counts change with every key typed in the search box.
 */
export function CategoryTree(): ReactNode {
  const rows = useTreeRows();
  const toggleOpen = useExploreView((state) => state.toggleOpen);
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const tree = useRef<HTMLUListElement | null>(null);
  const focusedAt = Math.max(
    0,
    rows.findIndex((row) => row.id === focusedId),
  );

  const focus = (index: number): void => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (!row) return;
    setFocusedId(row.id);
    tree.current?.querySelector<HTMLElement>(`[data-id="${row.id}"]`)?.focus();
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const row = rows[focusedAt];
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
    const keys: Readonly<Record<string, () => void>> = {
      ArrowDown: () => focus(focusedAt + 1),
      ArrowUp: () => focus(focusedAt - 1),
      Home: () => focus(0),
      End: () => focus(rows.length - 1),
      ' ': row.toggle,
      Enter: row.toggle,
      ArrowRight: () => {
        if (row.isOpen === false) toggleOpen(row.id);
        else if (row.isOpen) focus(focusedAt + 1);
      },
      ArrowLeft: () => {
        if (row.isOpen) toggleOpen(row.id);
        else if (row.level === 2)
          focus(rows.findLastIndex((each, at) => at < focusedAt && each.level === 1));
      },
    };
    const run = keys[event.key];
    if (!run) return;
    event.preventDefault();
    run();
  };

  return (
    <ul ref={tree} role="tree" aria-label="Categories" aria-multiselectable onKeyDown={onKeyDown}>
      {rows.map((row, index) => (
        <li
          key={row.id}
          role="treeitem"
          aria-level={row.level}
          aria-checked={checked[row.choice]}
          {...(row.isOpen === undefined ? {} : { 'aria-expanded': row.isOpen })}
          tabIndex={index === focusedAt ? 0 : -1}
          data-id={row.id}
          data-empty={row.count === 0 || undefined}
          className={`${styles.row} ${row.level === 1 ? styles.group : styles.category}`}
          title={row.title}
          onFocus={() => setFocusedId(row.id)}
          onClick={() => {
            focus(index);
            row.toggle();
          }}
        >
          {row.level === 1 ? (
            <span
              className={styles.fold}
              data-open={row.isOpen || undefined}
              onClick={(event) => {
                event.stopPropagation();
                focus(index);
                toggleOpen(row.id);
              }}
            >
              <ChevronRight aria-hidden="true" />
            </span>
          ) : null}
          <span className={styles.box} data-choice={row.choice} aria-hidden="true" />
          {row.level === 1 ? (
            <span
              className={styles.dot}
              style={{ background: `var(--group-${row.groupId})` }}
              aria-hidden="true"
            />
          ) : null}
          <span className={styles.label}>{row.label}</span>
          <span className={styles.count}>{row.count === undefined ? '' : count(row.count)}</span>
        </li>
      ))}
    </ul>
  );
}
