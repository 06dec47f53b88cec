import { useState, type ReactNode } from 'react';
import { displayText } from '../../shared/diagram/measure-text.ts';
import { groupLabels } from '../../shared/diagram/theme.ts';
import type { GroupId } from '../../shared/domain/catalogue.ts';
import { useApp } from '../state/app-state.ts';
import { useStacks } from '../state/stacks.ts';
import { Button } from '../ui/button.tsx';
import { CheckBox } from '../ui/check-box.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { useLaneEditing } from './lane-edits.ts';
import styles from './lane-dialog.module.css';

function toggled<T>(list: readonly T[], value: T, isOn: boolean): T[] {
  const others = list.filter((each) => each !== value);
  return isOn ? [...others, value] : others;
}

/** Which products go into a lane when they are added: whole groups, or single categories. */
export function LaneDialog(): ReactNode {
  const laneId = useLaneEditing((state) => state.choosing);
  const lane = useStacks((state) => state.current?.stack.lanes[laneId ?? '']);
  const taxonomy = useApp((state) => state.taxonomy);
  const [groups, setGroups] = useState<readonly GroupId[]>(lane?.groups ?? []);
  const [categories, setCategories] = useState<readonly string[]>(lane?.categories ?? []);
  if (!lane) return null;
  const close = (): void => useLaneEditing.setState({ choosing: null });
  const save = async (): Promise<void> => {
    const change = { groups: [...groups], categories: [...categories] };
    const command = { type: 'edit-lane', laneId: lane.id, change } as const;
    if (await useStacks.getState().apply(command)) close();
  };
  return (
    <Dialog title={`What goes into ${displayText(lane.title)}`} size="large" isOpen onClose={close}>
      <p className={styles.intro}>
        Products that are added go into the first lane that names their category, else into the
        first that names their group. What is on the stack already stays where it is.
      </p>
      <div className={styles.groups}>
        {taxonomy.map((group) => (
          <fieldset key={group.id} className={styles.group}>
            <legend>
              <CheckBox
                isSelected={groups.includes(group.id)}
                onChange={(isOn) => setGroups(toggled(groups, group.id, isOn))}
              >
                {groupLabels[group.id]}
              </CheckBox>
            </legend>
            {group.categories.map(({ id, name }) => (
              <CheckBox
                key={id}
                isSelected={categories.includes(id)}
                onChange={(isOn) => setCategories(toggled(categories, id, isOn))}
              >
                {name}
              </CheckBox>
            ))}
          </fieldset>
        ))}
      </div>
      <DialogActions>
        <Button onPress={close}>Cancel</Button>
        <Button tone="primary" onPress={() => void save()}>
          Save
        </Button>
      </DialogActions>
    </Dialog>
  );
}
