import { ArrowUpRight } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import { api } from '../api.ts';
import { showError } from '../state/toasts.ts';
import styles from './external-link.module.css';

/** https only: the one kind of address that is ever opened. */
function toSafeAddress(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === 'https:' ? url.href : null;
}

async function openInSystemBrowser(url: string): Promise<void> {
  const result = await api.call('app:open-external', { url });
  if (!result.ok) showError(result.error);
}

interface ExternalLinkProps {
  readonly href: string;
  readonly children: ReactNode;
  readonly title?: string;
}

/**
 * A link out of the application: the desktop hands it to the system's browser, the browser host
 * opens a tab. An address that is not https is shown as text.
 */
export function ExternalLink({ href, children, title }: ExternalLinkProps): ReactNode {
  const address = toSafeAddress(href);
  if (address === null) return <span className={styles.text}>{children}</span>;
  const onClick = (event: MouseEvent): void => {
    if (!window.stackscape) return;
    event.preventDefault();
    void openInSystemBrowser(address);
  };
  return (
    <a
      className={styles.link}
      href={address}
      target="_blank"
      rel="noreferrer noopener"
      title={title ?? address.slice(0, 300)}
      onClick={onClick}
    >
      <span className={styles.text}>{children}</span>
      <ArrowUpRight aria-hidden="true" />
    </a>
  );
}
