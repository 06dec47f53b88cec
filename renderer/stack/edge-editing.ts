import { create } from 'zustand';

interface EdgeEditing {
  /** The connection of the person's own whose label is being written. */
  readonly connectionId: string | null;
}

/** Which label is being written in its place; nothing of it is stored. */
export const useEdgeEditing = create<EdgeEditing>()(() => ({ connectionId: null }));
