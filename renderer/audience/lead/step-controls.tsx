import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { shortcutLabel } from '../../app/shortcuts.ts';
import { stepWords } from '../../present/steps.ts';
import { useCurrentDrawing } from '../../present/use-current-drawing.ts';
import { useStacks } from '../../state/stacks.ts';
import { IconButton } from '../../ui/button.tsx';
import { goStep } from './lead-edits.ts';
import { StepPicture } from './step-picture.tsx';
import type { Steps } from './use-show.ts';
import styles from './audience-bar.module.css';

/** Where the audience is, the way on and back, and what comes next. */
export function StepControls({ steps, index }: Steps): ReactNode {
  const stackId = useStacks((state) => state.current?.stack.id ?? null);
  const { drawing } = useCurrentDrawing(stackId);
  const step = steps[index];
  const next = steps[index + 1];
  if (!step) return null;
  return (
    <div className={styles.steps} role="group" aria-label="Steps">
      <IconButton
        label="Previous step"
        shortcut={shortcutLabel('PageUp')}
        isDisabled={index === 0}
        onPress={() => goStep(-1)}
      >
        <ChevronLeft />
      </IconButton>
      <p className={styles.position}>
        <span>
          {index + 1} / {steps.length}
        </span>
        <bdi>{step.title}</bdi>
      </p>
      <IconButton
        label="Next step"
        shortcut={shortcutLabel('PageDown')}
        isDisabled={!next}
        onPress={() => goStep(1)}
      >
        <ChevronRight />
      </IconButton>
      {next ? (
        <p className={styles.next}>
          <StepPicture drawing={drawing} step={next} />
          <span className={styles.nextWords}>
            <small>Next</small>
            <bdi>{next.title}</bdi>
          </span>
        </p>
      ) : (
        <p className={styles.next}>
          <small>This is the last step.</small>
        </p>
      )}
      <p className="visually-hidden" role="status">
        {stepWords(step, index, steps.length)}
      </p>
    </div>
  );
}
