import {
  Compass,
  Layers,
  Library,
  Lightbulb,
  Moon,
  Search,
  Share2,
  Sun,
  SunMoon,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { actionList, type ActionId, type ActionInfo } from '../../shared/actions.ts';
import { runAction } from '../state/actions.ts';
import { useApp } from '../state/app-state.ts';
import { useView, type Screen } from '../state/view.ts';
import { IconButton } from '../ui/button.tsx';
import { Menu, MenuItem } from '../ui/menu.tsx';
import { shortcutLabel } from './shortcuts.ts';
import styles from './nav-rail.module.css';

const entries: readonly { readonly screen: Screen; readonly icon: ReactNode }[] = [
  { screen: 'explore', icon: <Compass /> },
  { screen: 'stack', icon: <Layers /> },
  { screen: 'graph', icon: <Share2 /> },
  { screen: 'insights', icon: <Lightbulb /> },
  { screen: 'library', icon: <Library /> },
];

function infoOf(id: ActionId): ActionInfo {
  const info: ActionInfo | undefined = actionList.find((action) => action.id === id);
  if (!info) throw new Error(`There is no action ${id}.`);
  return info;
}

const themes = [
  { id: 'light', label: 'Light', icon: <Sun /> },
  { id: 'dark', label: 'Dark', icon: <Moon /> },
  { id: 'system', label: 'As the system', icon: <SunMoon /> },
] as const;

export function NavRail(): ReactNode {
  const current = useView((state) => state.screen);
  const theme = useApp((state) => state.settings.theme);
  const setSettings = useApp((state) => state.setSettings);
  return (
    <nav className={styles.rail} aria-label="Screens">
      {entries.map(({ screen, icon }) => {
        const action = infoOf(`view.${screen}`);
        return (
          <button
            key={screen}
            type="button"
            className={styles.entry}
            aria-current={screen === current ? 'page' : undefined}
            title={action.shortcut ? shortcutLabel(action.shortcut) : undefined}
            onClick={() => runAction(action.id)}
          >
            {icon}
            {action.label}
          </button>
        );
      })}
      <span className={styles.space} />
      <IconButton
        label="Command palette"
        shortcut={shortcutLabel('Mod+K')}
        onPress={() => runAction('view.palette')}
      >
        <Search />
      </IconButton>
      <Menu
        label="Theme"
        trigger={
          <IconButton label="Theme">
            {themes.find((each) => each.id === theme)?.icon ?? <SunMoon />}
          </IconButton>
        }
      >
        {themes.map(({ id, label, icon }) => (
          <MenuItem
            key={id}
            id={id}
            label={label}
            icon={icon}
            onAction={() => void setSettings({ theme: id })}
          />
        ))}
      </Menu>
    </nav>
  );
}
