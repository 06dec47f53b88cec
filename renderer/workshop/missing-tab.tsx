import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import type { MissingQuestion } from '../../shared/workshop/contract.ts';
import type { MissingAnswer } from '../../shared/workshop/workshop.ts';
import { api } from '../api.ts';
import { exploreCategory } from '../explore/explore-state.ts';
import { showOnCanvas } from '../insights/show-in.ts';
import { useApp } from '../state/app-state.ts';
import { useStacks } from '../state/stacks.ts';
import { showError } from '../state/toasts.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useFocusKept } from './use-focus-kept.ts';
import { answerMissing, useWorkshop } from './workshop-state.ts';
import styles from './workshop.module.css';

const severityWords = { problem: 'Problem', caution: 'Caution', note: 'Note' } as const;
const answerWords: Readonly<Record<MissingAnswer, string>> = {
  needed: 'We need this',
  'not-needed': 'Not needed',
  later: 'Later',
};

/** The questions of the round, asked again whenever the stack or an answer is another one. */
function useQuestions(id: string): readonly MissingQuestion[] | null {
  const [questions, setQuestions] = useState<readonly MissingQuestion[] | null>(null);
  const revision = useStacks((state) => state.current?.revision ?? 0);
  const step = useWorkshop((state) => state.current?.answered);
  useEffect(() => {
    const controller = new AbortController();
    void api.call('workshops:missing', { id }, { signal: controller.signal }).then((result) => {
      if (controller.signal.aborted) return;
      if (result.ok) setQuestions(result.value);
      else showError(result.error);
    });
    return () => controller.abort();
  }, [id, revision, step]);
  return questions;
}

function Question({ question }: { readonly question: MissingQuestion }): ReactNode {
  const names = useApp((state) => state.categories);
  const [reason, setReason] = useState('');
  const headRef = useFocusKept<HTMLHeadingElement>();
  const { key, title, detail, severity, products, categories } = question;
  const answer = (given: MissingAnswer): void =>
    void answerMissing({ key, answer: given, reason: reason.trim() });
  return (
    <>
      <p className={styles.muted}>{severityWords[severity]}</p>
      <h3 ref={headRef} tabIndex={-1} className={styles.question}>
        <bdi>{title}</bdi>
      </h3>
      <p>
        <bdi>{detail}</bdi>
      </p>
      <div className={styles.line}>
        {products.length > 0 ? (
          <Button onPress={() => showOnCanvas(products.map(({ id }) => id))}>
            Show on the canvas
          </Button>
        ) : null}
        {categories.slice(0, 3).map((id) => (
          <Button key={id} onPress={() => exploreCategory(id)}>
            Explore {names.get(id)?.name ?? id}
          </Button>
        ))}
      </div>
      <TextField
        label="Who sees to it, or why not (optional)"
        value={reason}
        onChange={setReason}
        maxLength={200}
      />
      <div className={styles.line}>
        <Button tone="primary" onPress={() => answer('needed')}>
          We need this
        </Button>
        <Button onPress={() => answer('not-needed')}>Not needed</Button>
        <Button onPress={() => answer('later')}>Later</Button>
      </div>
    </>
  );
}

/** "What is missing?": one question after the other, from what the checks find in the stack. */
export function MissingTab({ id }: { readonly id: string }): ReactNode {
  const questions = useQuestions(id);
  const isEnded = useWorkshop((state) => (state.current?.endedAt ?? null) !== null);
  const [at, setAt] = useState(0);
  if (questions === null)
    return (
      <p className={styles.body} role="status">
        Looking…
      </p>
    );
  const open = questions.filter(({ answered }) => answered === null);
  const answered = questions.filter((question) => question.answered !== null);
  const place = Math.min(at, open.length - 1);
  const question = open[place];
  return (
    <div className={styles.body}>
      {isEnded ? (
        <p className={styles.muted}>The workshop has ended; the round is closed.</p>
      ) : null}
      {question && !isEnded ? (
        <section className={styles.card} aria-label="What is missing?">
          <div className={styles.line}>
            <p role="status">
              Question {place + 1} of {open.length} open
              {answered.length > 0 ? `, ${answered.length} answered` : ''}
            </p>
            <span className={styles.space} />
            <IconButton
              label="The question before"
              isDisabled={place === 0}
              onPress={() => setAt(place - 1)}
            >
              <ChevronLeft />
            </IconButton>
            <IconButton
              label="Skip to the next question"
              isDisabled={place === open.length - 1}
              onPress={() => setAt(place + 1)}
            >
              <ChevronRight />
            </IconButton>
          </div>
          <Question key={question.key} question={question} />
        </section>
      ) : null}
      {open.length === 0 ? (
        <p>
          {answered.length > 0
            ? 'Every question is answered.'
            : 'The checks find nothing that is missing in this stack.'}
        </p>
      ) : null}
      {answered.length > 0 ? (
        <section aria-label="Answered">
          <h3>Answered</h3>
          <ul className={styles.list}>
            {answered.map(({ key, title, answered: given }) => (
              <li key={key} className={styles.entry}>
                <div className={styles.words}>
                  <bdi>{title}</bdi>
                  <small>
                    {[given ? answerWords[given.answer] : '', given?.reason ?? '']
                      .filter(Boolean)
                      .join(': ')}
                  </small>
                </div>
                {isEnded ? null : (
                  <Button
                    aria-label={`Take back: ${title}`}
                    onPress={() => void answerMissing({ key, answer: null })}
                  >
                    Take back
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
