import type { AudienceMessage, ScenePoint, Show } from './messages.ts';

/** What the audience's window knows of whoever leads it. */
export interface Following {
  /**
   * `waiting`: nobody has led yet; `led`; `lost`: the leading window is gone, its last picture
   * stays; `ended`: it said that it is done.
   */
  readonly phase: 'waiting' | 'led' | 'lost' | 'ended';
  readonly show: Show | null;
  readonly laser: ScenePoint | null;
}

export const notFollowing: Following = { phase: 'waiting', show: null, laser: null };

/** A page loaded anew leads on with the time at which it began, so equal times are accepted. */
function mayLead(following: Following, next: Show): boolean {
  const { phase, show } = following;
  return phase !== 'led' || show === null || next.since >= show.since;
}

function showing(following: Following, show: Show): Following {
  if (!mayLead(following, show)) return following;
  const isSame = following.show?.from === show.from;
  const hasLaser = isSame && !show.isBlank && !show.isFrozen;
  return { phase: 'led', show, laser: hasLaser ? following.laser : null };
}

/** Takes in a message. What comes from a page that does not lead changes nothing. */
export function follow(following: Following, message: AudienceMessage): Following {
  if (message.type === 'show') return showing(following, message);
  const { phase, show } = following;
  if (phase !== 'led' || show?.from !== message.from) return following;
  if (message.type === 'point') {
    return show.isBlank || show.isFrozen ? following : { ...following, laser: message.at };
  }
  return message.type === 'end' ? { ...following, phase: 'ended', laser: null } : following;
}

/** The page with this id is gone. */
export function lose(following: Following, pageId: string): Following {
  const { phase, show } = following;
  if (phase !== 'led' || show?.from !== pageId) return following;
  return { ...following, phase: 'lost', laser: null };
}
