import type { ReactNode } from 'react';
import type { GroupId } from '../../shared/domain/catalogue.ts';
import { useCategoryName } from '../state/app-state.ts';
import styles from './category-tag.module.css';

interface CategoryTagProps {
  readonly categoryId: string;
  readonly groupId: GroupId;
}

/** The name of a category in the colour of its group. */
export function CategoryTag({ categoryId, groupId }: CategoryTagProps): ReactNode {
  const name = useCategoryName(categoryId);
  return (
    <span
      className={styles.tag}
      title={name}
      style={{
        color: `var(--group-${groupId}-text)`,
        background: `var(--group-${groupId}-soft)`,
      }}
    >
      {name}
    </span>
  );
}
