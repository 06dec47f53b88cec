import { useState, type FormEvent, type ReactNode } from 'react';
import type { Finding } from '../../shared/insights/contract.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { TextField } from '../ui/text-field.tsx';
import { acceptFinding } from './finding-choices.ts';

const LONGEST = 2000;

interface AcceptDialogProps {
  readonly finding: Finding;
  /** The reason that was given for an earlier state of it. */
  readonly earlier: string;
  readonly onClose: () => void;
}

/** Asks why one can live with a finding. */
export function AcceptDialog({ finding, earlier, onClose }: AcceptDialogProps): ReactNode {
  const [reason, setReason] = useState(earlier);
  const [isBusy, setBusy] = useState(false);
  const isTooLong = reason.trim().length > LONGEST;
  const canAccept = reason.trim() !== '' && !isTooLong && !isBusy;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!canAccept) return;
    setBusy(true);
    if (await acceptFinding(finding, reason.trim())) onClose();
    else setBusy(false);
  };
  return (
    <Dialog title="Accept this finding" isOpen onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        <p>{finding.title}</p>
        <p>It moves to the accepted ones and comes back as soon as what it rests on changes.</p>
        <TextField
          label="Reason"
          value={reason}
          onChange={setReason}
          autoFocus
          placeholder="Decided with sales in March: both stay for a year"
          error={isTooLong ? `A reason has at most ${LONGEST} characters.` : null}
        />
        <DialogActions>
          <Button onPress={onClose}>Cancel</Button>
          <Button tone="primary" type="submit" isDisabled={!canAccept}>
            Accept
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
