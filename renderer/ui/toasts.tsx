import { X } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import { useToasts, type Toast } from '../state/toasts.ts';
import { Button, IconButton } from './button.tsx';
import styles from './toasts.module.css';

/** Long enough to read and to reach the button. */
const SHOWN_MS = 8000;

function ToastItem({ toast }: { readonly toast: Toast }): ReactNode {
  const dismiss = useToasts((state) => state.dismiss);
  useEffect(() => {
    // What went wrong stays until somebody has read it.
    if (toast.tone === 'error' || toast.stays) return;
    const timer = window.setTimeout(() => dismiss(toast.id), SHOWN_MS);
    return () => window.clearTimeout(timer);
  }, [toast, dismiss]);
  return (
    <li className={`${styles.toast} ${styles[toast.tone]}`}>
      <bdi className={styles.text}>{toast.text}</bdi>
      {toast.action ? (
        <Button
          tone="quiet"
          onPress={() => {
            toast.action?.run();
            dismiss(toast.id);
          }}
        >
          {toast.action.label}
        </Button>
      ) : null}
      <IconButton label="Dismiss" onPress={() => dismiss(toast.id)}>
        <X />
      </IconButton>
    </li>
  );
}

export function Toasts(): ReactNode {
  const toasts = useToasts((state) => state.toasts);
  return (
    <div role="status" aria-live="polite">
      <ul className={styles.list}>
        {toasts.map((toast) => (
          <ToastItem key={toast.id} toast={toast} />
        ))}
      </ul>
    </div>
  );
}
