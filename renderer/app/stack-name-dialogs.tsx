import { useState, type FormEvent, type ReactNode } from 'react';
import { GivenName } from '../../shared/domain/ids.ts';
import { defaultTemplate, templates } from '../../shared/stack/templates/templates.ts';
import { useDialogs } from '../state/dialogs.ts';
import { useStacks } from '../state/stacks.ts';
import { useView } from '../state/view.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import styles from './stack-name-dialogs.module.css';

interface NameDialogProps {
  readonly title: string;
  readonly initial: string;
  readonly confirm: string;
  /** Further fields. */
  readonly children?: ReactNode;
  /** @returns whether the dialog may close */
  readonly onConfirm: (name: string) => Promise<boolean>;
}

function NameDialog({ title, initial, confirm, children, onConfirm }: NameDialogProps): ReactNode {
  const close = useDialogs((state) => state.show);
  const [name, setName] = useState(initial);
  const [isBusy, setBusy] = useState(false);
  const parsed = GivenName.safeParse(name);
  const tooLong = name.trim().length > 200;

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!parsed.success || isBusy) return;
    setBusy(true);
    if (await onConfirm(parsed.data)) close(null);
    else setBusy(false);
  };

  return (
    <Dialog title={title} size="small" isOpen onClose={() => close(null)}>
      <form onSubmit={(event) => void submit(event)}>
        <TextField
          label="Name"
          value={name}
          onChange={setName}
          autoFocus
          placeholder="Our stack today"
          error={tooLong ? 'A name has at most 200 characters.' : null}
        />
        {children}
        <DialogActions>
          <Button onPress={() => close(null)}>Cancel</Button>
          <Button tone="primary" type="submit" isDisabled={!parsed.success || isBusy}>
            {confirm}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

export function NewStackDialog(): ReactNode {
  const count = useStacks((state) => state.list.length);
  const [template, setTemplate] = useState(defaultTemplate.id);
  return (
    <NameDialog
      title="New stack"
      initial={count === 0 ? 'My stack' : `Stack ${count + 1}`}
      confirm="Create"
      onConfirm={async (name) => {
        const created = await useStacks.getState().create(name, { template });
        if (created) useView.getState().go('stack');
        return created;
      }}
    >
      <div className={styles.template}>
        <Select
          label="Structure"
          prefix="Structure:"
          value={template}
          options={templates.map(({ id, title }) => ({ id, label: title }))}
          onChange={setTemplate}
        />
      </div>
    </NameDialog>
  );
}

export function RenameStackDialog(): ReactNode {
  const name = useStacks((state) => state.current?.stack.name ?? '');
  return (
    <NameDialog
      title="Rename stack"
      initial={name}
      confirm="Rename"
      onConfirm={async (next) =>
        next === name || useStacks.getState().apply({ type: 'rename-stack', name: next })
      }
    />
  );
}
