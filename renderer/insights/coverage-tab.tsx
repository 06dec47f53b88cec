import { useState, type CSSProperties, type ReactNode } from 'react';
import type { Output } from '../../shared/contract/contract.ts';
import type { InsightProduct } from '../../shared/insights/contract.ts';
import type { CoverageState } from '../../shared/insights/coverage.ts';
import { counted } from '../product/words.ts';
import { useApp } from '../state/app-state.ts';
import { Select } from '../ui/select.tsx';
import { AddButton, ProductChip, ProductChips } from './product-chip.tsx';
import { Answer, TabPage } from './tab-page.tsx';
import { useInsight } from './use-insight.ts';
import styles from './coverage-tab.module.css';

type Coverage = Output<'insights:coverage'>;
type CategoryCoverage = Coverage['categories'][number];

const stateWords: Readonly<Record<CoverageState, string>> = {
  overlap: 'Overlap',
  have: 'Covered',
  partly: 'Besides',
  gap: 'Gap',
};

const stateMeanings: Readonly<Record<CoverageState, string>> = {
  overlap: 'several products have it as their main category',
  have: 'one product has it as its main category',
  partly: 'only products whose main category is another one',
  gap: 'no product',
};

const filters = ['all', 'gap', 'partly', 'have', 'overlap'] as const;
type Filter = (typeof filters)[number];

const SHOWN_MEMBERS = 4;

function Candidates({
  category,
  products,
}: {
  readonly category: CategoryCoverage;
  readonly products: readonly InsightProduct[];
}): ReactNode {
  if (category.candidates.length === 0) return <p>The catalogue has no product for it.</p>;
  return (
    <ul className={styles.candidates}>
      {category.candidates.map(({ product, members }) => {
        const names = members.slice(0, SHOWN_MEMBERS).map((place) => products[place]?.name);
        const rest = members.length - names.length;
        return (
          <li key={product.id}>
            <ProductChip product={product} />
            <span className={styles.fit}>
              {members.length === 0
                ? 'no integration with this stack documented'
                : `integrates with ${members.length}: ${names.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`}
            </span>
            <AddButton product={product} />
          </li>
        );
      })}
    </ul>
  );
}

function CategoryRow({
  category,
  products,
}: {
  readonly category: CategoryCoverage;
  readonly products: readonly InsightProduct[];
}): ReactNode {
  const { categoryId, state, primary, further } = category;
  const info = useApp((app) => app.categories.get(categoryId));
  const [isOpen, setOpen] = useState(false);
  return (
    <li className={styles.row}>
      <span className={`${styles.state} ${styles[state]}`} title={stateMeanings[state]}>
        {stateWords[state]}
      </span>
      <div className={styles.words}>
        <h4>{info?.name ?? categoryId}</h4>
        <p>{info?.covers}</p>
      </div>
      <div className={styles.products}>
        <ProductChips products={[...primary, ...further].map((place) => products[place])} />
        {state === 'gap' || state === 'partly' ? (
          <>
            <button
              type="button"
              className={styles.toggle}
              aria-expanded={isOpen}
              onClick={() => setOpen(!isOpen)}
            >
              {isOpen ? 'Hide what would fit' : 'What would fit'}
              <span className="visually-hidden">: {info?.name}</span>
            </button>
            {isOpen ? <Candidates category={category} products={products} /> : null}
          </>
        ) : null}
      </div>
    </li>
  );
}

/** How the stack covers the taxonomy, and what would fit where it does not. */
export function CoverageTab(): ReactNode {
  const asked = useInsight('insights:coverage', {});
  const taxonomy = useApp((state) => state.taxonomy);
  const [filter, setFilter] = useState<Filter>('all');
  return (
    <TabPage
      title="Coverage of the taxonomy"
      text="What the stack has for each of the catalogue’s categories. A gap is no fault: no company needs all of them. What would fit is ranked by the products of this stack it is documented to integrate with, the better known first among equals."
      actions={
        <Select
          label="Categories shown"
          prefix="Show:"
          value={filter}
          options={filters.map((id) => ({ id, label: id === 'all' ? 'All' : stateWords[id] }))}
          onChange={(id) => setFilter(id as Filter)}
        />
      }
    >
      <Answer asked={asked}>
        {({ categories, products }) => {
          const count = (state: CoverageState): number =>
            categories.filter((each) => each.state === state).length;
          return (
            <>
              <p role="status" className={styles.sum}>
                Of {counted(categories.length, 'category', 'categories')}: {count('have')} covered
                by one product, {count('overlap')} by several, {count('partly')} only besides,{' '}
                {count('gap')} not at all.
              </p>
              {taxonomy.map((group) => {
                const own = categories.filter(({ groupId }) => groupId === group.id);
                const shown = own.filter(({ state }) => filter === 'all' || state === filter);
                if (shown.length === 0) return null;
                const covered = own.filter(({ state }) => state === 'have' || state === 'overlap');
                return (
                  <section
                    key={group.id}
                    className={styles.group}
                    style={{ '--group': `var(--group-${group.id})` } as CSSProperties}
                  >
                    <h3>
                      {group.name}
                      <span>
                        {covered.length} of {own.length} covered
                      </span>
                    </h3>
                    <ul>
                      {shown.map((category) => (
                        <CategoryRow
                          key={category.categoryId}
                          category={category}
                          products={products}
                        />
                      ))}
                    </ul>
                  </section>
                );
              })}
            </>
          );
        }}
      </Answer>
    </TabPage>
  );
}
