import { pricingModels } from '../../../shared/domain/catalogue.ts';
import type { UnderstoodTerm } from '../../../shared/domain/query.ts';
import { fold } from '../../../shared/search/fold.ts';
import { parseQuery, type QueryTerm } from '../../../shared/search/query-language.ts';
import { flag, listHas } from '../../store/catalogue/columns.ts';
import type { Catalogue } from '../../store/catalogue/open-catalogue.ts';
import { trait } from '../../store/catalogue/traits.ts';
import { rankAlternatives } from '../catalogue/alternatives.ts';
import { compileLinkTerms, type IntegratesTerm, type Keeps } from './link-terms.ts';
import { createNameResolver, type NameResolver } from './name-resolver.ts';
import type { SearchEngine } from './search-engine.ts';

/** What a person typed, ready to be asked of the catalogue. */
export interface ReadQuery {
  /** What to search for, without the terms. */
  readonly text: string;
  /** Whether all terms keep a product; null where there are none. */
  readonly keeps: Keeps | null;
  /** The order that `like:` puts its products in, the best first. */
  readonly order: Uint32Array | null;
  readonly terms: readonly UnderstoodTerm[];
  /** What could not be understood, in sentences; such a term keeps everything. */
  readonly problems: readonly string[];
}

export type QueryReader = (typed: string, fit?: Uint16Array) => ReadQuery;

interface Meaning {
  readonly keeps: Keeps;
  /** The values as the catalogue calls them. */
  readonly names: readonly string[];
}

/** Reads queries over one catalogue: terms become tests of columns, names become products. */
export function createQueryReader(catalogue: Catalogue, search: SearchEngine): QueryReader {
  const resolve = createNameResolver(catalogue, search);
  return (typed, fit) => {
    const parsed = parseQuery(typed);
    const problems = [...parsed.problems];
    const terms: UnderstoodTerm[] = [];
    const keeps: Keeps[] = [];
    const qualifiers: QueryTerm[] = [];
    const integrates: IntegratesTerm[] = [];
    let order: Uint32Array | null = null;

    const understood = (term: QueryTerm, names: readonly string[]): void => {
      const { field, negated, start, end } = term;
      terms.push({ field, names: [...names], negated, start, end });
    };
    /** The products that the values name; those that none is called go to the problems. */
    const productsOf = ({ values }: QueryTerm): readonly number[] =>
      values.flatMap((value) => {
        const product = resolve.product(value);
        if (product === undefined) problems.push(`No product is called “${value}”.`);
        return product ?? [];
      });
    const nameOf = (product: number): string => catalogue.repository.row(product).name;

    for (const term of parsed.terms) {
      const { field, negated } = term;
      if (field === 'integrates' || field === 'like') {
        const products = productsOf(term);
        if (products.length === 0) continue;
        understood(term, products.map(nameOf));
        if (field === 'integrates') integrates.push({ products, negated });
        else {
          const alike = alternativesOf(catalogue, products);
          const marks = new Uint8Array(catalogue.columns.size);
          for (const product of alike) marks[product] = 1;
          keeps.push((product) => (marks[product] === 1) !== negated);
          if (!negated) order ??= alike;
        }
      } else if (field === 'via' || field === 'confidence') {
        qualifiers.push(term);
        understood(term, term.values);
      } else if (field === 'fits' && !fit) {
        problems.push('“fits” counts the products of the open stack, and none is open.');
      } else {
        const meaning = meaningOf(term, catalogue, resolve, problems, fit);
        if (!meaning) continue;
        understood(term, meaning.names);
        keeps.push(negated ? (product) => !meaning.keeps(product) : meaning.keeps);
      }
    }
    keeps.push(...compileLinkTerms(catalogue, qualifiers, integrates));
    return {
      text: parsed.text,
      keeps: keeps.length === 0 ? null : (product) => keeps.every((keep) => keep(product)),
      order,
      terms,
      problems: [...new Set(problems)],
    };
  };
}

