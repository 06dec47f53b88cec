import { Minus, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Group, Input, Label, NumberField } from 'react-aria-components';
import styles from './number-input.module.css';

interface NumberInputProps {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly step?: number;
  /** Read out only, where the words beside it say it. */
  readonly isLabelHidden?: boolean;
  readonly onChange: (value: number) => void;
}

/** A whole number to type, or to go up and down. */
export function NumberInput(props: NumberInputProps): ReactNode {
  const { label, value, least, most, step = 1, isLabelHidden = false, onChange } = props;
  return (
    <NumberField
      className={styles.field ?? ''}
      value={value}
      minValue={least}
      maxValue={most}
      step={step}
      onChange={(next) => {
        if (Number.isInteger(next)) onChange(next);
      }}
    >
      <Label className={isLabelHidden ? 'visually-hidden' : ''}>{label}</Label>
      <Group className={styles.group ?? ''}>
        <Button slot="decrement">
          <Minus aria-hidden="true" />
        </Button>
        <Input />
        <Button slot="increment">
          <Plus aria-hidden="true" />
        </Button>
      </Group>
    </NumberField>
  );
}
