import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import styles from './command-dialog.module.css';

interface CommandDialogProps {
  /** Read out; shown as well where there is a title. */
  readonly label: string;
  readonly title?: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A field with a list below it, over the screen: type, choose, go on. */
export function CommandDialog({ label, title, onClose, children }: CommandDialogProps): ReactNode {
  return (
    <ModalOverlay
      className={styles.overlay ?? ''}
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Modal className={styles.modal ?? ''}>
        <Dialog aria-label={label} className={styles.dialog ?? ''}>
          {title === undefined ? null : (
            <Heading slot="title" className={styles.title ?? ''}>
              {title}
            </Heading>
          )}
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
