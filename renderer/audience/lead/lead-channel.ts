import type { AudienceKey, ScenePoint, Show } from '../../../shared/audience/messages.ts';
import { useToasts } from '../../state/toasts.ts';
import { openChannel, pageId, showPresence, whenGone, type Channel } from '../channel.ts';
import { openAudience, stopLeading, useLead } from './lead-state.ts';

let channel: Channel | null = null;
/** What was told last, for whoever comes later. */
let last: Show | null = null;

/** Tells the audience what to show. */
export function tell(show: Show): void {
  last = show;
  void showPresence().then(() => {
    if (last === show) channel?.post(show);
  });
}

/** Shows the laser pointer at a place of the canvas, or takes it away. */
export function point(at: ScenePoint | null): void {
  channel?.post({ type: 'point', from: pageId, at });
}

/** Closes the audience's window and leads no longer. */
export function endAudience(): void {
  channel?.post({ type: 'end', from: pageId });
  last = null;
  useLead.setState({ audiences: new Set() });
  stopLeading();
}

/** Keeps the audience's picture as it is, or lets it follow again. */
export function toggleFreeze(): void {
  useLead.setState(({ held }) => ({ held: held ? null : last }));
}

/** So long a window that is gone may take to come back: it may only be loading anew. */
const RELOAD_MS = 2000;

function sayClosed(): void {
  stopLeading();
  last = null;
  useToasts.getState().show({
    tone: 'info',
    text: 'The audience’s window was closed.',
    action: { label: 'Open again', run: openAudience },
  });
}

function giveWay(): void {
  stopLeading();
  last = null;
  const text = 'Another window of Stackscape leads the audience’s window now.';
  useToasts.getState().show({ tone: 'info', text });
}

/**
 * Notices audiences that come and go, answers them, and gives way to a page that took the lead later.
 * @param onKey a key that an audience's window has got instead of this one
 * @returns what stops it
 */
export function startLeading(onKey: (key: AudienceKey) => void): () => void {
  const stopped = new AbortController();
  const { signal } = stopped;

  async function watch(audience: string): Promise<void> {
    const { audiences } = useLead.getState();
    if (audiences.has(audience)) return;
    useLead.setState({ audiences: new Set([...audiences, audience]), isLate: false });
    if (!(await whenGone(audience, signal))) return;
    const left = new Set(useLead.getState().audiences);
    left.delete(audience);
    useLead.setState({ audiences: left });
    window.setTimeout(() => {
      const { since, audiences: now } = useLead.getState();
      if (!signal.aborted && since !== null && now.size === 0) sayClosed();
    }, RELOAD_MS);
  }

  const opened = openChannel((message) => {
    const { since } = useLead.getState();
    if (message.type === 'here') {
      void watch(message.from);
      if (since !== null && last) opened.post(last);
    } else if (message.type === 'press') {
      if (since !== null) onKey(message.key);
    } else if (message.type === 'show' && since !== null) {
      // A tab that was duplicated leads with the same time; one of both has to go.
      const isOlder = message.since === since ? pageId < message.from : since < message.since;
      if (isOlder) giveWay();
      else if (last) opened.post(last);
    }
  });
  channel = opened;
  opened.post({ type: 'who', from: pageId });
  // A page loaded anew goes on only where there is somebody to lead.
  const timer = window.setTimeout(() => {
    const { since, audiences } = useLead.getState();
    if (since !== null && since < performance.timeOrigin && audiences.size === 0) stopLeading();
  }, RELOAD_MS);
  return () => {
    window.clearTimeout(timer);
    stopped.abort();
    opened.close();
    if (channel === opened) channel = null;
    useLead.setState({ audiences: new Set() });
  };
}
