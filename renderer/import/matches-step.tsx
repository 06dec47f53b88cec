import { useMemo, type ReactNode } from 'react';
import type { ImportMatch } from '../../shared/import/contract.ts';
import { doubtRules, type Decision, type DoubtRule } from '../../shared/import/plan.ts';
import { fold } from '../../shared/search/fold.ts';
import { useApp } from '../state/app-state.ts';
import { count, counted } from '../product/words.ts';
import { Button } from '../ui/button.tsx';
import { CheckBox } from '../ui/check-box.tsx';
import { Select, type SelectSection } from '../ui/select.tsx';
import {
  cancelImport,
  decide,
  planOf,
  setCategory,
  useImport,
  writeImport,
} from './import-state.ts';
import { MOST_ON_STACK, productsOfRows } from './put-on-stack.ts';
import styles from './import.module.css';

const SHOWN = 200;
const SHOWN_PROBLEMS = 100;

const doubtLabels: Readonly<Record<DoubtRule, string>> = {
  skip: 'Leave doubtful ones out',
  match: 'Take the likeliest product',
  new: 'Add them as new products',
};

interface Doubt {
  /** What a decision is kept under: a row of products, an end of integrations. */
  readonly key: number;
  readonly title: string;
  readonly hint: string;
  readonly match: ImportMatch;
}

function useDoubts(): readonly Doubt[] {
  const { kind, products, ends, matches } = useImport();
  return useMemo(() => {
    const of = (
      key: number,
      title: string,
      hint: string,
      match: ImportMatch | undefined,
    ): Doubt[] =>
      match?.state === 'doubtful' || (kind === 'integrations' && match?.state === 'new')
        ? [{ key, title, hint, match }]
        : [];
    return kind === 'products'
      ? products.flatMap((draft, index) =>
          of(draft.row, draft.name, `Row ${draft.row}: `, matches[index]),
        )
      : ends.flatMap((end, index) => of(index, end, '', matches[index]));
  }, [kind, products, ends, matches]);
}

/** Values of the select beside the ids of products, which never begin with a hyphen. */
const RULE = '-rule';
const NEW = '-new';
const SKIP = '-skip';

function toDecision(value: string): Decision | null {
  if (value === RULE) return null;
  if (value === NEW) return 'new';
  return value === SKIP ? 'skip' : { is: value };
}

function DoubtRow({ doubt }: { readonly doubt: Doubt }): ReactNode {
  const { decisions, kind } = useImport();
  const decision = decisions.get(doubt.key);
  const value =
    decision === undefined
      ? RULE
      : decision === 'new'
        ? NEW
        : decision === 'skip'
          ? SKIP
          : decision.is;
  const options = [
    { id: RULE, label: 'By the rule above' },
    ...doubt.match.products.map(({ id, name }) => ({ id, label: `It is ${name}` })),
    ...(kind === 'products' ? [{ id: NEW, label: 'It is a new product' }] : []),
    { id: SKIP, label: 'Leave it out' },
  ];
  return (
    <li>
      <div className={styles.what}>
        <bdi>{doubt.title.slice(0, 120)}</bdi>
        <small>
          {doubt.hint}
          {doubt.match.why}
        </small>
      </div>
      <div className={styles.choice}>
        <Select
          label={`What ${doubt.title.slice(0, 60)} is`}
          value={value}
          options={options}
          onChange={(id) => decide(doubt.key, toDecision(id))}
        />
      </div>
    </li>
  );
}

function Doubts(): ReactNode {
  const doubts = useDoubts();
  const { onDoubt, kind } = useImport();
  if (doubts.length === 0) return null;
  const rules = doubtRules.filter((rule) => kind === 'products' || rule !== 'new');
  return (
    <section className={styles.section} aria-label="Doubtful">
      <h2>
        {kind === 'products' ? 'Doubtful' : 'Ends that are not sure'}{' '}
        <span>{count(doubts.length)}</span>
      </h2>
      <div className={styles.facts}>
        <div className={styles.field}>
          <Select
            label="Rule for doubtful rows"
            value={onDoubt}
            options={rules.map((id) => ({ id, label: doubtLabels[id] }))}
            onChange={(id) => useImport.setState({ onDoubt: id as DoubtRule })}
          />
        </div>
      </div>
      <ul className={styles.list}>
        {doubts.slice(0, SHOWN).map((doubt) => (
          <DoubtRow key={doubt.key} doubt={doubt} />
        ))}
      </ul>
      {doubts.length > SHOWN ? <p>{count(doubts.length - SHOWN)} more go by the rule.</p> : null}
    </section>
  );
}

function useCategorySections(): readonly SelectSection[] {
  const taxonomy = useApp((state) => state.taxonomy);
  return useMemo(
    () =>
      taxonomy.map(({ name, categories }) => ({
        title: name,
        options: categories.map(({ id, name: label }) => ({ id, label })),
      })),
    [taxonomy],
  );
}

