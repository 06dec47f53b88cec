import { Download, FileSpreadsheet, Undo2, Upload } from 'lucide-react';
import { useEffect, useRef, useState, type DragEvent, type ReactNode } from 'react';
import { Page } from '../library/page.tsx';
import table from '../library/table.module.css';
import { count, momentText } from '../product/words.ts';
import { saveText } from '../state/files.ts';
import { Button } from '../ui/button.tsx';
import zone from '../finder/finder.module.css';
import { ColumnsStep } from './columns-step.tsx';
import { cancelImport, loadImports, openFile, undoImport, useImport } from './import-state.ts';
import { MatchesStep } from './matches-step.tsx';
import styles from './import.module.css';

const hasFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');

const template =
  'Name,Homepage,Vendor,Category,Description,Pricing,Other names,Tags,Note\r\n' +
  'Our loyalty system,https://loyalty.example.com,In house,Loyalty,Points and tiers for members,,OLS,own; critical,Renewal in March\r\n';

function DropZone(): ReactNode {
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const take = (files: FileList | null): void => {
    const [file] = files ?? [];
    if (file) void openFile(file);
  };
  return (
    <div
      className={`${zone.zone} ${isOver ? zone.over : ''}`}
      onDragOver={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        setOver(false);
        if (!hasFiles(event)) return;
        event.preventDefault();
        event.stopPropagation();
        take(event.dataTransfer.files);
      }}
    >
      <FileSpreadsheet className={zone.zoneIcon} aria-hidden="true" />
      <p>
        Drop a table of products or of integrations: CSV, TSV, Excel or JSON. You see what its rows
        are before anything is written.
      </p>
      <Button tone="primary" onPress={() => input.current?.click()}>
        <Upload />
        Choose a file…
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label="Table to import"
        accept=".csv,.tsv,.txt,.xlsx,.json"
        onChange={(event) => {
          take(event.target.files);
          // The same file may be chosen again after a change.
          event.target.value = '';
        }}
      />
    </div>
  );
}

function Busy(): ReactNode {
  const busy = useImport((state) => state.busy);
  if (!busy) return null;
  return (
    <div className={styles.busy} role="status">
      <span>{busy.text}…</span>
      <progress
        aria-label={busy.text}
        {...(busy.fraction === null ? {} : { value: busy.fraction, max: 1 })}
      />
      <Button onPress={cancelImport}>Cancel</Button>
    </div>
  );
}

function Runs(): ReactNode {
  const runs = useImport((state) => state.runs);
  useEffect(() => void loadImports(), []);
  if (!runs || runs.length === 0) return null;
  return (
    <section className={styles.runs} aria-label="Imports">
      <h2>Imports</h2>
      <table className={table.table}>
        <thead>
          <tr>
            <th>File</th>
            <th className={table.number}>Products</th>
            <th className={table.number}>Integrations</th>
            <th className={table.number}>Tagged</th>
            <th>When</th>
            <th>
              <span className="visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <tr key={run.id}>
              <td className={table.name}>
                <bdi>{run.fileName.slice(0, 120)}</bdi>
              </td>
              <td className={table.number}>{count(run.products)}</td>
              <td className={table.number}>{count(run.integrations)}</td>
              <td className={table.number}>{count(run.marked)}</td>
              <td className={`${table.nowrap} ${table.muted}`}>{momentText(run.createdAt)}</td>
              <td className={table.actions}>
                {run.undoneAt === null ? (
                  <Button onPress={() => void undoImport(run.id)}>
                    <Undo2 />
                    Take back
                  </Button>
                ) : (
                  <span className={table.muted}>Taken back</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Brings a person's own tables into the catalogue. */
export function ImportSection(): ReactNode {
  const { step, failure, fileName, busy } = useImport();
  return (
    <Page
      title={step === 'file' ? 'Import' : `Import “${fileName.slice(0, 80)}”`}
      text="Products and integrations of your own, from a table. Files are read on this machine."
      actions={
        step === 'file' ? (
          <Button
            onPress={() => void saveText('stackscape-import.csv', 'text/csv', `\ufeff${template}`)}
          >
            <Download />
            Template
          </Button>
        ) : null
      }
    >
      {failure === null ? null : (
        <p className={styles.failure} role="alert">
          {failure}
        </p>
      )}
      <Busy />
      {step === 'file' && busy === null ? <DropZone /> : null}
      {step === 'columns' ? <ColumnsStep /> : null}
      {step === 'matches' ? <MatchesStep /> : null}
      {step === 'file' ? <Runs /> : null}
    </Page>
  );
}
