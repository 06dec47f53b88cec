import { useToasts } from '../state/toasts.ts';

/**
 * Puts a text on the clipboard and says so. By the copy command: the desktop refuses every
 * permission, and the clipboard's own interface would need one.
 */
export function copyText(text: string, what: string): void {
  const onCopy = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', text);
  };
  document.addEventListener('copy', onCopy, { capture: true, once: true });
  const isCopied = document.execCommand('copy');
  document.removeEventListener('copy', onCopy, { capture: true });
  useToasts
    .getState()
    .show(
      isCopied
        ? { tone: 'success', text: `Copied ${what}.` }
        : { tone: 'error', text: `${what} could not be copied. Nothing else was changed.` },
    );
}