function Categories(): ReactNode {
  const { products, categories, otherwise, kind } = useImport();
  const sections = useCategorySections();
  const said = useMemo(() => {
    const counts = new Map<string, { readonly text: string; rows: number }>();
    for (const text of products.flatMap((draft) => draft.categories)) {
      const key = fold(text);
      const entry = counts.get(key);
      if (entry) entry.rows++;
      else counts.set(key, { text, rows: 1 });
    }
    return [...counts].sort(([, p], [, q]) => q.rows - p.rows);
  }, [products]);
  if (kind !== 'products') return null;
  // Those that were recognised can be seen and changed as well, after the others.
  const open = said.filter(([key]) => !categories.has(key));
  const known = said.filter(([key]) => categories.has(key));
  return (
    <section className={styles.section} aria-label="Categories">
      <h2>Categories</h2>
      <div className={styles.facts}>
        <div className={styles.field}>
          <span>Where none is said or known</span>
          <Select
            label="Category where none is known"
            value={otherwise}
            sections={sections}
            onChange={(id) => useImport.setState({ otherwise: id })}
          />
        </div>
      </div>
      <ul className={styles.list}>
        {[...open, ...known].slice(0, SHOWN).map(([key, { text, rows }]) => (
          <li key={key}>
            <div className={styles.what}>
              <bdi>{text.slice(0, 100)}</bdi>
              <small>{counted(rows, 'row', 'rows')}</small>
            </div>
            <div className={styles.choice}>
              <Select
                label={`Category for ${text.slice(0, 60)}`}
                value={categories.get(key) ?? ''}
                options={[{ id: '', label: 'Not known' }]}
                sections={sections}
                onChange={(id) => {
                  if (id !== '') setCategory(key, id);
                }}
              />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the rows are, what is doubtful and what cannot be read, before anything is written. */
export function MatchesStep(): ReactNode {
  const state = useImport();
  const plan = useMemo(() => planOf(state), [state]);
  const { kind, busy } = state;
  const onStack = useMemo(() => {
    const { ids, names } = productsOfRows(state);
    return ids.length + names.length;
  }, [state]);
  const problems = [...state.problems, ...plan.problems];
  const written = plan.products.length + plan.integrations.length;
  const tiles: readonly (readonly [number, string])[] =
    kind === 'products'
      ? [
          [plan.products.length, 'new products'],
          [plan.marks.length, 'known ones that get your tags or notes'],
          [plan.unchanged, 'known already, nothing to add'],
          [plan.skipped, 'left out'],
          [problems.length, 'remarks on rows'],
        ]
      : [
          [plan.integrations.length, 'integrations to add'],
          [problems.length, 'remarks on rows'],
        ];
  return (
    <div className={styles.panel}>
      <ul className={styles.counts}>
        {tiles.map(([number, words]) => (
          <li key={words}>
            <strong>{count(number)}</strong>
            <span>{words}</span>
          </li>
        ))}
      </ul>
      <Doubts />
      <Categories />
      {problems.length > 0 ? (
        <section className={styles.section} aria-label="Remarks">
          <h2>
            Remarks <span>{count(problems.length)}</span>
          </h2>
          <ul className={styles.list}>
            {problems.slice(0, SHOWN_PROBLEMS).map(({ row, column, reason }, index) => (
              <li key={index}>
                <div className={styles.what}>
                  <bdi>{reason}</bdi>
                  <small>
                    Row {count(row)}
                    {column === null ? '' : `, column ${column}`}
                  </small>
                </div>
              </li>
            ))}
          </ul>
          {problems.length > SHOWN_PROBLEMS ? (
            <p>{count(problems.length - SHOWN_PROBLEMS)} more like these.</p>
          ) : null}
        </section>
      ) : null}
      <footer className={styles.foot}>
        <p>All of it is written at once, and can be taken back at once.</p>
        {kind === 'products' ? (
          <CheckBox
            isSelected={state.makesStack}
            isDisabled={onStack === 0 || onStack > MOST_ON_STACK}
            onChange={(makesStack) => useImport.setState({ makesStack })}
          >
            Make a stack of them
          </CheckBox>
        ) : null}
        <Button onPress={cancelImport}>Cancel</Button>
        <Button onPress={() => useImport.setState({ step: 'columns' })}>Back</Button>
        <Button
          tone="primary"
          isDisabled={(written + plan.marks.length === 0 && !state.makesStack) || busy !== null}
          onPress={() => void writeImport()}
        >
          {written + plan.marks.length === 0 && state.makesStack
            ? `Make a stack of ${counted(onStack, 'product', 'products')}`
            : kind === 'products'
              ? `Import ${counted(plan.products.length + plan.marks.length, 'product', 'products')}`
              : `Import ${counted(plan.integrations.length, 'integration', 'integrations')}`}
        </Button>
      </footer>
    </div>
  );
}
