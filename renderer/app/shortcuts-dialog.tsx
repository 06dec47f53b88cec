import type { ReactNode } from 'react';
import { actionList, type ActionInfo } from '../../shared/actions.ts';
import { useDialogs } from '../state/dialogs.ts';
import { Dialog } from '../ui/dialog.tsx';
import { shortcutLabel } from './shortcuts.ts';
import styles from './info-dialogs.module.css';

const sections = [...new Set(actionList.map((action) => action.section))];
const withKeys = (actionList as readonly ActionInfo[]).filter((action) => action.shortcut);

/** Keys that belong to no action: they need the canvas, and the palette could not run them. */
const cardKeys: readonly (readonly [string, string])[] = [
  ['Move the selection', '← ↑ → ↓'],
  ['Move it finely', shortcutLabel('Shift+Arrow')],
  ['Go from card to card', shortcutLabel('Mod+Arrow')],
  ['Select the focused card', 'Space'],
  ['Open its product', 'Enter'],
  ['Close the panel, then deselect', 'Esc'],
];

export function ShortcutsDialog(): ReactNode {
  const show = useDialogs((state) => state.show);
  return (
    <Dialog title="Keyboard shortcuts" size="large" isText isOpen onClose={() => show(null)}>
      <div className={styles.sections}>
        {sections.map((section) => {
          const actions = withKeys.filter((action) => action.section === section);
          if (actions.length === 0) return null;
          return (
            <section key={section}>
              <h3>{section}</h3>
              <dl className={styles.pairs}>
                {actions.map(({ id, label, shortcut, quickKey }) => (
                  <div key={id}>
                    <dt>{label}</dt>
                    <dd>
                      {quickKey ? <kbd>{quickKey}</kbd> : null}
                      <kbd>{shortcutLabel(shortcut ?? '')}</kbd>
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
        <section>
          <h3>Cards</h3>
          <dl className={styles.pairs}>
            {cardKeys.map(([label, keys]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>
                  <kbd>{keys}</kbd>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  );
}
