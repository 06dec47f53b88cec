import { Maximize, Minimize } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { IconButton } from '../ui/button.tsx';
import styles from './audience.module.css';

export function toggleFullScreen(): void {
  if (document.fullscreenElement) void document.exitFullscreen().catch(() => {});
  else void document.documentElement.requestFullscreen().catch(() => {});
}

/** Fills the screen, or gives it back; there only while somebody moves the pointer. */
export function FullScreenButton(): ReactNode {
  const [isFull, setFull] = useState(() => document.fullscreenElement !== null);
  useEffect(() => {
    const onChange = (): void => setFull(document.fullscreenElement !== null);
    document.addEventListener('fullscreenchange', onChange);
    return () => document.removeEventListener('fullscreenchange', onChange);
  }, []);
  return (
    <div className={styles.corner}>
      <IconButton
        label={isFull ? 'Leave full screen' : 'Fill the screen'}
        shortcut="F"
        onPress={toggleFullScreen}
      >
        {isFull ? <Minimize /> : <Maximize />}
      </IconButton>
    </div>
  );
}
