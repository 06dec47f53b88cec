import {
  audienceChannel,
  parseMessage,
  versioned,
  type AudienceMessage,
} from '../../shared/audience/messages.ts';

/** Id of this load of the page. */
export const pageId = crypto.randomUUID();

export interface Channel {
  post(message: Parameters<typeof versioned>[0]): void;
  close(): void;
}

/** Meets the other windows of this origin. What is not a message of ours is not heard. */
export function openChannel(onMessage: (message: AudienceMessage) => void): Channel {
  const channel = new BroadcastChannel(audienceChannel);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    const message = parseMessage(data);
    if (message) onMessage(message);
  };
  return {
    post: (message) => channel.postMessage(versioned(message)),
    close: () => channel.close(),
  };
}

const lockOf = (id: string): string => `${audienceChannel} ${id}`;

let presence: Promise<void> | null = null;

/**
 * Lets others notice when this page is gone, however it goes: it holds a lock for as long as it
 * lives. @returns when it does
 */
export function showPresence(): Promise<void> {
  presence ??= new Promise((resolve) => {
    navigator.locks
      .request(lockOf(pageId), () => {
        resolve();
        return new Promise<never>(() => {});
      })
      // Where locks are refused, the end of a page goes unnoticed; all else works.
      .catch(() => resolve());
  });
  return presence;
}

/** Waits until a page is gone. @returns false where the waiting was given up before */
export async function whenGone(id: string, signal: AbortSignal): Promise<boolean> {
  try {
    return await navigator.locks.request(lockOf(id), { signal }, () => true);
  } catch {
    return false;
  }
}
