import { app, Menu, nativeTheme } from 'electron';
import type { Settings } from '../../../shared/contract/app.ts';
import { menuTemplate, type MenuOptions } from './menu-template.ts';

/**
 * Sets the application menu, and again whenever the theme it shows as chosen has changed.
 * @returns a function that puts a theme in force, in the menu and in the windows' own parts
 */
export function installMenu(
  options: Pick<MenuOptions, 'developerTools' | 'act' | 'showAbout'>,
): (theme: Settings['theme']) => void {
  return (theme) => {
    nativeTheme.themeSource = theme;
    const template = menuTemplate({
      ...options,
      theme,
      platform: process.platform,
      appName: app.getName(),
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  };
}
