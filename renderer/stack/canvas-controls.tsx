import { useReactFlow, useStore } from '@xyflow/react';
import { Map as MapIcon, Maximize, Minus, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useOfferCanvas } from '../audience/canvas-access.ts';
import { shortcutLabel } from '../app/shortcuts.ts';
import { IconButton } from '../ui/button.tsx';
import { showsMinimap, useCanvas } from './canvas-state.ts';
import { glideOf } from './use-canvas-viewport.ts';
import styles from './canvas-controls.module.css';

interface CanvasControlsProps {
  readonly onFit: () => void;
  /** How many the stack has. */
  readonly products: number;
}

export function CanvasControls({ onFit, products }: CanvasControlsProps): ReactNode {
  useOfferCanvas();
  const flow = useReactFlow();
  const percent = useStore((state) => Math.round(state.transform[2] * 100));
  const hasMinimap = useCanvas(({ isMinimapOn }) => showsMinimap(isMinimapOn, products));
  return (
    <div className={styles.controls} role="toolbar" aria-label="View of the canvas">
      <IconButton
        label="Zoom out"
        shortcut={shortcutLabel('Mod+-')}
        onPress={() => void flow.zoomOut({ duration: glideOf(120) })}
      >
        <Minus />
      </IconButton>
      <button
        type="button"
        className={styles.percent}
        title="Back to 100 %"
        aria-label={`Zoom ${percent} %, back to 100 %`}
        onClick={() => void flow.zoomTo(1, { duration: glideOf(120) })}
      >
        {percent} %
      </button>
      <IconButton
        label="Zoom in"
        shortcut={shortcutLabel('Mod+=')}
        onPress={() => void flow.zoomIn({ duration: glideOf(120) })}
      >
        <Plus />
      </IconButton>
      <span className={styles.line} />
      <IconButton label="Zoom to fit" shortcut={shortcutLabel('Shift+1')} onPress={onFit}>
        <Maximize />
      </IconButton>
      <IconButton
        label="Overview map"
        shortcut={shortcutLabel('M')}
        pressed={hasMinimap}
        onPress={() => useCanvas.getState().toggleMinimap(products)}
      >
        <MapIcon />
      </IconButton>
    </div>
  );
}
