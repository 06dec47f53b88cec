import { Minus, Plus } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { VoteView } from '../../shared/workshop/view.ts';
import { counted } from '../product/words.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { applyStep, useWorkshop } from './workshop-state.ts';
import styles from './ballot.module.css';

const close = (): void => useWorkshop.setState({ ballotFor: null });

/** The headline has the keyboard first, so that a key pressed too often presses nothing. */
function Headline({ children }: { readonly children: ReactNode }): ReactNode {
  const ref = useRef<HTMLDivElement | null>(null);
  useEffect(() => ref.current?.focus(), []);
  return (
    <div ref={ref} className={styles.headline} tabIndex={-1}>
      <Heading slot="title" level={2}>
        {children}
      </Heading>
    </div>
  );
}

interface CoverProps {
  readonly vote: VoteView;
  readonly hasJustVoted: boolean;
  readonly onNext: () => void;
}

/** Between two people: nothing of what anybody voted is on the screen. */
function Cover({ vote, hasJustVoted, onNext }: CoverProps): ReactNode {
  const { ballots, people } = vote;
  const isAll = ballots >= people;
  return (
    <div className={styles.cover}>
      <Headline>
        {isAll
          ? 'Everybody has voted.'
          : hasJustVoted
            ? 'Thank you. Hand on to the next person.'
            : 'Hand the screen to the first person.'}
      </Headline>
      <p role="status">
        {ballots} of {people} have voted. What they voted is not shown to anybody.
      </p>
      {isAll ? null : (
        <button type="button" className={styles.next} onClick={onNext}>
          It is my turn
        </button>
      )}
      <Button tone={isAll ? 'primary' : 'quiet'} onPress={close}>
        Back to the facilitator
      </Button>
    </div>
  );
}

interface PaperProps {
  readonly vote: VoteView;
  readonly onCast: () => void;
  readonly onLeave: () => void;
}

/** One person's ballot. It is on the screen only, until it is cast. */
function Paper({ vote, onCast, onLeave }: PaperProps): ReactNode {
  const { id: voteId, question, options, budget, isOnePerOption } = vote;
  const [ballotId] = useState(() => crypto.randomUUID());
  const [dots, setDots] = useState<Readonly<Record<string, number>>>({});
  const [isBusy, setBusy] = useState(false);
  const given = Object.values(dots).reduce((sum, each) => sum + each, 0);
  const left = budget - given;
  const put = (id: string, count: number): void => setDots({ ...dots, [id]: count });
  const cast = (): void => {
    setBusy(true);
    void applyStep({ type: 'cast-ballot', voteId, ballotId, dots }).then((isDone) => {
      setBusy(false);
      if (isDone) onCast();
    });
  };
  return (
    <div className={styles.paper}>
      <Headline>
        <bdi>{question}</bdi>
      </Headline>
      <p className={styles.left} role="status">
        Your dots: {left === 0 ? 'none left' : `${left} left`}
        {isOnePerOption ? ', one for an option at most' : ''}
      </p>
      <ul className={styles.options}>
        {options.map(({ id, label }) => {
          const own = dots[id] ?? 0;
          return (
            <li key={id}>
              <bdi>{label}</bdi>
              <span className={styles.given} aria-hidden="true">
                {'●'.repeat(Math.min(own, 10))}
                {own > 10 ? ` ${own}` : ''}
              </span>
              <IconButton
                label={`Take a dot from ${label}`}
                isDisabled={own === 0}
                onPress={() => put(id, own - 1)}
              >
                <Minus />
              </IconButton>
              <span className={styles.own}>
                {own}
                <span className="visually-hidden">
                  {own === 1 ? 'dot' : 'dots'} for {label}
                </span>
              </span>
              <IconButton
                label={`Give a dot to ${label}`}
                isDisabled={left === 0 || (isOnePerOption && own === 1)}
                onPress={() => put(id, own + 1)}
              >
                <Plus />
              </IconButton>
            </li>
          );
        })}
      </ul>
      <div className={styles.foot}>
        <Button tone="quiet" onPress={onLeave}>
          Leave without voting
        </Button>
        <Button tone="primary" isDisabled={isBusy} onPress={cast}>
          {left > 0 ? `Cast the ballot, ${counted(left, 'dot', 'dots')} unused` : 'Cast the ballot'}
        </Button>
      </div>
    </div>
  );
}

/** The screen while it goes from hand to hand: one person's ballot at a time, with a cover between. */
export function BallotDialog(): ReactNode {
  const vote = useWorkshop(
    ({ current, ballotFor }) =>
      current?.votes.find(
        ({ id, state, isRemoved }) => id === ballotFor && state === 'open' && !isRemoved,
      ) ?? null,
  );
  const [isVoting, setVoting] = useState(false);
  const [hasJustVoted, setJustVoted] = useState(false);
  const isGone = vote === null;
  useEffect(() => {
    // Another window may have closed the vote meanwhile.
    if (isGone) close();
  }, [isGone]);
  if (!vote) return null;
  return (
    <ModalOverlay className={styles.overlay ?? ''} isOpen isKeyboardDismissDisabled>
      <Modal className={styles.modal ?? ''}>
        <Dialog className={styles.dialog ?? ''}>
          {isVoting ? (
            <Paper
              vote={vote}
              onCast={() => {
                setVoting(false);
                setJustVoted(true);
              }}
              onLeave={() => setVoting(false)}
            />
          ) : (
            <Cover
              key={vote.ballots}
              vote={vote}
              hasJustVoted={hasJustVoted}
              onNext={() => setVoting(true)}
            />
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
