import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Select as AriaSelect,
  Button,
  Header,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
  SelectValue,
} from 'react-aria-components';
import styles from './select.module.css';

export interface SelectOption {
  readonly id: string;
  readonly label: string;
  /** Shown at the end of the line, such as a count. */
  readonly hint?: string;
}

export interface SelectSection {
  readonly title: string;
  readonly options: readonly SelectOption[];
}

interface SelectProps {
  /** Read out; not shown. */
  readonly label: string;
  readonly value: string;
  readonly options?: readonly SelectOption[];
  readonly sections?: readonly SelectSection[];
  /** Words before the value: "Sort: Name". */
  readonly prefix?: string;
  readonly onChange: (id: string) => void;
}

function Option({ id, label, hint }: SelectOption): ReactNode {
  return (
    <ListBoxItem id={id} textValue={label} className={styles.option ?? ''}>
      {({ isSelected }) => (
        <>
          <span className={styles.mark}>{isSelected ? <Check /> : null}</span>
          <bdi className={styles.label}>{label}</bdi>
          {hint ? <span className={styles.hint}>{hint}</span> : null}
        </>
      )}
    </ListBoxItem>
  );
}

/** One choice out of a list, or out of sections of a list. */
export function Select({
  label,
  value,
  options = [],
  sections = [],
  prefix,
  onChange,
}: SelectProps): ReactNode {
  return (
    <AriaSelect
      aria-label={label}
      className={styles.select ?? ''}
      value={value}
      onChange={(key) => onChange(String(key))}
    >
      <Button className={styles.button ?? ''}>
        <SelectValue className={styles.value ?? ''}>
          {({ selectedText }) => (
            <>
              {prefix ? <span className={styles.prefix}>{prefix} </span> : null}
              <bdi>{selectedText}</bdi>
            </>
          )}
        </SelectValue>
        <ChevronDown aria-hidden="true" />
      </Button>
      <Popover className={styles.popover ?? ''} offset={4}>
        <ListBox className={styles.list ?? ''}>
          {options.map((option) => (
            <Option key={option.id} {...option} />
          ))}
          {sections.map((section) => (
            <ListBoxSection key={section.title}>
              <Header className={styles.header ?? ''}>{section.title}</Header>
              {section.options.map((option) => (
                <Option key={option.id} {...option} />
              ))}
            </ListBoxSection>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
