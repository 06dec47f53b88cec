import { Eye, RotateCcw, Square, Trash2 } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { MAX_PEOPLE } from '../../shared/workshop/workshop.ts';
import type { VoteView } from '../../shared/workshop/view.ts';
import { counted } from '../product/words.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { HandCount } from './hand-count.tsx';
import { KeyVote } from './key-vote.tsx';
import { NewVote } from './new-vote.tsx';
import { NumberInput } from './number-input.tsx';
import { RemovedList } from './removed-list.tsx';
import { useFocusKept } from './use-focus-kept.ts';
import { VoteResults } from './vote-results.tsx';
import { applyStep, removeEntry, useWorkshop } from './workshop-state.ts';
import styles from './workshop.module.css';

export const methodWords = {
  hands: 'show of hands',
  keys: 'keys',
  ballot: 'silent ballot',
} as const;

/** "3 dots each, one for an option at most, silent ballot" */
export function rulesWords(vote: Pick<VoteView, 'budget' | 'isOnePerOption' | 'method'>): string {
  const { budget, isOnePerOption, method } = vote;
  const only = isOnePerOption ? ', one for an option at most' : '';
  return `${counted(budget, 'dot', 'dots')} each${only}, ${methodWords[method]}`;
}

/** Reveals the result; where that would tell what was on one ballot, it is said and asked again. */
function Reveal({ vote }: { readonly vote: VoteView }): ReactNode {
  const { id: voteId, method, ballots, seenBallots } = vote;
  const isSingle = method === 'ballot' && ballots - seenBallots === 1;
  return (
    <>
      {isSingle ? (
        <p className={styles.warning} role="note">
          Only one ballot has come since the result was last seen. Showing the result now tells what
          was on it.
        </p>
      ) : null}
      <Button
        tone={isSingle ? 'plain' : 'primary'}
        onPress={() => void applyStep({ type: 'reveal-vote', voteId, evenSo: isSingle })}
      >
        <Eye aria-hidden="true" /> {isSingle ? 'Reveal even so' : 'Reveal the result'}
      </Button>
    </>
  );
}

function Ballot({ vote }: { readonly vote: VoteView }): ReactNode {
  return (
    <>
      <p className={styles.big} role="status">
        {vote.ballots} of {vote.people} have voted
      </p>
      <Button tone="primary" onPress={() => useWorkshop.setState({ ballotFor: vote.id })}>
        Hand the screen around
      </Button>
    </>
  );
}

function OpenVote({ vote }: { readonly vote: VoteView }): ReactNode {
  const { id: voteId, question, method, people } = vote;
  const sectionRef = useFocusKept<HTMLElement>();
  // From its form, which was longer, to where the question can be read.
  useEffect(() => {
    void sectionRef.current?.scrollIntoView({ block: 'nearest' });
  }, [sectionRef]);
  return (
    <section
      ref={sectionRef}
      className={styles.card}
      tabIndex={-1}
      aria-label={`Open vote: ${question}`}
    >
      <h3 className={styles.question}>
        <bdi>{question}</bdi>
      </h3>
      <p className={styles.muted}>{rulesWords(vote)}</p>
      <NumberInput
        label="People who vote"
        value={people}
        least={1}
        most={MAX_PEOPLE}
        onChange={(next) => void applyStep({ type: 'set-voters', voteId, people: next })}
      />
      {method === 'hands' ? <HandCount vote={vote} /> : null}
      {method === 'keys' ? <KeyVote vote={vote} /> : null}
      {method === 'ballot' ? <Ballot vote={vote} /> : null}
      <div className={styles.line}>
        <Button onPress={() => void applyStep({ type: 'close-vote', voteId })}>
          <Square aria-hidden="true" /> Close
        </Button>
        <Reveal vote={vote} />
        <span className={styles.space} />
        <IconButton label={`Remove ${question}`} onPress={() => void removeEntry('votes', voteId)}>
          <Trash2 />
        </IconButton>
      </div>
    </section>
  );
}

function ClosedVote({ vote, isEnded }: { readonly vote: VoteView; readonly isEnded: boolean }) {
  const { id: voteId, question, state } = vote;
  const sectionRef = useFocusKept<HTMLElement>();
  return (
    <section
      ref={sectionRef}
      className={styles.card}
      tabIndex={-1}
      aria-label={`Vote: ${question}`}
    >
      <h3 className={styles.question}>
        <bdi>{question}</bdi>
      </h3>
      <p className={styles.muted}>{rulesWords(vote)}</p>
      {state === 'revealed' ? (
        <VoteResults vote={vote} />
      ) : (
        <p>Closed. The result is hidden until it is revealed.</p>
      )}
      <div className={styles.line}>
        {state === 'closed' ? <Reveal vote={vote} /> : null}
        {isEnded ? null : (
          <Button onPress={() => void applyStep({ type: 'reopen-vote', voteId })}>
            <RotateCcw aria-hidden="true" /> Open again
          </Button>
        )}
        <span className={styles.space} />
        <IconButton label={`Remove ${question}`} onPress={() => void removeEntry('votes', voteId)}>
          <Trash2 />
        </IconButton>
      </div>
    </section>
  );
}

/** Votes: the open one, then those before it, and a new one. */
export function VotesTab(): ReactNode {
  const votes = useWorkshop((state) => state.current?.votes);
  const isEnded = useWorkshop((state) => (state.current?.endedAt ?? null) !== null);
  const [isMaking, setMaking] = useState(false);
  const shown = (votes ?? []).filter(({ isRemoved }) => !isRemoved);
  const open = shown.find(({ state }) => state === 'open');
  const others = shown.filter((vote) => vote !== open).reverse();
  const canMake = !open && !isEnded;
  return (
    <div className={styles.body}>
      {open ? <OpenVote key={open.id} vote={open} /> : null}
      {canMake && (isMaking || shown.length === 0) ? (
        <NewVote
          {...(shown.length > 0 ? { onCancel: () => setMaking(false) } : {})}
          onDone={() => setMaking(false)}
        />
      ) : null}
      {canMake && !isMaking && shown.length > 0 ? (
        <Button onPress={() => setMaking(true)}>New vote…</Button>
      ) : null}
      {isEnded && shown.length === 0 ? <p className={styles.muted}>There was no vote.</p> : null}
      {others.map((vote) => (
        <ClosedVote key={vote.id} vote={vote} isEnded={isEnded} />
      ))}
      <RemovedList list="votes" />
    </div>
  );
}
