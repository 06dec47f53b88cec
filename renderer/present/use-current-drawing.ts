import { useMemo } from 'react';
import { integrationKinds, type IntegrationKind } from '../../shared/domain/catalogue.ts';
import { useCanvas } from '../stack/canvas-state.ts';
import { useStacks } from '../state/stacks.ts';
import { useTheme } from '../state/theme.ts';
import { useDrawing, type DrawingState } from './use-drawing.ts';

/** The kinds of integrations that the canvas hides. */
export function useHiddenKinds(): readonly IntegrationKind[] {
  const hidden = useCanvas((state) => state.hidden);
  return useMemo(() => integrationKinds.filter((kind) => hidden.has(kind)), [hidden]);
}

/**
 * The open stack, drawn in the theme of the screen and without what the canvas hides.
 * @param stackId its id, or null while nothing is to be drawn
 */
export function useCurrentDrawing(stackId: string | null): DrawingState {
  const revision = useStacks((state) => state.current?.revision ?? 0);
  const links = useStacks((state) => state.links);
  const hiddenKinds = useHiddenKinds();
  const look = useTheme();
  return useDrawing({ stackId, revision, links, hiddenKinds, look });
}
