import type { ReactNode } from 'react';
import { dateText } from '../product/words.ts';
import { useApp } from '../state/app-state.ts';
import { useDialogs } from '../state/dialogs.ts';
import { Dialog } from '../ui/dialog.tsx';
import styles from './info-dialogs.module.css';

const versionNames: Readonly<Record<string, string>> = {
  electron: 'Electron',
  chrome: 'Chromium',
  node: 'Node.js',
};

export function AboutDialog(): ReactNode {
  const show = useDialogs((state) => state.show);
  const info = useApp((state) => state.info);
  if (!info) return null;
  const rows: readonly (readonly [string, string])[] = [
    ['Stackscape', info.version],
    ['Catalogue', `${info.catalogue.products.toLocaleString()} products`],
    ['Facts as of', dateText(info.catalogue.factsDate)],
    ...Object.entries(info.versions).map(
      ([name, version]) => [versionNames[name] ?? name, version] as const,
    ),
    ['Your data', info.dataFolder],
  ];
  return (
    <Dialog title="About Stackscape" size="small" isText isOpen onClose={() => show(null)}>
      <p className={styles.intro}>
        An offline explorer of the marketing-technology landscape. Nothing leaves this machine.
      </p>
      <dl className={styles.pairs}>
        {rows.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
