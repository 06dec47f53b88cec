import { Group, ListChecks, Ungroup } from 'lucide-react';
import type { ReactNode } from 'react';
import { runAction } from '../state/actions.ts';
import { MenuItem } from '../ui/menu.tsx';
import { useCanvas } from './canvas-state.ts';
import { toggleSelected, withSelected } from './outline-edits.ts';

interface GroupingItemsProps {
  readonly id: string;
  readonly clusterId: string | null;
}

/** What the menu of a row offers about being several: the selection and the group. */
export function GroupingItems({ id, clusterId }: GroupingItemsProps): ReactNode {
  const selection = useCanvas((state) => state.selection);
  const isSelected = selection.has(id);
  return (
    <>
      <MenuItem
        id="select"
        label={isSelected ? 'Take out of the selection' : 'Add to the selection'}
        icon={<ListChecks />}
        onAction={() => toggleSelected(id)}
      />
      {clusterId === null ? (
        <MenuItem
          id="group"
          label="Group the selection"
          icon={<Group />}
          isDisabled={!isSelected || selection.size < 2}
          onAction={() => runAction('edit.group')}
        />
      ) : (
        <MenuItem
          id="ungroup"
          label="Ungroup"
          icon={<Ungroup />}
          onAction={() => withSelected(id, () => runAction('edit.ungroup'))}
        />
      )}
    </>
  );
}
