import type { Curated, WordRule } from './curated.ts';
import { categoryKey } from './curated.ts';
import type { FactRow } from './read-facts.ts';
import { byText } from './order.ts';

/** Votes of one row or product: category or "-reason" → weight. */
export type Votes = Map<string, number>;

export type Categoriser = {
  /** Taxonomy categories a row's own categories stand for, weak ones left out. */
  readonly fieldsOf: (fact: FactRow) => ReadonlySet<string>;
  readonly decide: (facts: readonly FactRow[], name: string) => Decision;
  /** Source categories that neither the table nor the words cover: "source<TAB>category" → rows. */
  readonly unmapped: ReadonlyMap<string, number>;
};

export type Decision =
  | { readonly categories: readonly [string, ...string[]]; readonly by: 'sources' | 'name' }
  | { readonly excluded: string };

/** Below this weight a category is only a hint of what a product does ("Productivity", "Marketing"). */
const specific = 2;

/** A secondary category needs this share of the primary one's weight. */
const secondaryShare = 0.34;
const mostCategories = 4;

function add(votes: Votes, target: string, weight: number): void {
  votes.set(target, (votes.get(target) ?? 0) + weight);
}

function wordVotes(text: string, words: readonly WordRule[]): Votes {
  const votes: Votes = new Map();
  for (const rule of words) if (rule.pattern.test(text)) add(votes, rule.category, rule.weight);
  return votes;
}

/** The source's categories; an adapter for one kind of media is told from one for all. */
function categoriesOf(fact: FactRow): readonly string[] {
  const media: unknown = fact.attrs.mediaTypes;
  if (!Array.isArray(media) || media.length !== 1) return fact.categories;
  return fact.categories.map((name) => (name === 'Bid adapter' ? `${name} (${media[0]})` : name));
}

/** Turns the categories of the sources into those of the taxonomy. */
export function createCategoriser(curated: Curated): Categoriser {
  const unmapped = new Map<string, number>();

  const targets = (source: string, category: string): Votes => {
    const known =
      curated.sourceCategories.get(categoryKey(source, category)) ??
      curated.sourceCategories.get(categoryKey('*', category));
    if (known !== undefined)
      return new Map(known.target === '?' ? [] : [[known.target, known.weight]]);
    const votes = wordVotes(category, curated.words);
    if (votes.size === 0) {
      const key = `${source}\t${category}`;
      unmapped.set(key, (unmapped.get(key) ?? 0) + 1);
    }
    return votes;
  };

  /** One row's votes. A row in many categories says less about each of them. */
  const rowVotes = (fact: FactRow): Votes => {
    const votes: Votes = new Map();
    for (const category of categoriesOf(fact)) {
      for (const [target, weight] of targets(fact.source, category)) {
        votes.set(target, Math.max(votes.get(target) ?? 0, weight));
      }
    }
    const share = 1 / Math.sqrt(Math.max(1, votes.size));
    return new Map([...votes].map(([target, weight]) => [target, weight * share]));
  };

  return {
    unmapped,
    fieldsOf: (fact) => {
      const fields = new Set<string>();
      for (const category of categoriesOf(fact)) {
        for (const [target, weight] of targets(fact.source, category)) {
          if (weight >= specific && !target.startsWith('-')) fields.add(target);
        }
      }
      return fields;
    },
    decide: (facts, name) => {
      const votes: Votes = new Map();
      for (const fact of facts)
        for (const [target, weight] of rowVotes(fact)) add(votes, target, weight);
      // What a source is about stands in only where no source says more.
      if (votes.size === 0) {
        for (const fact of facts) {
          const whole = curated.sourceCategories.get(categoryKey(fact.source, '*'));
          if (whole !== undefined) add(votes, whole.target, whole.weight);
        }
      }
      const good = [...votes].filter(([target]) => !target.startsWith('-'));
      const against = [...votes].filter(([target]) => target.startsWith('-'));
      const sum = (list: readonly (readonly [string, number])[]): number =>
        list.reduce((total, [, weight]) => total + weight, 0);
      if (sum(against) > sum(good)) {
        const [reason] = against.sort((a, b) => b[1] - a[1] || byText(a[0], b[0]))[0] ?? [
          '-unknown',
        ];
        return { excluded: reason.slice(1) };
      }
      const fromName = wordVotes(name, curated.words);
      const strongest = Math.max(0, ...good.map(([, weight]) => weight));
      // Where the sources only hint, the name decides between hints; it never overrules a clear statement.
      if (strongest < specific * 1.5)
        for (const [target, weight] of fromName) add(votes, target, weight * 0.75);
      const ranked = [...votes]
        .filter(([target]) => !target.startsWith('-'))
        .sort((a, b) => b[1] - a[1] || byText(a[0], b[0]));
      const first = ranked[0];
      if (first === undefined) return { excluded: 'no-category' };
      const further = ranked
        .slice(1)
        .filter(([, weight]) => weight >= first[1] * secondaryShare && weight >= 1)
        .slice(0, mostCategories - 1)
        .map(([target]) => target);
      return { categories: [first[0], ...further], by: good.length > 0 ? 'sources' : 'name' };
    },
  };
}
