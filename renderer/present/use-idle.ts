import { useEffect, useState } from 'react';

/** After this long without pointer or keyboard, what only the presenter needs steps back. */
const IDLE_MS = 3000;

/** Whether nobody has touched pointer or keyboard for a while. */
export function useIdle(): boolean {
  const [isIdle, setIdle] = useState(false);
  useEffect(() => {
    let timer = 0;
    const wake = (): void => {
      setIdle(false);
      window.clearTimeout(timer);
      timer = window.setTimeout(() => setIdle(true), IDLE_MS);
    };
    wake();
    const events = ['pointermove', 'pointerdown', 'keydown'] as const;
    for (const name of events) window.addEventListener(name, wake, true);
    return () => {
      window.clearTimeout(timer);
      for (const name of events) window.removeEventListener(name, wake, true);
    };
  }, []);
  return isIdle;
}
