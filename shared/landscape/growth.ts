/** A published count of the marketing-technology landscape. */
export interface PublishedCount {
  readonly year: number;
  readonly products: number;
  /** Whether those who counted gave a round number. */
  readonly isRound: boolean;
  /** Who published it, or who passes it on. */
  readonly source: string;
}

const brinker = 'Scott Brinker, chiefmartec';

/**
 * How many products the published landscapes counted since the first one. They are counts by hand of
 * one team over the years, under rules that changed; years without a count that could be confirmed
 * are left out. The counts from 2022 on are quoted from texts about the landscape.
 */
export const publishedCounts: readonly PublishedCount[] = [
  { year: 2011, products: 150, isRound: true, source: `${brinker}, in Advertising Age` },
  { year: 2012, products: 350, isRound: true, source: `${brinker}, quoted by Marketoonist` },
  { year: 2014, products: 1000, isRound: true, source: `${brinker}, quoted by Only Dead Fish` },
  {
    year: 2015,
    products: 1876,
    isRound: false,
    source: `${brinker}, by the gift for the Stackies`,
  },
  { year: 2016, products: 3874, isRound: false, source: `${brinker}, quoted by NIMA` },
  { year: 2017, products: 5381, isRound: false, source: `${brinker}, in Advertising Age` },
  { year: 2019, products: 6829, isRound: false, source: `${brinker}, quoted by Marketoonist` },
  { year: 2020, products: 8000, isRound: true, source: `${brinker}, quoted by Gringo Marketing` },
  {
    year: 2022,
    products: 9932,
    isRound: false,
    source: `${brinker} and Frans Riemersma, martechmap`,
  },
  { year: 2023, products: 11_000, isRound: true, source: `${brinker} and Frans Riemersma, quoted` },
  {
    year: 2024,
    products: 14_106,
    isRound: false,
    source: `${brinker} and Frans Riemersma, quoted`,
  },
  {
    year: 2025,
    products: 15_384,
    isRound: false,
    source: `${brinker} and Frans Riemersma, quoted`,
  },
  {
    year: 2026,
    products: 15_505,
    isRound: false,
    source: `${brinker} and Frans Riemersma, quoted`,
  },
];
