import type { ReactNode } from 'react';
import {
  TextField as AriaTextField,
  FieldError,
  Input,
  Label,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components';
import styles from './text-field.module.css';

interface TextFieldProps extends Omit<AriaTextFieldProps, 'className' | 'children'> {
  readonly label: string;
  readonly placeholder?: string;
  readonly error?: string | null;
}

export function TextField({ label, placeholder, error, ...props }: TextFieldProps): ReactNode {
  return (
    <AriaTextField {...props} isInvalid={Boolean(error)} className={styles.field ?? ''}>
      <Label>{label}</Label>
      <Input {...(placeholder ? { placeholder } : {})} />
      <FieldError>{error}</FieldError>
    </AriaTextField>
  );
}
