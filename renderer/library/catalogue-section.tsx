import { useEffect, useState, type ReactNode } from 'react';
import type { Output } from '../../shared/contract/contract.ts';
import { api } from '../api.ts';
import { exploreCategory } from '../explore/explore-state.ts';
import { count, dateText } from '../product/words.ts';
import { useCatalogueVersion } from '../state/catalogue-changes.ts';
import { useApp } from '../state/app-state.ts';
import { showError } from '../state/toasts.ts';
import { Page } from './page.tsx';
import styles from './catalogue-section.module.css';

type Stats = Output<'catalogue:stats'>;

const statLabels: readonly (readonly [keyof Stats, string])[] = [
  ['products', 'Products'],
  ['categories', 'Categories'],
  ['integrations', 'Integrations'],
  ['evidence', 'Pieces of evidence'],
  ['aliases', 'Other names'],
  ['sources', 'Sources'],
];

function useStats(): Stats | null {
  const version = useCatalogueVersion((state) => state.version);
  const [stats, setStats] = useState<Stats | null>(null);
  useEffect(() => {
    void api.call('catalogue:stats', {}).then((result) => {
      if (result.ok) setStats(result.value);
      else showError(result.error);
    });
  }, [version]);
  return stats;
}

function CategoryList(): ReactNode {
  const taxonomy = useApp((state) => state.taxonomy);
  const most = Math.max(
    1,
    ...taxonomy.flatMap((group) => group.categories.map(({ products }) => products)),
  );
  return (
    <div className={styles.groups}>
      {taxonomy.map((group) => (
        <section key={group.id}>
          <h3>
            <span
              className={styles.dot}
              style={{ background: `var(--group-${group.id})` }}
              aria-hidden="true"
            />
            {group.name}
          </h3>
          <ul>
            {group.categories.map(({ id, name, covers, products }) => (
              <li key={id}>
                <button type="button" title={covers} onClick={() => exploreCategory(id)}>
                  <span
                    className={styles.bar}
                    style={{
                      width: `${(products / most) * 100}%`,
                      background: `var(--group-${group.id}-soft)`,
                    }}
                    aria-hidden="true"
                  />
                  <span className={styles.name}>{name}</span>
                  <span className={styles.count}>{count(products)}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

export function CatalogueSection(): ReactNode {
  const catalogue = useApp((state) => state.info?.catalogue);
  const stats = useStats();
  return (
    <Page
      title="Catalogue"
      text={
        catalogue
          ? `Version ${catalogue.version}, with facts up to ${dateText(catalogue.factsDate)}. It is part of the application and needs no network.`
          : ''
      }
    >
      <dl className={styles.stats}>
        {statLabels.map(([key, label]) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>{stats ? count(stats[key]) : '–'}</dd>
          </div>
        ))}
      </dl>
      <h2 className={styles.title}>Products by category</h2>
      <p className={styles.note}>
        A product counts in each of its categories. Choose one to list its products.
      </p>
      <CategoryList />
    </Page>
  );
}
