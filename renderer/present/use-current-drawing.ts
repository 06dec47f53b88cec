import { useMemo } from 'react';
import type { EdgeFilter } from '../../shared/diagram/edge-filter.ts';
import { useCanvas } from '../stack/canvas-state.ts';
import { useStacks } from '../state/stacks.ts';
import { useTheme } from '../state/theme.ts';
import { useDrawing, type DrawingState } from './use-drawing.ts';

/** The integrations and connections that the canvas hides. */
export function useHiddenEdges(): readonly EdgeFilter[] {
  const hidden = useCanvas((state) => state.hidden);
  return useMemo(() => [...hidden].sort(), [hidden]);
}

/**
 * The open stack, drawn in the theme of the screen and without what the canvas hides.
 * @param stackId its id, or null while nothing is to be drawn
 */
export function useCurrentDrawing(stackId: string | null): DrawingState {
  const revision = useStacks((state) => state.current?.revision ?? 0);
  const links = useStacks((state) => state.links);
  const hidden = useHiddenEdges();
  const look = useTheme();
  return useDrawing({ stackId, revision, links, hidden, look });
}
