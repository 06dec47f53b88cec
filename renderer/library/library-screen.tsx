import {
  Archive,
  ChartNoAxesCombined,
  Database,
  FileSearch,
  FileSpreadsheet,
  FileText,
  Info,
  Layers,
  Package,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { ImportSection } from '../import/import-section.tsx';
import { FinderSection } from '../finder/finder-section.tsx';
import { PacksSection } from '../packs/packs-section.tsx';
import { NumbersSection } from '../numbers/numbers-section.tsx';
import { AboutDataSection } from './about-data-section.tsx';
import { BackupsSection } from './backups-section.tsx';
import { CatalogueSection } from './catalogue-section.tsx';
import { useLibrary, type LibrarySection } from './library-state.ts';
import { useRestoredNote } from './restored-note.ts';
import { SourcesSection } from './sources-section.tsx';
import { StacksSection } from './stacks-section.tsx';
import styles from './library-screen.module.css';

interface Entry {
  readonly id: LibrarySection;
  readonly label: string;
  readonly icon: ReactNode;
  readonly content: () => ReactNode;
}

const entries: readonly Entry[] = [
  { id: 'catalogue', label: 'Catalogue', icon: <Database />, content: CatalogueSection },
  { id: 'numbers', label: 'Numbers', icon: <ChartNoAxesCombined />, content: NumbersSection },
  { id: 'packs', label: 'Packs', icon: <Package />, content: PacksSection },
  { id: 'sources', label: 'Sources and licences', icon: <FileText />, content: SourcesSection },
  { id: 'stacks', label: 'Stacks', icon: <Layers />, content: StacksSection },
  { id: 'import', label: 'Import', icon: <FileSpreadsheet />, content: ImportSection },
  { id: 'finder', label: 'Stack finder', icon: <FileSearch />, content: FinderSection },
  { id: 'backups', label: 'Backups', icon: <Archive />, content: BackupsSection },
  { id: 'about', label: 'About the data', icon: <Info />, content: AboutDataSection },
];

/** What the application holds: the catalogue and where it is from, the person's stacks and backups. */
export function LibraryScreen(): ReactNode {
  const { section, show } = useLibrary();
  useRestoredNote();
  const Content = entries.find(({ id }) => id === section)?.content ?? CatalogueSection;
  return (
    <div className={styles.screen}>
      <nav className={styles.nav} aria-label="Library">
        {entries.map(({ id, label, icon }) => (
          <button
            key={id}
            type="button"
            aria-current={id === section ? 'page' : undefined}
            onClick={() => show(id)}
          >
            {icon}
            {label}
          </button>
        ))}
      </nav>
      <main key={section} className={styles.main} aria-label="Library" tabIndex={0}>
        <Content />
      </main>
    </div>
  );
}
