import { create } from 'zustand';

export const librarySections = [
  'catalogue',
  'numbers',
  'packs',
  'sources',
  'stacks',
  'import',
  'finder',
  'backups',
  'about',
] as const;
export type LibrarySection = (typeof librarySections)[number];

interface LibraryState {
  readonly section: LibrarySection;
  show(section: LibrarySection): void;
}

export const useLibrary = create<LibraryState>()((set) => ({
  section: 'catalogue',
  show: (section) => set({ section }),
}));
