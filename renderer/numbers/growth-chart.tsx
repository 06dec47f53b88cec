import type { ReactNode } from 'react';
import { publishedCounts } from '../../shared/landscape/growth.ts';
import { count } from '../product/words.ts';
import styles from './numbers.module.css';

const WIDTH = 760;
const HEIGHT = 220;
const LEFT = 52;
const BOTTOM = 26;
const TOP = 14;

const first = publishedCounts[0]!.year;
const last = publishedCounts.at(-1)!.year;
const TALLEST = 16_000;
const x = (year: number): number => LEFT + ((year - first) / (last - first)) * (WIDTH - LEFT - 40);
const y = (products: number): number => TOP + (1 - products / TALLEST) * (HEIGHT - TOP - BOTTOM);

/** How the landscape has grown since it was first counted, as a line and as a table. */
export function GrowthChart(): ReactNode {
  const points = publishedCounts.map(({ year, products }) => `${x(year)},${y(products)}`);
  const newest = publishedCounts.at(-1)!;
  return (
    <section className={styles.section} aria-labelledby="growth">
      <h2 id="growth">Growth of the landscape</h2>
      <p className={styles.note}>
        Products in the published landscapes of marketing technology, from about{' '}
        {count(publishedCounts[0]!.products)} in {first} to {count(newest.products)} in {last}.
        Counted by hand under rules that changed; the catalogue here is a selection of its own.
      </p>
      <svg
        className={styles.growth}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`Line from ${first} to ${last}; the table below has the numbers`}
      >
        {[0, 4000, 8000, 12_000, 16_000].map((value) => (
          <g key={value}>
            <line x1={LEFT} x2={WIDTH} y1={y(value)} y2={y(value)} className={styles.grid} />
            <text x={LEFT - 8} y={y(value) + 4} textAnchor="end">
              {count(value)}
            </text>
          </g>
        ))}
        <polyline points={points.join(' ')} className={styles.line} />
        {publishedCounts.map(({ year, products }) => (
          <g key={year}>
            <circle cx={x(year)} cy={y(products)} r="3.5" className={styles.point}>
              <title>{`${year}: ${count(products)}`}</title>
            </circle>
            <text x={x(year)} y={HEIGHT - 8} textAnchor="middle">
              {year}
            </text>
          </g>
        ))}
      </svg>
      <details>
        <summary>Numbers and their sources</summary>
        <table className={styles.plain}>
          <thead>
            <tr>
              <th scope="col">Year</th>
              <th scope="col">Products</th>
              <th scope="col">Published by</th>
            </tr>
          </thead>
          <tbody>
            {publishedCounts.map(({ year, products, isRound, source }) => (
              <tr key={year}>
                <td>{year}</td>
                <td>
                  {isRound ? 'about ' : ''}
                  {count(products)}
                </td>
                <td>{source}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
