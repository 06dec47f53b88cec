import { useRef, type ReactNode } from 'react';
import { Menu as AriaMenu, Popover } from 'react-aria-components';
import styles from './menu.module.css';
import placed from './context-menu.module.css';

interface ContextMenuProps {
  readonly label: string;
  /** Where it was asked for, in pixels of the window. */
  readonly at: { readonly x: number; readonly y: number };
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A menu at a point, which the pointer or the menu key asked for. */
export function ContextMenu({ label, at, onClose, children }: ContextMenuProps): ReactNode {
  const anchor = useRef<HTMLSpanElement | null>(null);
  return (
    <>
      <span ref={anchor} className={placed.anchor} style={{ left: at.x, top: at.y }} />
      <Popover
        className={styles.popover ?? ''}
        triggerRef={anchor}
        placement="bottom start"
        offset={2}
        isOpen
        onOpenChange={(isOpen) => {
          if (!isOpen) onClose();
        }}
      >
        <AriaMenu
          className={styles.menu ?? ''}
          aria-label={label}
          autoFocus="first"
          onClose={onClose}
        >
          {children}
        </AriaMenu>
      </Popover>
    </>
  );
}
