import { useEffect } from 'react';
import type { VoteView, WorkshopView } from '../../../shared/workshop/view.ts';
import { latestVote } from '../room/room-vote.ts';
import { useLead } from './lead-state.ts';

export interface ShownVote {
  /** The vote that can be put before the room. */
  readonly latest: VoteView | null;
  readonly isShown: boolean;
  readonly toggle: () => void;
}

/** Puts a vote before the room when it opens; the facilitator takes it away and back. */
export function useShownVote(workshop: WorkshopView | null): ShownVote {
  const vote = useLead((state) => state.vote);
  const latest = workshop ? latestVote(workshop.votes) : null;
  const isKnown = latest !== null && vote?.id === latest.id;
  const newId = latest !== null && !isKnown && latest.state === 'open' ? latest.id : null;
  useEffect(() => {
    if (newId !== null) useLead.setState({ vote: { id: newId, isShown: true } });
  }, [newId]);
  const isShown = isKnown && vote.isShown;
  return {
    latest,
    isShown,
    toggle: () => {
      if (latest) useLead.setState({ vote: { id: latest.id, isShown: !isShown } });
    },
  };
}
