import { useEffect, useMemo, useState } from 'react';
import { versioned, type Show } from '../../../shared/audience/messages.ts';
import { displayText } from '../../../shared/diagram/measure-text.ts';
import type { Box } from '../../../shared/stack/layout.ts';
import type { Stack } from '../../../shared/stack/stack.ts';
import { indexOfPlace, presentSteps, type PresentStep } from '../../present/steps.ts';
import { useHiddenEdges } from '../../present/use-current-drawing.ts';
import { useCanvas } from '../../stack/canvas-state.ts';
import { useStacks } from '../../state/stacks.ts';
import { useTheme } from '../../state/theme.ts';
import { useCanvasAccess } from '../canvas-access.ts';
import { pageId } from '../channel.ts';
import { throttled } from '../throttled.ts';
import { useLead } from './lead-state.ts';

/** The audience's picture glides from view to view, so it need not hear of each on the way. */
const VIEW_MS = 100;

/** What the facilitator has in view, in canvas units; the last of it while another screen is open. */
function useView(isWanted: boolean): Box | null {
  const canvas = useCanvasAccess((state) => state.canvas);
  const [view, setView] = useState<Box | null>(null);
  useEffect(() => {
    if (!isWanted || !canvas) return;
    const tell = throttled(() => setView(canvas.view()), VIEW_MS);
    tell(undefined);
    const stop = canvas.onViewChange(() => tell(undefined));
    return () => {
      stop();
      tell.cancel();
    };
  }, [isWanted, canvas]);
  return isWanted ? view : null;
}

/** The product under the pointer, else the only one that is selected; of a step only its own. */
function useLit(
  stack: Stack | null,
  step: PresentStep | undefined,
  isWanted: boolean,
): string | null {
  const id = useCanvas(({ hovered, selection }) => {
    if (!isWanted) return null;
    const [only, ...more] = selection;
    return hovered ?? (more.length === 0 ? (only ?? null) : null);
  });
  if (id === null || !stack?.nodes[id]) return null;
  // What stands elsewhere is not on the screen, and its lines would lead out of it.
  return step && !step.nodes.some((node) => node.id === id) ? null : id;
}

export interface Steps {
  readonly steps: readonly PresentStep[];
  readonly index: number;
}

const noSteps: readonly PresentStep[] = [];

/** The steps of the open stack and where among them the audience is. */
export function useSteps(): Steps {
  const stack = useStacks((state) => state.current?.stack ?? null);
  const place = useLead((state) => state.place);
  const steps = useMemo(() => (stack ? presentSteps(stack) : noSteps), [stack]);
  return { steps, index: indexOfPlace(steps, place) };
}

const MAX_TITLE = 400;

/**
 * What the audience is to see now; null while this page does not lead.
 * @param voteId the vote that is put before the room
 */
export function useShow({ steps, index }: Steps, voteId: string | null): Show | null {
  const since = useLead((state) => state.since);
  const shows = useLead((state) => state.shows);
  const isBlank = useLead((state) => state.isBlank);
  const hasSpotlight = useLead((state) => state.hasSpotlight);
  const hasAgenda = useLead((state) => state.hasAgenda);
  const held = useLead((state) => state.held);
  const stack = useStacks((state) => state.current?.stack ?? null);
  const theme = useTheme();
  const hidden = useHiddenEdges();
  const view = useView(shows === 'view');
  // A vote takes the place of the step.
  const step = shows === 'steps' && voteId === null ? steps[index] : undefined;
  const lit = useLit(stack, step, hasSpotlight);
  if (since === null) return null;
  if (held) return { ...held, from: pageId, since, isBlank, isFrozen: true };
  const title = step?.title ?? displayText(stack?.name ?? '');
  return versioned({
    type: 'show',
    from: pageId,
    since,
    stackId: stack?.id ?? null,
    title: title.slice(0, MAX_TITLE),
    theme,
    hidden: [...hidden],
    view: step ? step.box : view,
    step: step ? { index, count: steps.length } : null,
    voteId,
    hasAgenda,
    lit,
    isBlank,
    isFrozen: false,
  }) as Show;
}
