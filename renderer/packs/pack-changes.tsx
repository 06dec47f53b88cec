import type { ReactNode } from 'react';
import type { PackChanges as Changes } from '../../shared/packs/contract.ts';
import { count } from '../product/words.ts';
import { useView } from '../state/view.ts';
import styles from './packs.module.css';

const SHOWN = 40;

interface GroupProps {
  readonly title: string;
  readonly total: number;
  readonly lines: readonly string[];
}

function Group({ title, total, lines }: GroupProps): ReactNode {
  if (total === 0) return null;
  const left = total - Math.min(lines.length, SHOWN);
  return (
    <details className={styles.group}>
      <summary>
        {title} <span>{count(total)}</span>
      </summary>
      <ul>
        {lines.slice(0, SHOWN).map((line, index) => (
          <li key={index}>
            <bdi>{line.slice(0, 160)}</bdi>
          </li>
        ))}
      </ul>
      {left > 0 ? <p>and {count(left)} more</p> : null}
    </details>
  );
}

const fates = {
  gone: 'is gone',
  renamed: 'has another name',
  recategorised: 'is in another category',
} as const;

/** What differs between two catalogues, first of all what a person has to do with. */
export function PackChanges({ changes }: { readonly changes: Changes }): ReactNode {
  const { added, gone, renamed, recategorised, gainedIntegrations, lostIntegrations, touches } =
    changes;
  const all = [added, gone, renamed, recategorised, gainedIntegrations, lostIntegrations];
  if (all.every(({ total }) => total === 0)) {
    return <p className={styles.note}>The two hold the same products and integrations.</p>;
  }
  return (
    <div className={styles.changes}>
      {touches.length > 0 ? (
        <section className={styles.touches} aria-label="What touches your work">
          <h3>What touches your work</h3>
          <ul>
            {touches.slice(0, SHOWN).map(({ product, what, stacks, isMarked }) => (
              <li key={product.id}>
                <button type="button" onClick={() => useView.getState().openProduct(product.id)}>
                  <bdi>{product.name.slice(0, 100)}</bdi>
                </button>{' '}
                {fates[what]}
                {stacks.length > 0 ? `; it stands on ${stacks.slice(0, 3).join(', ')}` : ''}
                {isMarked ? '; it has your notes or tags' : ''}
              </li>
            ))}
          </ul>
          <p className={styles.note}>
            Nothing of your work is lost: products that are gone stay, marked.
          </p>
        </section>
      ) : (
        <p className={styles.note}>None of it touches your stacks, notes or tags.</p>
      )}
      <Group title="Added" total={added.total} lines={added.first.map(({ name }) => name)} />
      <Group title="Gone" total={gone.total} lines={gone.first.map(({ name }) => name)} />
      <Group
        title="Renamed"
        total={renamed.total}
        lines={renamed.first.map(({ before, name }) => `${before} → ${name}`)}
      />
      <Group
        title="In another category"
        total={recategorised.total}
        lines={recategorised.first.map(
          ({ name, before, after }) => `${name}: ${before} → ${after}`,
        )}
      />
      <Group
        title="New integrations"
        total={gainedIntegrations.total}
        lines={gainedIntegrations.first.map(({ from, to }) => `${from} – ${to}`)}
      />
      <Group
        title="Integrations that are gone"
        total={lostIntegrations.total}
        lines={lostIntegrations.first.map(({ from, to }) => `${from} – ${to}`)}
      />
    </div>
  );
}
