import type { Point } from '../../shared/diagram/route-edge.ts';
import type { DrawnEdge } from './canvas-edges.ts';

interface Edges {
  readonly at: (point: Point) => DrawnEdge | null;
  readonly byId: (id: string) => DrawnEdge | null;
}

const none: Edges = { at: () => null, byId: () => null };
let edges = none;

/** The edge at a point of the window, if the canvas draws one there. */
export const edgeAt = (point: Point): DrawnEdge | null => edges.at(point);

/** The edge that a label on the canvas belongs to, as the label names it. */
export const edgeOfLabel = (label: Element): DrawnEdge | null =>
  edges.byId(label.getAttribute('data-label-of') ?? '');

/**
 * Lets a canvas answer for its edges. They have no elements of their own to be pointed at: a wide
 * transparent line above each of thousands costs more than all else that is drawn.
 * @returns ends it
 */
export function answerForEdges(answers: Edges): () => void {
  edges = answers;
  return () => {
    if (edges === answers) edges = none;
  };
}
