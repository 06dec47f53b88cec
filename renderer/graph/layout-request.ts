/** What the layout needs to know of a graph; plain data, as it goes to a worker. */
export interface LayoutRequest {
  readonly nodes: readonly {
    readonly id: string;
    /** Room it takes, its name included. */
    readonly width: number;
    readonly height: number;
    /** Where it stands; one that is not fixed only starts there. */
    readonly at?: { readonly x: number; readonly y: number; readonly isFixed: boolean };
  }[];
  readonly edges: readonly {
    readonly from: string;
    readonly to: string;
    readonly isAside: boolean;
  }[];
}

export type LayoutAnswer = readonly {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}[];

/** What the worker says while it works, the last time with `isDone`. */
export interface LayoutMessage {
  readonly fraction: number;
  /** Places as far as they are found; null where there are none worth showing yet. */
  readonly answer: LayoutAnswer | null;
  readonly isDone: boolean;
}

/**
 * Lays a graph out in a worker.
 * @param onProgress told how much is done, and the places as far as they are found
 * @returns null where it was called off; the worker ends then at once
 */
export function requestLayout(
  request: LayoutRequest,
  signal: AbortSignal,
  onProgress: (message: LayoutMessage) => void,
): Promise<LayoutAnswer | null> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' });
    const end = (answer: LayoutAnswer | null): void => {
      worker.terminate();
      resolve(answer);
    };
    worker.addEventListener('message', ({ data }: MessageEvent<LayoutMessage>) => {
      if (data.isDone) end(data.answer);
      else if (!signal.aborted) onProgress(data);
    });
    worker.addEventListener('error', (event) => {
      worker.terminate();
      reject(new Error(event.message || 'The layout did not start.'));
    });
    if (signal.aborted) return end(null);
    signal.addEventListener('abort', () => end(null), { once: true });
    worker.postMessage(request);
  });
}
