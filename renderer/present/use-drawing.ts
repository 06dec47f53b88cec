import { useEffect, useState } from 'react';
import type { EdgeFilter } from '../../shared/diagram/edge-filter.ts';
import type { Link } from '../../shared/domain/product.ts';
import type { Box } from '../../shared/stack/layout.ts';
import { api } from '../api.ts';
import type { Theme } from '../state/theme.ts';

/** The stack drawn, as a picture that stays sharp at any size. */
export interface Drawing {
  readonly stackId: string;
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

/** What is drawn; a change of any of it draws anew. */
export interface DrawingRequest {
  /** Null for nothing. */
  readonly stackId: string | null;
  readonly revision: number;
  /** Known integrations among the products, as far as they are loaded. */
  readonly links: readonly Link[];
  readonly hidden: readonly EdgeFilter[];
  readonly look: Theme;
}

export interface DrawingState {
  readonly drawing: Drawing | null;
  /** Why there is no picture of the stack as it is now, in a sentence. */
  readonly failure: string | null;
}

/** A pause this long in the changes of a stack, and it is drawn again. */
const SETTLED_MS = 120;

/**
 * A stack as the export draws it. Follows the stack; the last picture stays until the next is ready,
 * so that nothing flickers in front of a room.
 */
export function useDrawing(request: DrawingRequest): DrawingState {
  const { stackId, revision, links, look } = request;
  const filters = request.hidden.join(' ');
  const [state, setState] = useState<DrawingState>({ drawing: null, failure: null });

  useEffect(() => {
    if (stackId === null) return;
    const controller = new AbortController();
    const hidden = filters.split(' ').filter(Boolean) as EdgeFilter[];
    const draw = async (): Promise<void> => {
      const result = await api.call(
        'exchange:export-stack',
        { stackId, format: 'svg', look, transparent: true, show: { hidden, owners: true } },
        { signal: controller.signal },
      );
      if (controller.signal.aborted) return;
      if (!result.ok) {
        const { message } = result.error;
        return setState(({ drawing }) => ({ drawing, failure: message }));
      }
      const bytes = Uint8Array.from(atob(result.value.base64), (each) => each.charCodeAt(0));
      const bounds = viewBoxOf(new TextDecoder().decode(bytes));
      if (!bounds) return;
      const url = URL.createObjectURL(new Blob([bytes], { type: 'image/svg+xml' }));
      const picture = new Image();
      picture.src = url;
      await picture.decode().catch(() => {});
      if (controller.signal.aborted) URL.revokeObjectURL(url);
      else setState({ drawing: { stackId, url, bounds }, failure: null });
    };
    const timer = window.setTimeout(() => void draw(), SETTLED_MS);
    return () => {
      window.clearTimeout(timer);
      controller.abort();
    };
  }, [stackId, revision, links, filters, look]);

  const url = state.drawing?.url;
  useEffect(() => {
    return () => {
      if (url !== undefined) URL.revokeObjectURL(url);
    };
  }, [url]);
  return state;
}
