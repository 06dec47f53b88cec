import { useState, type FormEvent, type ReactNode } from 'react';
import { GivenName } from '../../shared/domain/ids.ts';
import { MAX_PEOPLE } from '../../shared/workshop/workshop.ts';
import type { WorkshopView } from '../../shared/workshop/view.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { TextField } from '../ui/text-field.tsx';
import { NumberInput } from './number-input.tsx';
import { applyStep } from './workshop-state.ts';
import styles from './workshop.module.css';

interface WorkshopDialogProps {
  readonly current: WorkshopView;
  readonly onClose: () => void;
}

/** What a workshop is called, and how many people are in the room. */
export function WorkshopDialog({ current, onClose }: WorkshopDialogProps): ReactNode {
  const isEnded = current.endedAt !== null;
  const [name, setName] = useState(current.name);
  const [people, setPeople] = useState(current.people);
  const given = GivenName.safeParse(name);
  const save = async (): Promise<void> => {
    if (!given.success) return;
    const isNamed =
      given.data === current.name || (await applyStep({ type: 'rename', name: given.data }));
    const isCounted =
      people === current.people || (await applyStep({ type: 'set-people', people }));
    if (isNamed && isCounted) onClose();
  };
  return (
    <Dialog title="Name and people" size="small" isOpen onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField label="Name of the workshop" value={name} onChange={setName} autoFocus />
        {isEnded ? null : (
          <NumberInput
            label="People in the room"
            value={people}
            least={1}
            most={MAX_PEOPLE}
            onChange={setPeople}
          />
        )}
        <DialogActions>
          <Button onPress={onClose}>Cancel</Button>
          <Button tone="primary" type="submit" isDisabled={!given.success}>
            Save
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
