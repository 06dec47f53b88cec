import { useState, type ReactNode } from 'react';
import type { StarterStack } from '../../shared/stack/starters/starter.ts';
import { starters } from '../../shared/stack/starters/starters.ts';
import { findTemplate, templates } from '../../shared/stack/templates/templates.ts';
import { counted } from '../product/words.ts';
import { useDialogs } from '../state/dialogs.ts';
import { useStacks } from '../state/stacks.ts';
import { useView } from '../state/view.ts';
import { Dialog } from '../ui/dialog.tsx';
import { TemplatePreview } from './template-preview.tsx';
import styles from './structure-dialog.module.css';

interface ExampleListProps {
  readonly onDone: () => void;
}

/** The examples to start from; choosing one opens it as a stack of one's own. */
export function ExampleList({ onDone }: ExampleListProps): ReactNode {
  const [isBusy, setBusy] = useState(false);
  const choose = async ({ id, title }: StarterStack): Promise<void> => {
    setBusy(true);
    const made = await useStacks.getState().create(`${title} (example)`, { starter: id });
    setBusy(false);
    if (!made) return;
    useView.getState().go('stack');
    onDone();
  };
  return (
    <ul className={styles.choices} aria-label="Examples">
      {starters.map((starter) => (
        <li key={starter.id}>
          <button
            type="button"
            className={styles.choice}
            disabled={isBusy}
            onClick={() => void choose(starter)}
          >
            <TemplatePreview template={findTemplate(starter.templateId) ?? templates[0]!} />
            <span className={styles.title}>{starter.title}</span>
            <span className={styles.about}>
              {starter.about} {counted(starter.products.length, 'product', 'products')}.
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

export function ExamplesDialog(): ReactNode {
  const close = (): void => useDialogs.getState().show(null);
  return (
    <Dialog title="New stack from an example" size="large" isOpen onClose={close}>
      <p className={styles.intro}>
        Examples are made of real products of the catalogue. They are a place to start and no
        advice; change them as you like.
      </p>
      <ExampleList onDone={close} />
    </Dialog>
  );
}
