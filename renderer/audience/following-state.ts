import { create } from 'zustand';
import { follow, lose, notFollowing, type Following } from '../../shared/audience/follow.ts';
import type { AudienceKey } from '../../shared/audience/messages.ts';
import { openChannel, pageId, showPresence, whenGone } from './channel.ts';

/** What the audience's window has been told. */
export const useFollowing = create<Following>()(() => notFollowing);

/** So long after its leader is gone a page waits for it to come back: it may only be loading anew. */
const RELOAD_MS = 1500;

/** Follows whoever leads. @returns what sends a key to the leader, and what ends it all */
export function startFollowing(): {
  readonly press: (key: AudienceKey) => void;
  readonly stop: () => void;
} {
  const stopped = new AbortController();
  const watched = new Set<string>();

  async function watch(leader: string): Promise<void> {
    if (watched.has(leader)) return;
    watched.add(leader);
    if (!(await whenGone(leader, stopped.signal))) return;
    window.setTimeout(
      () => useFollowing.setState(lose(useFollowing.getState(), leader)),
      RELOAD_MS,
    );
  }

  const channel = openChannel((message) => {
    if (message.type === 'who') channel.post({ type: 'here', from: pageId });
    const before = useFollowing.getState();
    const after = follow(before, message);
    if (after === before) return;
    useFollowing.setState(after);
    if (message.type === 'show') void watch(message.from);
    // Where a browser does not let a page close itself, it says that it can be closed.
    if (message.type === 'end') window.close();
  });
  void showPresence().then(() => {
    if (!stopped.signal.aborted) channel.post({ type: 'here', from: pageId });
  });
  return {
    press: (key) => channel.post({ type: 'press', from: pageId, key }),
    stop() {
      stopped.abort();
      channel.close();
    },
  };
}
