import { Download, FileImage, FileText, FileType, Maximize, Minus, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { levelLabels, mapColours } from '../../shared/landscape/map-colours.ts';
import { shortcutLabel } from '../app/shortcuts.ts';
import { runAction } from '../state/actions.ts';
import { useTheme } from '../state/theme.ts';
import { IconButton } from '../ui/button.tsx';
import { Menu, MenuItem } from '../ui/menu.tsx';
import { useMap } from './map-state.ts';
import styles from './map-bar.module.css';

function Swatch({ colour }: { readonly colour: string }): ReactNode {
  return <span className={styles.swatch} style={{ background: colour }} aria-hidden="true" />;
}

function Legend(): ReactNode {
  const isNarrowed = useMap((state) => state.matches !== null);
  const colours = mapColours[useTheme()].business;
  if (isNarrowed) {
    return (
      <ul className={styles.legend} aria-label="Colours">
        <li>
          <Swatch colour={colours.plain[3]} />
          Matches
        </li>
        <li>
          <Swatch colour={colours.dimmed} />
          Does not match
        </li>
      </ul>
    );
  }
  return (
    <ul className={styles.legend} aria-label="Colours: documented integrations">
      <li aria-hidden="true">Integrations</li>
      {([0, 1, 2, 3] as const).map((level) => (
        <li key={level}>
          <Swatch colour={colours.plain[level]} />
          {level === 0 ? <span title={levelLabels[0]}>None</span> : levelLabels[level]}
        </li>
      ))}
    </ul>
  );
}

/** Legend, zoom and export, below the map so that nothing covers it. */
export function MapBar(): ReactNode {
  return (
    <div className={styles.bar}>
      <Legend />
      <div className={styles.controls} role="toolbar" aria-label="View of the map">
        <IconButton
          label="Zoom out"
          shortcut={shortcutLabel('Mod+-')}
          onPress={() => runAction('canvas.zoom-out')}
        >
          <Minus />
        </IconButton>
        <IconButton
          label="Zoom in"
          shortcut={shortcutLabel('Mod+=')}
          onPress={() => runAction('canvas.zoom-in')}
        >
          <Plus />
        </IconButton>
        <IconButton
          label="Whole map"
          shortcut={shortcutLabel('Shift+1')}
          onPress={() => runAction('canvas.fit')}
        >
          <Maximize />
        </IconButton>
        <span className={styles.line} />
        <Menu
          label="Export the map"
          trigger={
            <IconButton label="Export the map">
              <Download />
            </IconButton>
          }
        >
          <MenuItem
            id="export.map-svg"
            label="Poster as SVG"
            icon={<FileType />}
            onAction={() => runAction('export.map-svg')}
          />
          <MenuItem
            id="export.map-png"
            label="Poster as PNG"
            icon={<FileImage />}
            onAction={() => runAction('export.map-png')}
          />
          <MenuItem
            id="export.map-pdf"
            label="Poster as PDF, to print"
            icon={<FileText />}
            onAction={() => runAction('export.map-pdf')}
          />
        </Menu>
      </div>
    </div>
  );
}
