import type { ReactNode } from 'react';
import styles from './export-dialog.module.css';

interface CheckProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** One choice among many, as small as they are in the dialog. */
export function Check({ label, isOn, onChange }: CheckProps): ReactNode {
  return (
    <label className={styles.check}>
      <input type="checkbox" checked={isOn} onChange={(event) => onChange(event.target.checked)} />
      {label}
    </label>
  );
}
