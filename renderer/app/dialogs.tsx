import type { ReactNode } from 'react';
import { ExportDialog } from '../export/export-dialog.tsx';
import { Presentation } from '../present/presentation.tsx';
import { ExamplesDialog } from '../stack/example-list.tsx';
import { SwapDialog } from '../versions/swap-dialog.tsx';
import { VersionsDialog } from '../versions/versions-dialog.tsx';
import { useDialogs } from '../state/dialogs.ts';
import { AboutDialog } from './about-dialog.tsx';
import { NewStackDialog, RenameStackDialog } from './stack-name-dialogs.tsx';
import { Palette } from './palette.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';

/** The dialogs that any screen can open. Each is made anew when it opens. */
export function Dialogs(): ReactNode {
  const open = useDialogs((state) => state.open);
  switch (open) {
    case 'palette':
      return <Palette />;
    case 'shortcuts':
      return <ShortcutsDialog />;
    case 'about':
      return <AboutDialog />;
    case 'new-stack':
      return <NewStackDialog />;
    case 'rename-stack':
      return <RenameStackDialog />;
    case 'export':
      return <ExportDialog />;
    case 'versions':
      return <VersionsDialog />;
    case 'swap':
      return <SwapDialog />;
    case 'present':
      return <Presentation />;
    case 'examples':
      return <ExamplesDialog />;
    default:
      return null;
  }
}
