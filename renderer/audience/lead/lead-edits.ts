import type { AudienceKey } from '../../../shared/audience/messages.ts';
import { indexOfPlace, presentSteps } from '../../present/steps.ts';
import { useStacks } from '../../state/stacks.ts';
import { useLead } from './lead-state.ts';

/** Begins to go through the stack in front of the audience. */
export function presentToAudience(): void {
  useLead.setState({ shows: 'steps', place: { id: '', index: 0 } });
}

/** Goes so many steps on, or back. */
export function goStep(by: number): void {
  const stack = useStacks.getState().current?.stack;
  if (!stack) return;
  const steps = presentSteps(stack);
  const index = Math.max(
    0,
    Math.min(indexOfPlace(steps, useLead.getState().place) + by, steps.length - 1),
  );
  useLead.setState({ place: { id: steps[index]?.id ?? '', index } });
}

export function toggleBlank(): void {
  useLead.setState(({ isBlank }) => ({ isBlank: !isBlank }));
}

export function toggleSpotlight(): void {
  useLead.setState(({ hasSpotlight }) => ({ hasSpotlight: !hasSpotlight }));
}

export function toggleLaser(): void {
  useLead.setState(({ hasLaser }) => ({ hasLaser: !hasLaser }));
}

/** Does what a key says that the audience's window has got. */
export function onAudienceKey(key: AudienceKey): void {
  if (key === 'blank') return toggleBlank();
  if (useLead.getState().shows === 'steps') goStep(key === 'next' ? 1 : -1);
}
