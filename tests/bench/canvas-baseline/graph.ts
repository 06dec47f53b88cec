/** What both baselines draw: the same products and lines as the stack that is measured. */
export interface BaselineGraph {
  readonly nodes: readonly {
    readonly id: string;
    readonly name: string;
    readonly x: number;
    readonly y: number;
  }[];
  readonly edges: readonly { readonly id: string; readonly from: string; readonly to: string }[];
}

declare global {
  interface Window {
    /** Draws a graph into the page, all of it in view; resolves when it is there. */
    showBaseline: (graph: BaselineGraph) => Promise<void>;
    /** The node that is dragged, in pixels of the window. */
    placeOf: (id: string) => { readonly x: number; readonly y: number };
  }
}

/** An element that fills the window. */
export function stage(): HTMLElement {
  const element = document.createElement('div');
  element.style.cssText = 'position: fixed; inset: 0';
  document.body.append(element);
  return element;
}
