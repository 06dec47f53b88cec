import { create } from 'zustand';

export type DialogName =
  | 'palette'
  | 'shortcuts'
  | 'about'
  | 'new-stack'
  | 'rename-stack'
  | 'quick-add'
  | 'node-details'
  | 'structure'
  | 'examples'
  | 'export'
  | 'present'
  | 'versions'
  | 'swap'
  | null;

interface DialogState {
  readonly open: DialogName;
  show(dialog: DialogName): void;
}

/** One dialog at a time; Escape closes it and nothing else. */
export const useDialogs = create<DialogState>()((set) => ({
  open: null,
  show: (open) => set({ open }),
}));