/** Alternatives to any of the products, those with the most in their favour first. */
function alternativesOf(catalogue: Catalogue, products: readonly number[]): Uint32Array {
  const best = new Map<number, number>();
  for (const asked of products) {
    for (const { product, score } of rankAlternatives(catalogue, asked)) {
      if (score > (best.get(product) ?? -Infinity)) best.set(product, score);
    }
  }
  for (const asked of products) best.delete(asked);
  return Uint32Array.from(
    [...best].sort((a, b) => b[1] - a[1] || a[0] - b[0]),
    ([product]) => product,
  );
}

/** What a term about one product by itself means; null where none of its values does. */
function meaningOf(
  term: QueryTerm,
  catalogue: Catalogue,
  resolve: NameResolver,
  problems: string[],
  fit: Uint16Array | undefined,
): Meaning | null {
  const { columns } = catalogue;
  const { field, values } = term;
  const plain = (keeps: Keeps): Meaning => ({ keeps, names: values });
  const flagged = (bits: number): Keeps => {
    return (product) => (columns.flags[product]! & bits) !== 0;
  };
  /** Of a fact that is stated as yes, stated as no, or not stated. */
  const stated = (yes: number, no: number): Meaning =>
    plain(flagged((values.includes('yes') ? yes : 0) | (values.includes('no') ? no : 0)));
  const named = <T>(what: string, find: (value: string) => readonly T[]): T[] =>
    values.flatMap((value) => {
      const found = find(value);
      if (found.length === 0) problems.push(`No ${what} is called “${value}”.`);
      return found;
    });

  switch (field) {
    case 'category': {
      const chosen = [...new Set(named('category', resolve.categories))];
      const names = [...new Set(values.flatMap(resolve.categoryNames))];
      if (chosen.length === 0) return null;
      return { keeps: (p) => chosen.some((each) => listHas(columns.categories, p, each)), names };
    }
    case 'source': {
      const chosen = [...new Set(named('source', resolve.sources))];
      if (chosen.length === 0) return null;
      return {
        keeps: (p) => chosen.some((each) => listHas(columns.sourceLists, p, each)),
        names: chosen.map(resolve.sourceTitle),
      };
    }
    case 'vendor': {
      const { vendors } = catalogue.traits();
      const parts = named('vendor', (value) => {
        const folded = fold(value);
        return folded !== '' && vendors.some((vendor) => vendor.includes(folded)) ? [folded] : [];
      });
      return parts.length === 0
        ? null
        : plain((p) => parts.some((part) => vendors[p]!.includes(part)));
    }
    case 'domain': {
      const { domains } = catalogue.traits();
      const parts = values.map((value) => value.toLowerCase());
      return plain((p) => parts.some((part) => domains[p]!.includes(part)));
    }
    case 'pricing': {
      const bits = pricingModels.reduce(
        (sum, model, bit) => (values.includes(model) ? sum | (1 << bit) : sum),
        0,
      );
      return plain((p) => (columns.pricing[p]! & bits) !== 0);
    }
    case 'has': {
      const { known } = catalogue.traits();
      const bits = values.reduce(
        (sum, value) => sum | (value in trait ? trait[value as keyof typeof trait] : 0),
        0,
      );
      const linked = values.includes('integrations');
      return plain((p) => (known[p]! & bits) !== 0 || (linked && columns.degree[p]! > 0));
    }
    case 'oss':
      return stated(flag.oss, flag.notOss);
    case 'saas':
      return stated(flag.saas, flag.notSaas);
    case 'tcf':
      return yesNo(values, flagged(flag.tcfVendor));
    case 'kind': {
      const isExtension = flagged(flag.extension);
      const wantsProducts = values.includes('product');
      const wantsExtensions = values.some((value) => value !== 'product');
      return plain((p) => (isExtension(p) ? wantsExtensions : wantsProducts));
    }
    case 'status': {
      const isGone = flagged(flag.discontinued);
      return plain((p) => values.includes(isGone(p) ? 'discontinued' : 'active'));
    }
    case 'fits': {
      const least = Math.min(...values.map(Number));
      return plain((p) => (fit?.[p] ?? 0) >= least);
    }
    default:
      return null;
  }
}

function yesNo(values: readonly string[], is: Keeps): Meaning {
  return { keeps: (product) => values.includes(is(product) ? 'yes' : 'no'), names: values };
}
