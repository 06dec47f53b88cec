import { Undo2 } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { VoteView } from '../../shared/workshop/view.ts';
import { counted } from '../product/words.ts';
import { Button } from '../ui/button.tsx';
import { keyOf } from './new-vote.tsx';
import { applyStep } from './workshop-state.ts';
import styles from './votes.module.css';

/**
 * Dots by key: the key of an option gives it one, Backspace takes the last one back. While this has
 * the keyboard, keys mean nothing else. How many an option has is not shown.
 */
export function KeyVote({ vote }: { readonly vote: VoteView }): ReactNode {
  const { id: voteId, options, dots, takeable, budget, people, isOnePerOption } = vote;
  const areaRef = useRef<HTMLDivElement | null>(null);
  useEffect(() => areaRef.current?.focus({ preventScroll: true }), []);
  const all = (isOnePerOption ? Math.min(budget, options.length) : budget) * people;
  const takeBack = (): void => void applyStep({ type: 'take-back', voteId });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    const key = event.key.toLowerCase();
    const option = options.find((_, place) => keyOf(place) === key);
    if (key === 'backspace') takeBack();
    else if (option) void applyStep({ type: 'press-key', voteId, optionId: option.id });
    else if (key.length > 1) return;
    // Any other letter would be a shortcut of the canvas.
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.keys}>
      <div
        ref={areaRef}
        className={styles.keyArea}
        role="application"
        tabIndex={0}
        aria-label="Vote by key: the key of an option gives it a dot, Backspace takes the last one back"
        onKeyDown={onKeyDown}
      >
        <ul>
          {options.map(({ id, label }, place) => (
            <li key={id}>
              <kbd>{keyOf(place).toUpperCase()}</kbd> <bdi>{label}</bdi>
            </li>
          ))}
        </ul>
        <p className={styles.hint}>Click here and press the keys.</p>
      </div>
      <p className={styles.big} role="status">
        {dots} of {counted(all, 'dot', 'dots')} given
      </p>
      <Button isDisabled={takeable === 0} onPress={takeBack}>
        <Undo2 aria-hidden="true" /> Take the last dot back
      </Button>
    </div>
  );
}
