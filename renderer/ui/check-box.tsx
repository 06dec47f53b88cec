import type { ReactNode } from 'react';
import { Checkbox } from 'react-aria-components';
import styles from './check-box.module.css';

interface CheckBoxProps {
  readonly isSelected: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly children: ReactNode;
}

/** A box to tick, with its words beside it. */
export function CheckBox({
  isSelected,
  isDisabled = false,
  onChange,
  children,
}: CheckBoxProps): ReactNode {
  return (
    <Checkbox
      className={styles.check ?? ''}
      isSelected={isSelected}
      isDisabled={isDisabled}
      onChange={onChange}
    >
      <span className={styles.box} aria-hidden="true" />
      <span>{children}</span>
    </Checkbox>
  );
}
