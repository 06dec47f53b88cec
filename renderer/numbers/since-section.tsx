import { useEffect, useState, type ReactNode } from 'react';
import type { Output } from '../../shared/contract/contract.ts';
import type { Pack } from '../../shared/packs/contract.ts';
import { api } from '../api.ts';
import { useLibrary } from '../library/library-state.ts';
import { PackChanges } from '../packs/pack-changes.tsx';
import { dateText } from '../product/words.ts';
import { useCatalogueVersion } from '../state/catalogue-changes.ts';
import { showError } from '../state/toasts.ts';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import styles from './numbers.module.css';

type Changes = Output<'packs:compare'>;

/** The catalogue to compare with: the one whose facts are the newest of those that are not shown. */
function defaultOf(others: readonly Pack[]): string {
  return [...others].sort((a, b) => (a.factsDate < b.factsDate ? 1 : -1))[0]?.id ?? '';
}

/** What changed between another installed catalogue and the one that is shown. */
export function SinceSection(): ReactNode {
  const version = useCatalogueVersion((state) => state.version);
  const [packs, setPacks] = useState<readonly Pack[] | null>(null);
  const [chosen, setChosen] = useState('');
  const [changes, setChanges] = useState<Changes | null>(null);
  useEffect(() => {
    void api.call('packs:list', {}).then((result) => {
      if (result.ok) setPacks(result.value);
      else showError(result.error);
    });
  }, [version]);
  const inUse = packs?.find(({ isInUse }) => isInUse);
  const others = (packs ?? []).filter((pack) => !pack.isInUse);
  const from = others.some(({ id }) => id === chosen) ? chosen : defaultOf(others);
  const to = inUse?.id ?? '';
  useEffect(() => {
    if (from === '' || to === '') return;
    const controller = new AbortController();
    const { signal } = controller;
    void api.call('packs:compare', { from, to }, { signal }).then((result) => {
      if (signal.aborted) return;
      if (result.ok) setChanges(result.value);
      else showError(result.error);
    });
    return () => controller.abort();
  }, [from, to]);
  return (
    <section className={styles.section} aria-labelledby="since">
      <h2 id="since">What changed since another catalogue</h2>
      {packs && others.length === 0 ? (
        <>
          <p className={styles.note}>
            Only one catalogue is installed. When a newer one comes, what was added, what is gone
            and what moved is told here.
          </p>
          <Button onPress={() => useLibrary.getState().show('packs')}>Install a pack…</Button>
        </>
      ) : null}
      {others.length > 0 ? (
        <>
          <div className={styles.since}>
            <span>Compared with</span>
            <Select
              label="Catalogue to compare with"
              value={from}
              options={others.map(({ id, name, factsDate }) => ({
                id,
                label: `${name}, facts up to ${dateText(factsDate)}`,
              }))}
              onChange={setChosen}
            />
          </div>
          {changes ? <PackChanges changes={changes} /> : <p role="status">Comparing…</p>}
        </>
      ) : null}
    </section>
  );
}
