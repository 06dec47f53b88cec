import { z } from 'zod';
import { create } from 'zustand';
import { audiencePage, parseMessage, type Show } from '../../../shared/audience/messages.ts';
import { EntityId } from '../../../shared/domain/ids.ts';
import type { PresentPlace } from '../../present/steps.ts';
import { useApp } from '../../state/app-state.ts';
import { useDialogs } from '../../state/dialogs.ts';
import { useToasts } from '../../state/toasts.ts';

/** What the audience is shown: all of the stack, what the facilitator has in view, or step by step. */
export const shows = ['whole', 'view', 'steps'] as const;
export type Shows = (typeof shows)[number];

interface LeadState {
  /** When this page took the lead, in milliseconds since 1970; null while it does not lead. */
  readonly since: number | null;
  readonly shows: Shows;
  readonly place: PresentPlace;
  readonly hasSpotlight: boolean;
  readonly hasLaser: boolean;
  /** Whether the agenda of the running workshop is shown with its time. */
  readonly hasAgenda: boolean;
  /** The vote that was last put before the room or taken away from it, and which of both. */
  readonly vote: { readonly id: string; readonly isShown: boolean } | null;
  readonly isBlank: boolean;
  /** What the audience keeps seeing while the facilitator prepares something else. */
  readonly held: Show | null;
  /** Ids of the audience's windows that are there. */
  readonly audiences: ReadonlySet<string>;
  /** The window was asked for and has not appeared. */
  readonly isLate: boolean;
}

const start = {
  since: null,
  shows: 'whole',
  place: { id: '', index: 0 },
  hasSpotlight: false,
  hasLaser: false,
  hasAgenda: true,
  vote: null,
  isBlank: false,
  held: null,
} as const;

/** What outlives a reload of the page. */
const Kept = z.object({
  since: z.number().int().min(0),
  shows: z.enum(shows),
  place: z.object({ id: z.string().max(200), index: z.number().int().min(0) }),
  hasSpotlight: z.boolean(),
  hasAgenda: z.boolean(),
  vote: z.object({ id: EntityId, isShown: z.boolean() }).nullable(),
  isBlank: z.boolean(),
  held: z.unknown(),
});

const KEY = 'stackscape.audience';

function readKept(): Partial<LeadState> {
  try {
    const kept = Kept.parse(JSON.parse(window.sessionStorage.getItem(KEY) ?? ''));
    const held = parseMessage(kept.held);
    return { ...kept, held: held?.type === 'show' ? held : null };
  } catch {
    return {};
  }
}

/** How the facilitator leads the audience's window. View state: nothing of it is in the workspace. */
export const useLead = create<LeadState>()(() => ({
  ...start,
  audiences: new Set<string>(),
  isLate: false,
  ...readKept(),
}));

useLead.subscribe((state, before) => {
  const { since, shows, place, hasSpotlight, hasAgenda, vote, isBlank, held } = state;
  if (since === null) {
    if (before.since !== null) window.sessionStorage.removeItem(KEY);
    return;
  }
  const kept = { since, shows, place, hasSpotlight, hasAgenda, vote, isBlank, held };
  window.sessionStorage.setItem(KEY, JSON.stringify(kept));
});

/** Lets go of the lead; what it showed is forgotten. */
export function stopLeading(): void {
  useLead.setState({ ...start, isLate: false });
}

/** So long a window may take to appear before something is said. */
const LATE_MS = 4000;

/** Opens the audience's window, or takes over the one that is open, and leads it. */
export function openAudience(): void {
  const { since, audiences } = useLead.getState();
  const dialogs = useDialogs.getState();
  const isPresenting = dialogs.open === 'present';
  if (since === null) useLead.setState({ ...start, since: Date.now() });
  // What was shown on this screen goes on over there.
  if (isPresenting) {
    dialogs.show(null);
    useLead.setState({ shows: 'steps' });
  }
  const hasOwnWindows = useApp.getState().info?.host === 'electron';
  // A desktop window comes to the front when it is asked for again; a browser's would be a second.
  if (audiences.size > 0 && !hasOwnWindows) {
    useToasts.getState().show({ tone: 'info', text: 'The audience’s window is open already.' });
    return;
  }
  // Without a hold on one another each has a process of its own, and neither makes the other stutter.
  window.open(audiencePage, '_blank', 'popup,noopener,width=1280,height=720');
  window.setTimeout(() => {
    const now = useLead.getState();
    if (now.since !== null && now.audiences.size === 0) useLead.setState({ isLate: true });
  }, LATE_MS);
}
