import { OWN_SOURCE } from '../custom/own-source.ts';

/**
 * How sure an integration is, by what its evidence says. The rule:
 *
 * - confirmed: both products' own documentation states it, or three independent sources do;
 * - documented: the own documentation of one of the two states it, or two independent sources do;
 * - reported: a single third party states it;
 * - yours: nobody but the person states it.
 *
 * A source is a product's own documentation where the catalogue names that product as its owner: its
 * manual, its connector list, its app store. Sources of one owner count as one, and so does a list
 * that grew out of another: neither is a second witness. What the person added makes no integration
 * of the sources surer: the rule says what can be looked up.
 */
export const confidenceLevels = ['confirmed', 'documented', 'reported', 'yours'] as const;
export type Confidence = (typeof confidenceLevels)[number];

/** Lists that carry another one on under a new name, and whose statements they repeat. */
const grownOutOf: Readonly<Record<string, string>> = { webappanalyzer: 'wappalyzer' };

export interface Witness {
  readonly source: string;
  /** Id of the product whose own documentation the source is, or null for a third party. */
  readonly owner: string | null;
}

export interface Testimony {
  readonly confidence: Confidence;
  /** Ends whose own documentation states it: 0, 1 or 2. */
  readonly ends: number;
  /** Independent sources that state it, the person not counted. */
  readonly independent: number;
}

/** Weighs the sources of an integration between products `from` and `to`, one or more. */
export function weighEvidence(from: string, to: string, witnesses: Iterable<Witness>): Testimony {
  const origins = new Set<string>();
  const ends = new Set<string>();
  for (const { source, owner } of witnesses) {
    if (source === OWN_SOURCE) continue;
    origins.add(owner === null ? `source ${grownOutOf[source] ?? source}` : `owner ${owner}`);
    if (owner === from || owner === to) ends.add(owner);
  }
  const independent = origins.size;
  const confidence =
    ends.size === 2 || independent >= 3
      ? 'confirmed'
      : ends.size === 1 || independent === 2
        ? 'documented'
        : independent === 1
          ? 'reported'
          : 'yours';
  return { confidence, ends: ends.size, independent };
}
