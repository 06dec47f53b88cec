import { integrationKinds } from '../../../shared/domain/catalogue.ts';
import { confidenceLevels } from '../../../shared/domain/confidence.ts';
import type { QueryTerm } from '../../../shared/search/query-language.ts';
import { otherEnd, type LinkIndex } from '../../store/catalogue/links.ts';
import type { Catalogue } from '../../store/catalogue/open-catalogue.ts';

export type Keeps = (product: number) => boolean;

/** Which integrations a term about integrations means. */
type LinkTest = (links: LinkIndex, link: number) => boolean;

type LinkTerm = Pick<QueryTerm, 'field' | 'values' | 'negated'>;

function linkTest({ field, values }: LinkTerm): LinkTest {
  if (field === 'confidence') {
    // The surest level stands first, so "at least" is "no further down".
    const least = Math.max(
      ...values.map((value) => confidenceLevels.findIndex((level) => level === value)),
    );
    return (links, link) => links.confidence[link]! <= least;
  }
  const kinds = values.map((value) => integrationKinds.findIndex((kind) => kind === value));
  return (links, link) => kinds.includes(links.kind[link]!);
}

/** Marks the products at either end of a link that passes, or at the other end of one of `ends`. */
function markEnds(
  links: LinkIndex,
  size: number,
  passes: (link: number) => boolean,
  ends?: readonly number[],
): Uint8Array {
  const marks = new Uint8Array(size);
  if (ends) {
    for (const end of ends) {
      for (let at = links.starts[end]!; at < links.starts[end + 1]!; at++) {
        const link = links.touching[at]!;
        if (passes(link)) marks[otherEnd(links, link, end)] = 1;
      }
    }
    return marks;
  }
  for (let link = 0; link < links.size; link++) {
    if (passes(link)) marks[links.from[link]!] = marks[links.to[link]!] = 1;
  }
  return marks;
}

/** A term `integrates:` with the products it means. */
export interface IntegratesTerm {
  readonly products: readonly number[];
  readonly negated: boolean;
}

/**
 * What the terms about integrations keep. `via:` and `confidence:` speak of the integrations that `integrates:` asks
 * for where there are such, so that `integrates:X via:audience` means an audience integration with
 * X; by themselves they ask for any such integration. A negated term allows none at all.
 */
export function compileLinkTerms(
  catalogue: Catalogue,
  qualifiers: readonly LinkTerm[],
  integrates: readonly IntegratesTerm[],
): Keeps[] {
  if (qualifiers.length === 0 && integrates.length === 0) return [];
  const links = catalogue.links();
  const { size } = catalogue.columns;
  const wanted = qualifiers.filter(({ negated }) => !negated).map(linkTest);
  const passes = (link: number): boolean => wanted.every((test) => test(links, link));
  const kept = (marks: Uint8Array, negated = false): Keeps =>
    negated ? (product) => marks[product] === 0 : (product) => marks[product] === 1;

  const keeps: Keeps[] = qualifiers
    .filter(({ negated }) => negated)
    .map((term) => {
      const test = linkTest(term);
      return kept(
        markEnds(links, size, (link) => test(links, link)),
        true,
      );
    });
  for (const { products, negated } of integrates) {
    keeps.push(kept(markEnds(links, size, negated ? () => true : passes, products), negated));
  }
  const isBound = integrates.some(({ negated }) => !negated);
  if (wanted.length > 0 && !isBound) keeps.push(kept(markEnds(links, size, passes)));
  return keeps;
}
