import { ClipboardCopy } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import type { VersionRef } from '../../shared/versions/contract.ts';
import { api } from '../api.ts';
import { copyText } from '../insights/copy-text.ts';
import { useStacks } from '../state/stacks.ts';
import { showError } from '../state/toasts.ts';
import { Button } from '../ui/button.tsx';
import { changeGroups, changesText, costWords, type Changes } from './change-words.ts';
import { VersionPicture } from './version-picture.tsx';
import { useVersions, type VersionView } from './versions-state.ts';
import styles from './versions.module.css';

const views: readonly (readonly [VersionView, string])[] = [
  ['words', 'In words'],
  ['overlay', 'Overlay'],
  ['sides', 'Side by side'],
];

function useChanges(from: VersionRef, to: VersionRef): Changes | null {
  const [changes, setChanges] = useState<Changes | null>(null);
  const revision = useStacks((state) => state.current?.revision ?? 0);
  const question = JSON.stringify({ from, to, revision });
  useEffect(() => {
    const controller = new AbortController();
    const asked = JSON.parse(question) as { from: VersionRef; to: VersionRef };
    const input = { from: asked.from, to: asked.to };
    void api.call('versions:compare', input, { signal: controller.signal }).then((result) => {
      if (controller.signal.aborted) return;
      if (result.ok) setChanges(result.value);
      else showError(result.error);
    });
    return () => controller.abort();
  }, [question]);
  return changes;
}

function Words({ changes }: { readonly changes: Changes }): ReactNode {
  const groups = changeGroups(changes);
  const cost = costWords(changes);
  return (
    <div className={styles.words}>
      {cost === null ? null : <p>{cost}</p>}
      {groups.length === 0 ? <p>The two are alike: same products, lanes and connections.</p> : null}
      {groups.map(({ title, sign, lines }) => (
        <section key={title} aria-label={title}>
          <h3>
            {title} <span>{lines.length}</span>
          </h3>
          <ul>
            {lines.map((line, at) => (
              <li key={at}>
                <span aria-hidden="true">{sign}</span> <bdi>{line}</bdi>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p className={styles.muted}>
        Connections are those that the catalogue documents or that you drew; what is not documented
        may exist all the same.
      </p>
    </div>
  );
}

interface ComparisonProps {
  readonly from: VersionRef;
  readonly to: VersionRef;
}

/** Two versions of a stack compared: in words, in one picture, or side by side. */
export function Comparison({ from, to }: ComparisonProps): ReactNode {
  const view = useVersions((state) => state.view);
  const changes = useChanges(from, to);
  if (!changes) return <p role="status">Comparing…</p>;
  return (
    <>
      <div className={styles.views}>
        <div role="group" aria-label="How to compare" className={styles.segments}>
          {views.map(([id, label]) => (
            <button
              key={id}
              type="button"
              aria-pressed={view === id}
              onClick={() => useVersions.setState({ view: id })}
            >
              {label}
            </button>
          ))}
        </div>
        <Button onPress={() => copyText(changesText(changes), 'the comparison')}>
          <ClipboardCopy aria-hidden="true" /> Copy
        </Button>
      </div>
      {view === 'words' ? <Words changes={changes} /> : null}
      {view === 'overlay' ? (
        <VersionPicture
          title={`${changes.from} → ${changes.to}`}
          from={from}
          to={to}
          which="overlay"
        />
      ) : null}
      {view === 'sides' ? (
        <div className={styles.sides}>
          <VersionPicture title={changes.from} from={from} to={to} which="from" />
          <VersionPicture title={changes.to} from={from} to={to} which="to" />
        </div>
      ) : null}
    </>
  );
}
