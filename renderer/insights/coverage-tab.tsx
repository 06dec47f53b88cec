import { useState, type CSSProperties, type ReactNode } from 'react';
import type { Output } from '../../shared/contract/contract.ts';
import type { InsightProduct } from '../../shared/insights/contract.ts';
import {
  coverageByLane,
  type CoverageState,
  type LaneCoverage,
} from '../../shared/insights/coverage.ts';
import type { CategoryGroup } from '../../shared/domain/product.ts';
import type { StackTemplate } from '../../shared/stack/templates/template.ts';
import { findTemplate, templates } from '../../shared/stack/templates/templates.ts';
import { virtualPlatformTemplate } from '../../shared/stack/templates/virtual-platform.ts';
import { counted } from '../product/words.ts';
import { useApp } from '../state/app-state.ts';
import { useStacks } from '../state/stacks.ts';
import { Select } from '../ui/select.tsx';
import { useInsights } from './insights-state.ts';
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

interface Part {
  readonly key: string;
  readonly title: string;
  readonly colour: string;
  readonly categories: readonly CategoryCoverage[];
  readonly capabilities: readonly LaneCoverage['capabilities'][number][];
}

/** The groups of the taxonomy, or the lanes of a template. */
function partsOf(
  template: StackTemplate | undefined,
  taxonomy: readonly CategoryGroup[],
  categories: readonly CategoryCoverage[],
): Part[] {
  if (!template) {
    return taxonomy.map(({ id, name }) => ({
      key: id,
      title: name,
      colour: `var(--group-${id})`,
      categories: categories.filter(({ groupId }) => groupId === id),
      capabilities: [],
    }));
  }
  return coverageByLane(template, categories).map((lane) => ({
    key: lane.title,
    title: lane.title,
    colour: 'var(--border-strong)',
    categories: categories.filter(({ categoryId }) => lane.categories.includes(categoryId)),
    capabilities: lane.capabilities,
  }));
}

/** What a template expects of one of its lanes, each with whether the stack has it. */
function Expected({ capabilities }: Pick<Part, 'capabilities'>): ReactNode {
  const names = useApp((state) => state.categories);
  if (capabilities.length === 0) return null;
  return (
    <p className={styles.expected}>
      Expected:{' '}
      {capabilities.map(({ title, state, categories }) => (
        <span
          key={title}
          className={`${styles.state} ${styles[state]}`}
          title={categories.map((id) => names.get(id)?.name ?? id).join(' or ')}
        >
          {title}: {stateWords[state].toLowerCase()}
        </span>
      ))}
    </p>
  );
}

function PartSection({
  part,
  filter,
  products,
}: {
  readonly part: Part;
  readonly filter: Filter;
  readonly products: readonly InsightProduct[];
}): ReactNode {
  const { title, colour, categories, capabilities } = part;
  const shown = categories.filter(({ state }) => filter === 'all' || state === filter);
  const covered = categories.filter(({ state }) => state === 'have' || state === 'overlap');
  if (shown.length === 0) return null;
  return (
    <section className={styles.group} style={{ '--group': colour } as CSSProperties}>
      <h3>
        {title}
        <span>
          {covered.length} of {categories.length} covered
        </span>
      </h3>
      <Expected capabilities={capabilities} />
      <ul>
        {shown.map((category) => (
          <CategoryRow key={category.categoryId} category={category} products={products} />
        ))}
      </ul>
    </section>
  );
}

const TAXONOMY = 'taxonomy';
/** The four layers come first: they are what a stack is held against most often. */
const frames = [
  { id: TAXONOMY, label: 'Taxonomy' },
  ...[virtualPlatformTemplate, ...templates.filter((each) => each !== virtualPlatformTemplate)]
    .filter(({ id }) => id !== TAXONOMY)
    .map(({ id, title }) => ({ id, label: title })),
];

/** How the stack covers the taxonomy or a template, and what would fit where it does not. */
export function CoverageTab(): ReactNode {
  const asked = useInsight('insights:coverage', {});
  const taxonomy = useApp((state) => state.taxonomy);
  const { against, coverAgainst } = useInsights();
  const [filter, setFilter] = useState<Filter>('all');
  const own = useStacks((state) => state.current?.stack.templateId ?? TAXONOMY);
  const frame = against ?? own;
  const template = frame === TAXONOMY ? undefined : findTemplate(frame);
  return (
    <TabPage
      title={template ? `Coverage: ${template.title}` : 'Coverage of the taxonomy'}
      text={
        template
          ? `${template.about} Each category stands where the template puts it; what it expects is said with each part. What would fit a gap is ranked by the products of this stack it is documented to integrate with.`
          : 'What the stack has for each of the catalogue’s categories. A gap is no fault: no company needs all of them. What would fit is ranked by the products of this stack it is documented to integrate with, the better known first among equals.'
      }
      actions={
        <>
          <Select
            label="Held against"
            prefix="Against:"
            value={template?.id ?? TAXONOMY}
            options={frames}
            onChange={coverAgainst}
          />
          <Select
            label="Categories shown"
            prefix="Show:"
            value={filter}
            options={filters.map((id) => ({ id, label: id === 'all' ? 'All' : stateWords[id] }))}
            onChange={(id) => setFilter(id as Filter)}
          />
        </>
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
              {partsOf(template, taxonomy, categories).map((part) => (
                <PartSection key={part.key} part={part} filter={filter} products={products} />
              ))}
            </>
          );
        }}
      </Answer>
    </TabPage>
  );
}
