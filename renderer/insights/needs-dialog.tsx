import type { ReactNode } from 'react';
import { api } from '../api.ts';
import { useApp } from '../state/app-state.ts';
import { useStacks } from '../state/stacks.ts';
import { showError } from '../state/toasts.ts';
import { Button } from '../ui/button.tsx';
import { CheckBox } from '../ui/check-box.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import styles from './smallest-tab.module.css';

interface NeedsDialogProps {
  readonly required: readonly string[];
  /** Whether somebody has said what is required. */
  readonly isChosen: boolean;
  readonly onClose: () => void;
}

async function setNeeds(categories: readonly string[] | null): Promise<void> {
  const stackId = useStacks.getState().current?.stack.id;
  if (stackId === undefined) return;
  const result = await api.call('insights:set-needs', {
    stackId,
    categories: categories && [...categories],
  });
  if (!result.ok) showError(result.error);
}

/** Which categories the stack has to cover. Every change is kept at once. */
export function NeedsDialog({ required, isChosen, onClose }: NeedsDialogProps): ReactNode {
  const taxonomy = useApp((state) => state.taxonomy);
  const chosen = new Set(required);
  const toggle = (id: string, isOn: boolean): void =>
    void setNeeds(isOn ? [...chosen, id] : required.filter((each) => each !== id));
  return (
    <Dialog title="Required categories" size="large" isOpen onClose={onClose}>
      <p className={styles.muted}>
        {isChosen
          ? 'Chosen for this stack.'
          : 'As long as nothing is chosen: the main categories of its products.'}{' '}
        {required.length} are required. Every change is kept at once.
      </p>
      <div className={styles.groups}>
        {taxonomy.map((group) => (
          <fieldset key={group.id}>
            <legend>{group.name}</legend>
            {group.categories.map(({ id, name }) => (
              <CheckBox key={id} isSelected={chosen.has(id)} onChange={(isOn) => toggle(id, isOn)}>
                {name}
              </CheckBox>
            ))}
          </fieldset>
        ))}
      </div>
      <DialogActions>
        <Button isDisabled={!isChosen} onPress={() => void setNeeds(null)}>
          What the products are made for
        </Button>
        <Button tone="primary" onPress={onClose}>
          Done
        </Button>
      </DialogActions>
    </Dialog>
  );
}
