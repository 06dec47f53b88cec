import type { ReactNode } from 'react';
import { separators } from '../../shared/finder/table-rows.ts';
import { fieldLabels, fieldsOf, requiredOf, type ImportKind } from '../../shared/import/columns.ts';
import { encodingLabels, encodings, type Encoding } from '../../shared/import/decode-text.ts';
import { counted } from '../product/words.ts';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import {
  cancelImport,
  chooseTable,
  compare,
  missingColumns,
  readAgain,
  setColumn,
  useImport,
} from './import-state.ts';
import styles from './import.module.css';

const separatorLabels: Readonly<Record<string, string>> = {
  ',': 'Comma',
  ';': 'Semicolon',
  '\t': 'Tab',
  '|': 'Vertical bar',
};

/** A select stands for "none" by an id that no column has. */
const NONE = 'none';

function HowToRead(): ReactNode {
  const { file, options, table, kind } = useImport();
  if (!file) return null;
  return (
    <div className={styles.facts}>
      <div className={styles.field}>
        <span>These are</span>
        <Select
          label="What the rows are"
          value={kind}
          options={[
            { id: 'products', label: 'Products' },
            { id: 'integrations', label: 'Integrations' },
          ]}
          onChange={(id) => chooseTable(table, id as ImportKind)}
        />
      </div>
      {file.tables.length > 1 ? (
        <div className={styles.field}>
          <span>{file.format === 'workbook' ? 'Sheet' : 'Part'}</span>
          <Select
            label="Table to import"
            value={String(table)}
            options={file.tables.map(({ name, rows }, index) => ({
              id: String(index),
              label: name || `Table ${index + 1}`,
              hint: counted(rows, 'row', 'rows'),
            }))}
            onChange={(id) => chooseTable(Number(id))}
          />
        </div>
      ) : null}
      {file.encoding ? (
        <div className={styles.field}>
          <span>Encoding</span>
          <Select
            label="Encoding of the file"
            value={file.encoding}
            options={encodings.map((id) => ({ id, label: encodingLabels[id] }))}
            onChange={(id) => readAgain({ encoding: id as Encoding })}
          />
        </div>
      ) : null}
      {file.separator !== null ? (
        <>
          <div className={styles.field}>
            <span>Separator</span>
            <Select
              label="Separator of the columns"
              value={file.separator}
              options={separators.map((id) => ({ id, label: separatorLabels[id] ?? id }))}
              onChange={(separator) => readAgain({ separator })}
            />
          </div>
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={options.hasHeader ?? true}
              onChange={(event) => readAgain({ hasHeader: event.target.checked })}
            />
            The first row names the columns
          </label>
        </>
      ) : null}
    </div>
  );
}

function Preview(): ReactNode {
  const { file, table, mapping } = useImport();
  const chosen = file?.tables[table];
  if (!chosen) return null;
  const fieldOf = new Map(
    Object.entries(mapping).map(([field, column]) => [column, field as keyof typeof fieldLabels]),
  );
  return (
    <div className={styles.scroll} role="group" aria-label="The first rows" tabIndex={0}>
      <table className={styles.preview}>
        <thead>
          <tr>
            <th scope="col">Row</th>
            {chosen.header.map((name, column) => {
              const field = fieldOf.get(column);
              return (
                <th key={name} scope="col" className={field ? styles.used : ''}>
                  <bdi>{name}</bdi>
                  {field ? ` → ${fieldLabels[field]}` : ''}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {chosen.preview.map((row, index) => (
            // Rows have nothing of their own to go by but their place.
            <tr key={index}>
              <td className={styles.row}>{chosen.firstRow + index}</td>
              {chosen.header.map((name, column) => (
                <td key={name} className={fieldOf.has(column) ? styles.used : ''}>
                  <bdi>{row[column]?.slice(0, 200)}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Which column is what, with the first rows to see it by. */
export function ColumnsStep(): ReactNode {
  const { file, table, kind, mapping, busy } = useImport();
  const chosen = file?.tables[table];
  if (!chosen) return null;
  const required = requiredOf(kind);
  const missing = missingColumns({ kind, mapping });
  const columns = [
    { id: NONE, label: 'Not in this file' },
    ...chosen.header.map((name, index) => ({ id: String(index), label: name })),
  ];
  return (
    <div className={styles.panel}>
      <HowToRead />
      <section className={styles.section}>
        <h2>Columns</h2>
        <div className={styles.columns}>
          {fieldsOf(kind).map((field) => (
            <div key={field} className={styles.field}>
              <span>
                {fieldLabels[field]}
                {required.includes(field) ? (
                  <span className={styles.required}> (needed)</span>
                ) : null}
              </span>
              <Select
                label={`Column of ${fieldLabels[field]}`}
                value={String(mapping[field] ?? NONE)}
                options={columns}
                onChange={(id) => setColumn(field, id === NONE ? null : Number(id))}
              />
            </div>
          ))}
        </div>
      </section>
      <section className={styles.section}>
        <h2>
          The first rows <span>of {counted(chosen.rows, 'row', 'rows')}</span>
        </h2>
        <Preview />
      </section>
      <footer className={styles.foot}>
        <p>
          {missing.length > 0
            ? `Choose the column of ${missing.map((field) => fieldLabels[field]).join(' and ')}.`
            : 'Nothing is written yet.'}
        </p>
        <Button onPress={cancelImport}>Cancel</Button>
        <Button
          tone="primary"
          isDisabled={missing.length > 0 || busy !== null}
          onPress={() => void compare()}
        >
          Compare with the catalogue
        </Button>
      </footer>
    </div>
  );
}
