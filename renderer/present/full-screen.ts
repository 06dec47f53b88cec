import { presentToAudience } from '../audience/lead/lead-edits.ts';
import { useLead } from '../audience/lead/lead-state.ts';
import { useDialogs } from '../state/dialogs.ts';

/** Not in every browser, and not yet in the types of the DOM. */
interface KeyboardLock {
  lock(keys: readonly string[]): Promise<void>;
  unlock(): void;
}

function keyboardLock(): KeyboardLock | null {
  return (navigator as { readonly keyboard?: KeyboardLock }).keyboard ?? null;
}

/** Gives the screen back, where it was taken. */
export function leaveFullScreen(): void {
  keyboardLock()?.unlock();
  if (document.fullscreenElement) void document.exitFullscreen().catch(() => {});
}

/** Fills the screen where the browser lets it; the window alone will do as well. */
async function fillScreen(): Promise<void> {
  try {
    await document.documentElement.requestFullscreen();
    // It was over before the screen was there.
    if (useDialogs.getState().open !== 'present') return leaveFullScreen();
    // Else the browser keeps the first Escape for itself and leaves full screen with it.
    await keyboardLock()?.lock(['Escape']);
  } catch {
    // Not allowed here.
  }
}

/**
 * Shows the current stack to a room: in the audience's window where that is open, else on this
 * screen. Only a key or a press may ask for the full screen.
 */
export function startPresenting(): void {
  if (useLead.getState().since !== null) return presentToAudience();
  void fillScreen();
  useDialogs.getState().show('present');
}

export function stopPresenting(): void {
  const { open, show } = useDialogs.getState();
  if (open === 'present') show(null);
}
