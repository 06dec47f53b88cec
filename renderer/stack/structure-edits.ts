import { structureAs } from '../../shared/stack/templates/arrange-lanes.ts';
import type { StackTemplate } from '../../shared/stack/templates/template.ts';
import { runAction } from '../state/actions.ts';
import { useStacks } from '../state/stacks.ts';
import { useCanvas } from './canvas-state.ts';

/** As long as cards take to their new places; the style sheet has the same. */
const MOTION_MS = 320;
let ending: number | undefined;

/** Lets the cards glide to where the next change puts them, unless motion is to be reduced. */
export function glideNext(): void {
  const canvas = document.querySelector('[data-canvas]');
  if (!canvas || window.matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  canvas.setAttribute('data-gliding', '');
  window.clearTimeout(ending);
  ending = window.setTimeout(() => canvas.removeAttribute('data-gliding'), MOTION_MS);
}

/** Gives the stack the lanes of a template and its products their places in them, as one step. */
export async function structureStack(template: StackTemplate): Promise<boolean> {
  const stack = useStacks.getState().current?.stack;
  if (!stack) return false;
  glideNext();
  const done = await useStacks
    .getState()
    .apply({ type: 'restructure', ...structureAs(template, stack) });
  if (!done) return false;
  const locked = Object.values(stack.nodes).filter((node) => node.locked).length;
  if (locked > 0) {
    useCanvas.getState().announce(`Structured as ${template.title}; ${locked} locked stayed.`);
  }
  // The new lanes have to be drawn before they can be fitted into view.
  requestAnimationFrame(() => runAction('canvas.fit'));
  return true;
}
