import { Check } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { StackTemplate } from '../../shared/stack/templates/template.ts';
import { templates } from '../../shared/stack/templates/templates.ts';
import { useDialogs } from '../state/dialogs.ts';
import { useStacks } from '../state/stacks.ts';
import { Dialog } from '../ui/dialog.tsx';
import { structureStack } from './structure-edits.ts';
import { TemplatePreview } from './template-preview.tsx';
import styles from './structure-dialog.module.css';

interface ChoiceProps {
  readonly template: StackTemplate;
  readonly isCurrent: boolean;
  readonly isDisabled: boolean;
  readonly onChoose: () => void;
}

function Choice({ template, isCurrent, isDisabled, onChoose }: ChoiceProps): ReactNode {
  return (
    <li>
      <button
        type="button"
        className={`${styles.choice} ${isCurrent ? styles.current : ''}`}
        disabled={isDisabled}
        onClick={onChoose}
      >
        <TemplatePreview template={template} />
        <span className={styles.title}>
          {template.title}
          {isCurrent ? (
            <span className={styles.now}>
              <Check aria-hidden="true" /> Now
            </span>
          ) : null}
        </span>
        <span className={styles.about}>{template.about}</span>
      </button>
    </li>
  );
}

/** The ways to structure the open stack, each with a small picture. */
export function StructureDialog(): ReactNode {
  const close = (): void => useDialogs.getState().show(null);
  const current = useStacks((state) => state.current?.stack.templateId ?? null);
  const [isBusy, setBusy] = useState(false);
  const choose = async (template: StackTemplate): Promise<void> => {
    setBusy(true);
    if (await structureStack(template)) close();
    else setBusy(false);
  };
  return (
    <Dialog title="Structure the stack" size="large" isOpen onClose={close}>
      <p className={styles.intro}>
        The stack gets these lanes in place of its own, and every product goes into the lane of its
        category. What is locked stays where it is. One undo brings everything back.
      </p>
      <ul className={styles.choices}>
        {templates.map((template) => (
          <Choice
            key={template.id}
            template={template}
            isCurrent={template.id === current}
            isDisabled={isBusy}
            onChoose={() => void choose(template)}
          />
        ))}
      </ul>
    </Dialog>
  );
}
