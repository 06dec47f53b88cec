import { useEffect, useState } from 'react';
import { integrationKinds } from '../../shared/domain/catalogue.ts';
import type { Box } from '../../shared/stack/layout.ts';
import { api } from '../api.ts';
import { useCanvas } from '../stack/canvas-state.ts';
import { useStacks } from '../state/stacks.ts';
import { useTheme } from '../state/theme.ts';

/** The stack drawn, as a picture that stays sharp at any size. */
export interface Drawing {
  readonly url: string;
  /** Where it stands, in canvas units. */
  readonly bounds: Box;
}

/** The box that an SVG shows, or null where it says none. */
export function viewBoxOf(svg: string): Box | null {
  const found = /<svg[^>]*\sviewBox="([^"]*)"/.exec(svg);
  const [x, y, width, height] = (found?.[1] ?? '').split(' ').map(Number);
  const numbers = [x, y, width, height];
  if (numbers.some((each) => each === undefined || !Number.isFinite(each))) return null;
  return { x, y, width, height } as Box;
}

interface DrawingState {
  readonly drawing: Drawing | null;
  /** Why there is no picture, in a sentence. */
  readonly failure: string | null;
}

/** A pause this long in the changes of a stack, and it is drawn again. */
const SETTLED_MS = 120;

/**
 * The current stack as the export draws it, in the theme of the screen and without the kinds of
 * integrations that the canvas hides. Follows the stack; the last picture stays until the next is
 * ready, so that nothing flickers in front of a room.
 */
export function useDrawing(): DrawingState {
  const stackId = useStacks((state) => state.current?.stack.id ?? null);
  const revision = useStacks((state) => state.current?.revision ?? 0);
  const links = useStacks((state) => state.links);
  const hidden = useCanvas((state) => state.hidden);
  const look = useTheme();
  const [state, setState] = useState<DrawingState>({ drawing: null, failure: null });

  useEffect(() => {
    if (stackId === null) return;
    const controller = new AbortController();
    const draw = async (): Promise<void> => {
      const hiddenKinds = integrationKinds.filter((kind) => hidden.has(kind));
      const result = await api.call(
        'exchange:export-stack',
        { stackId, format: 'svg', look, transparent: true, show: { hiddenKinds, owners: true } },
        { signal: controller.signal },
      );
      if (controller.signal.aborted) return;
      if (!result.ok) return setState({ drawing: null, failure: result.error.message });
      const bytes = Uint8Array.from(atob(result.value.base64), (each) => each.charCodeAt(0));
      const bounds = viewBoxOf(new TextDecoder().decode(bytes));
      if (!bounds) return;
      const url = URL.createObjectURL(new Blob([bytes], { type: 'image/svg+xml' }));
      const picture = new Image();
      picture.src = url;
      await picture.decode().catch(() => {});
      if (controller.signal.aborted) URL.revokeObjectURL(url);
      else setState({ drawing: { url, bounds }, failure: null });
    };
    const timer = window.setTimeout(() => void draw(), SETTLED_MS);
    return () => {
      window.clearTimeout(timer);
      controller.abort();
    };
  }, [stackId, revision, links, hidden, look]);

  const url = state.drawing?.url;
  useEffect(() => {
    return () => {
      if (url !== undefined) URL.revokeObjectURL(url);
    };
  }, [url]);
  return state;
}
