import type { ReactNode } from 'react';
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components';
import styles from './menu.module.css';

interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactNode;
  readonly label: string;
  readonly children: ReactNode;
}

export function Menu({ trigger, label, children }: MenuProps): ReactNode {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={styles.popover ?? ''} offset={4}>
        <AriaMenu className={styles.menu ?? ''} aria-label={label}>
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

interface MenuItemProps {
  readonly id: string;
  readonly label: string;
  readonly shortcut?: string;
  readonly icon?: ReactNode;
  readonly isDisabled?: boolean;
  readonly tone?: 'plain' | 'danger';
  readonly onAction: () => void;
}

export function MenuItem({ label, shortcut, icon, tone, ...props }: MenuItemProps): ReactNode {
  return (
    <AriaMenuItem
      {...props}
      textValue={label}
      className={`${styles.item} ${tone === 'danger' ? styles.danger : ''}`}
    >
      <span className={styles.icon}>{icon}</span>
      <bdi className={styles.label}>{label}</bdi>
      {shortcut ? <kbd className={styles.shortcut}>{shortcut}</kbd> : null}
    </AriaMenuItem>
  );
}

export function MenuSeparator(): ReactNode {
  return <Separator className={styles.separator ?? ''} />;
}
