import { GripVertical, Keyboard, Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { shortcutLabel } from '../app/shortcuts.ts';
import { runAction } from '../state/actions.ts';
import { Button } from '../ui/button.tsx';
import styles from './empty-canvas-hint.module.css';

/** How to begin, on a canvas without products; drops and clicks go through to the canvas. */
export function EmptyCanvasHint(): ReactNode {
  return (
    <div className={styles.hint}>
      <h2>Nothing on this stack yet</h2>
      <ul>
        <li>
          <GripVertical aria-hidden="true" />
          <span>Drag products from the list on the left into a lane.</span>
        </li>
        <li>
          <Keyboard aria-hidden="true" />
          <span>
            Press <kbd>Q</kbd>, type three letters and Enter: each product goes into its lane.
          </span>
        </li>
        <li>
          <Search aria-hidden="true" />
          <span>
            Press <kbd>/</kbd> to search the list, Enter to add.
          </span>
        </li>
      </ul>
      <p>Integrations that are known between them appear by themselves.</p>
      <Button tone="primary" onPress={() => runAction('canvas.quick-add')}>
        Add products… <kbd>{shortcutLabel('Mod+Enter')}</kbd>
      </Button>
    </div>
  );
}
