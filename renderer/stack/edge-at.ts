import type { Point } from '../../shared/diagram/route-edge.ts';
import type { DrawnEdge } from './canvas-edges.ts';

type Finder = (at: Point) => DrawnEdge | null;

let find: Finder = () => null;

/** The edge at a point of the window, if the canvas draws one there. */
export const edgeAt: Finder = (at) => find(at);

/**
 * Lets a canvas answer for its edges. They have no elements of their own to be pointed at: a wide
 * transparent line above each of thousands costs more than all else that is drawn.
 * @returns ends it
 */
export function answerForEdges(finder: Finder): () => void {
  find = finder;
  return () => {
    if (find === finder) find = () => null;
  };
}
