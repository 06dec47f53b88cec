import { ChevronRight } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import type { Product } from '../../shared/domain/product.ts';
import { useSourcesById } from '../state/sources.ts';
import { ExternalLink } from '../ui/external-link.tsx';
import { Section } from './section.tsx';
import { addressText, dateText, licenceText } from './words.ts';
import styles from './product-sources.module.css';

const SHOWN_AT_FIRST = 5;

type SourceRow = Product['sourceRows'][number];

function SourceItem({
  row,
  productName,
}: {
  readonly row: SourceRow;
  readonly productName: string;
}) {
  const source = useSourcesById().get(row.source);
  const [isOpen, setOpen] = useState(false);
  const detailsId = useId();
  return (
    <li>
      <button
        type="button"
        className={styles.head}
        aria-expanded={isOpen}
        aria-controls={detailsId}
        onClick={() => setOpen(!isOpen)}
      >
        <ChevronRight aria-hidden="true" />
        <bdi className={styles.title}>{source?.title ?? row.source}</bdi>
        {row.name === productName ? null : <bdi className={styles.name}>{row.name}</bdi>}
      </button>
      <div id={detailsId} hidden={!isOpen} className={styles.details}>
        {isOpen ? (
          <dl>
            <div>
              <dt>Its name</dt>
              <dd>
                <bdi>{row.name}</bdi>
              </dd>
            </div>
            {row.homepage === null ? null : (
              <div>
                <dt>Its address</dt>
                <dd>
                  <ExternalLink href={row.homepage}>{addressText(row.homepage)}</ExternalLink>
                </dd>
              </div>
            )}
            <div>
              <dt>Why it is here</dt>
              <dd>{row.why}</dd>
            </div>
            {source ? (
              <>
                <div>
                  <dt>Licence</dt>
                  <dd>{licenceText(source.licence)}</dd>
                </div>
                <div>
                  <dt>As of</dt>
                  <dd>{dateText(source.snapshotDate)}</dd>
                </div>
                <div>
                  <dt>Source</dt>
                  <dd>
                    {source.url === '' ? (
                      'Known to its maintainers; no public source lists these products'
                    ) : (
                      <ExternalLink href={source.url}>{addressText(source.url)}</ExternalLink>
                    )}
                  </dd>
                </div>
              </>
            ) : null}
          </dl>
        ) : null}
      </div>
    </li>
  );
}

/** The source rows that make up the record, and why each belongs to it. */
export function ProductSources({ product }: { readonly product: Product }): ReactNode {
  const [isAll, setAll] = useState(false);
  const { sourceRows } = product;
  const shown = isAll ? sourceRows : sourceRows.slice(0, SHOWN_AT_FIRST);
  return (
    <Section title="Sources" count={product.sources}>
      <ul className={styles.rows}>
        {shown.map((row) => (
          <SourceItem key={`${row.source} ${row.key}`} row={row} productName={product.name} />
        ))}
      </ul>
      {shown.length < sourceRows.length ? (
        <button type="button" className={styles.more} onClick={() => setAll(true)}>
          Show all {sourceRows.length} rows
        </button>
      ) : null}
    </Section>
  );
}
