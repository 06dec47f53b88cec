import { useEffect, useState, type ReactNode } from 'react';
import type { CallInput } from '../../shared/contract/contract.ts';
import { api } from '../api.ts';
import { useStacks } from '../state/stacks.ts';
import { showError } from '../state/toasts.ts';
import styles from './versions.module.css';

interface VersionPictureProps extends Omit<CallInput<'versions:picture'>, 'look'> {
  readonly title: string;
}

const isDark = (): boolean => document.documentElement.dataset['theme'] === 'dark';

/** A version, or both in one, as an export would draw it. */
export function VersionPicture({ title, from, to, which }: VersionPictureProps): ReactNode {
  const [url, setUrl] = useState<string | null>(null);
  const revision = useStacks((state) => state.current?.revision ?? 0);
  const question = JSON.stringify({ from, to, which, revision });
  useEffect(() => {
    const controller = new AbortController();
    const asked = JSON.parse(question) as Omit<CallInput<'versions:picture'>, 'look'>;
    const input = { from: asked.from, to: asked.to, which: asked.which };
    const look = isDark() ? ('dark' as const) : ('light' as const);
    void api
      .call('versions:picture', { ...input, look }, { signal: controller.signal })
      .then((result) => {
        if (controller.signal.aborted) return;
        if (!result.ok) return showError(result.error);
        setUrl(URL.createObjectURL(new Blob([result.value.svg], { type: 'image/svg+xml' })));
      });
    return () => controller.abort();
  }, [question]);
  useEffect(() => {
    return () => {
      if (url !== null) URL.revokeObjectURL(url);
    };
  }, [url]);
  return (
    <figure className={styles.picture}>
      <figcaption>
        <bdi>{title}</bdi>
      </figcaption>
      {url === null ? (
        <p role="status">Drawing…</p>
      ) : (
        <img src={url} alt={`${title}, as a diagram`} />
      )}
    </figure>
  );
}
