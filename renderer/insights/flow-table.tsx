import type { ReactNode } from 'react';
import type { InsightProduct } from '../../shared/insights/contract.ts';
import { roleOf } from '../../shared/insights/data-roles.ts';
import type { KindFlow } from '../../shared/insights/flow-picture.ts';
import styles from './flow-tab.module.css';

interface FlowTableProps {
  readonly flows: readonly KindFlow[];
  readonly products: readonly InsightProduct[];
}

/** The same as the picture, a row for each band. */
export function FlowTable({ flows, products }: FlowTableProps): ReactNode {
  const name = (place: number): string => products[place]?.name ?? '';
  const rows = [...flows].sort(
    (a, b) =>
      name(a.from).localeCompare(name(b.from)) ||
      name(a.to).localeCompare(name(b.to)) ||
      a.kind.localeCompare(b.kind),
  );
  return (
    <details className={styles.table}>
      <summary>The same as a table</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col">To</th>
            <th scope="col">Data</th>
            <th scope="col">How it is known</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ from, to, kind, isStated }) => (
            <tr key={`${from} ${to} ${kind}`}>
              <td>
                <bdi>{name(from)}</bdi>
              </td>
              <td>
                <bdi>{name(to)}</bdi>
              </td>
              <td>{roleOf[kind].label}</td>
              <td>{isStated ? 'Stated by you' : 'Inferred'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
