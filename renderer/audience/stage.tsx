import type { ReactNode } from 'react';
import type { Show } from '../../shared/audience/messages.ts';
import room from '../present/presentation.module.css';
import { useDrawing } from '../present/use-drawing.ts';
import { Picture } from './picture.tsx';
import { RoomAgenda } from './room/room-agenda.tsx';
import { RoomVote } from './room/room-vote.tsx';
import { useRunningWorkshop } from './room/use-workshop.ts';
import { useShownStack } from './use-shown-stack.ts';

interface StageProps {
  readonly show: Show;
  /** Whoever showed it is gone. */
  readonly isLost: boolean;
}

/** The picture of the stack or the vote, with its title and the time below. */
export function Stage({ show, isLost }: StageProps): ReactNode {
  const { stackId, theme, hidden, step, isFrozen, voteId, hasAgenda } = show;
  const shown = useShownStack(stackId, isFrozen);
  const workshop = useRunningWorkshop(hasAgenda || voteId !== null ? stackId : null, isFrozen);
  const vote = workshop?.votes.find(({ id, isRemoved }) => id === voteId && !isRemoved);
  const { drawing, failure } = useDrawing({
    stackId: shown?.stack.id ?? null,
    revision: shown?.revision ?? 0,
    links: shown?.links ?? [],
    hidden,
    look: theme,
  });

  function note(): string | null {
    if (isLost) return 'Waiting for the facilitator';
    if (drawing !== null) return null;
    // Loaded anew while it is frozen: what was there is gone, and what is being prepared is not shown.
    return isFrozen ? 'One moment, please' : failure;
  }
  const words = note();

  return (
    <>
      <div className={room.stage}>
        <Picture show={show} shown={shown} drawing={drawing} isCovered={vote !== undefined} />
        {vote ? <RoomVote vote={vote} /> : null}
      </div>
      <footer className={room.foot}>
        <h1 className={room.title}>
          <bdi>{show.title}</bdi>
        </h1>
        {words === null ? null : (
          <p className={room.counter} role="status">
            {words}
          </p>
        )}
        {step && !vote ? (
          <p className={room.counter} data-counter>
            <span className="visually-hidden">Step </span>
            {step.index + 1} / {step.count}
          </p>
        ) : null}
        {hasAgenda && workshop ? <RoomAgenda agenda={workshop.agenda} /> : null}
      </footer>
      <p className="visually-hidden" role="status">
        {step ? `${step.index + 1} of ${step.count}: ` : ''}
        {show.title}
      </p>
    </>
  );
}
