import type { ReactNode } from 'react';
import { actionList, type ActionInfo } from '../../shared/actions.ts';
import { useDialogs } from '../state/dialogs.ts';
import { Dialog } from '../ui/dialog.tsx';
import { shortcutLabel } from './shortcuts.ts';
import styles from './info-dialogs.module.css';

const withKeys = (actionList as readonly ActionInfo[]).filter((action) => action.shortcut);

/** Keys that belong to no action: they need the canvas, and the palette could not run them. */
const cardKeys: readonly (readonly [string, string])[] = [
  ['Move the selection', '← ↑ → ↓'],
  ['Move it finely', shortcutLabel('Shift+Arrow')],
  ['Go from card to card', shortcutLabel('Mod+Arrow')],
  ['Select the focused card', 'Space'],
  ['Open its product', 'Enter'],
  ['Write in the focused note, heading or frame', 'Enter'],
  ['Copy, cut and paste', shortcutLabel('Mod+C / X / V')],
  ['Move the canvas', 'Space + drag'],
  ['Close the panel, then deselect', 'Esc'],
];

interface Keys {
  readonly label: string;
  readonly keys: readonly string[];
}

function keysOf(section: ActionInfo['section']): readonly Keys[] {
  return withKeys
    .filter((action) => action.section === section)
    .map(({ label, shortcut = '', quickKey }) => ({
      label,
      keys: [...(quickKey ? [quickKey] : []), shortcutLabel(shortcut)],
    }));
}

const sections = [...new Set(withKeys.map((action) => action.section))].flatMap((title) => [
  { title: title as string, list: keysOf(title) },
  ...(title === 'Canvas'
    ? [{ title: 'Cards', list: cardKeys.map(([label, key]): Keys => ({ label, keys: [key] })) }]
    : []),
]);

export function ShortcutsDialog(): ReactNode {
  const show = useDialogs((state) => state.show);
  return (
    <Dialog title="Keyboard shortcuts" size="large" isText isOpen onClose={() => show(null)}>
      <div className={styles.sections}>
        {sections.map(({ title, list }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl className={styles.pairs}>
              {list.map(({ label, keys }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>
                    {keys.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
