import { ChevronRight } from 'lucide-react';
import { Fragment, useId, useMemo, useState, type ReactNode } from 'react';
import type { Source } from '../../shared/domain/product.ts';
import { SearchBox } from '../explore/search-box.tsx';
import { addressText, count, dateText, licenceText, revisionText } from '../product/words.ts';
import { useSources } from '../state/sources.ts';
import { ExternalLink } from '../ui/external-link.tsx';
import { Page } from './page.tsx';
import {
  sortSources,
  startsDescending,
  type SourceColumn,
  type SourceSort,
} from './sort-sources.ts';
import table from './table.module.css';
import styles from './sources-section.module.css';

const columns: readonly { readonly id: SourceColumn; readonly label: string }[] = [
  { id: 'title', label: 'Source' },
  { id: 'licence', label: 'Licence' },
  { id: 'snapshotDate', label: 'As of' },
  { id: 'products', label: 'Products' },
  { id: 'integrations', label: 'Integrations' },
];

const isNumber = (id: SourceColumn): boolean => id === 'products' || id === 'integrations';

function SourceRow({ source }: { readonly source: Source }): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const detailsId = useId();
  return (
    <Fragment>
      <tr data-open={isOpen || undefined} className={styles.row}>
        <td>
          <button
            type="button"
            className={styles.fold}
            aria-expanded={isOpen}
            aria-controls={detailsId}
            onClick={() => setOpen(!isOpen)}
          >
            <ChevronRight aria-hidden="true" />
            <bdi>{source.title}</bdi>
          </button>
        </td>
        <td className={source.licence === 'NOASSERTION' ? table.muted : ''}>
          {licenceText(source.licence)}
        </td>
        <td className={table.nowrap}>{dateText(source.snapshotDate)}</td>
        <td className={table.number}>{count(source.products)}</td>
        <td className={table.number}>{count(source.integrations)}</td>
      </tr>
      {isOpen ? (
        <tr id={detailsId} className={styles.details}>
          <td colSpan={columns.length}>
            <dl>
              <div>
                <dt>Address</dt>
                <dd>
                  {source.url === '' ? (
                    'Known to its maintainers; no public source lists these products'
                  ) : (
                    <ExternalLink href={source.url}>{addressText(source.url)}</ExternalLink>
                  )}
                </dd>
              </div>
              <div>
                <dt>Revision</dt>
                <dd title={source.revision ?? undefined}>
                  {source.revision === null
                    ? 'Read from several places; no single revision'
                    : revisionText(source.revision)}
                </dd>
              </div>
              <div>
                <dt>What was taken</dt>
                <dd>
                  <bdi>{source.note}</bdi>
                </dd>
              </div>
            </dl>
          </td>
        </tr>
      ) : null}
    </Fragment>
  );
}

/** Where the facts are from, under which licence and as of when. */
export function SourcesSection(): ReactNode {
  const sources = useSources();
  const [text, setText] = useState('');
  const [sort, setSort] = useState<SourceSort>({ column: 'title', isDescending: false });
  const shown = useMemo(() => sortSources(sources ?? [], sort, text), [sources, sort, text]);
  const choose = (column: SourceColumn): void =>
    setSort({
      column,
      isDescending: sort.column === column ? !sort.isDescending : startsDescending(column),
    });
  return (
    <Page
      title="Sources and licences"
      text="Facts only were taken from these public sources: names, addresses, categories and integrations, no texts. Open a source to see what was read and at which revision."
    >
      <div className={styles.search}>
        <SearchBox
          label="Find a source or a licence"
          placeholder="Find a source or a licence"
          value={text}
          onChange={setText}
        />
        <p role="status" className={table.muted}>
          {sources ? `${count(shown.length)} of ${count(sources.length)}` : ''}
        </p>
      </div>
      <table className={table.table}>
        <thead>
          <tr>
            {columns.map(({ id, label }) => (
              <th
                key={id}
                className={isNumber(id) ? table.number : ''}
                aria-sort={
                  sort.column === id ? (sort.isDescending ? 'descending' : 'ascending') : 'none'
                }
              >
                <button type="button" className={table.sort} onClick={() => choose(id)}>
                  {label}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((source) => (
            <SourceRow key={source.id} source={source} />
          ))}
        </tbody>
      </table>
      {sources && shown.length === 0 ? (
        <p className={styles.none}>No source has this name or licence.</p>
      ) : null}
    </Page>
  );
}
