import { create } from 'zustand';
import { unmarked, type PersonalChange, type PersonalMark } from '../../shared/domain/personal.ts';
import { api } from '../api.ts';
import { showError } from './toasts.ts';

interface PersonalState {
  /** What the person keeps about products, by product id; null until it has been read. */
  readonly marks: ReadonlyMap<string, PersonalMark> | null;
  load(): Promise<void>;
  /** @returns whether it was kept */
  set(change: PersonalChange): Promise<boolean>;
}

let isLoading = false;

export const usePersonal = create<PersonalState>()((set, get) => {
  const receive = (mark: PersonalMark): void =>
    set(({ marks }) => ({ marks: new Map(marks).set(mark.id, mark) }));
  return {
    marks: null,
    async load() {
      if (isLoading || get().marks) return;
      isLoading = true;
      // Changes of other windows come as events; a replaced workspace loads the page again.
      api.on('personal:changed', receive);
      const result = await api.call('personal:list', {});
      isLoading = false;
      if (result.ok) set({ marks: new Map(result.value.map((mark) => [mark.id, mark])) });
      else showError(result.error);
    },
    async set(change) {
      const result = await api.call('personal:set', change);
      if (result.ok) receive(result.value);
      else showError(result.error);
      return result.ok;
    },
  };
});

/** What the person keeps about a product; undefined until it has been read. */
export function useMark(id: string): PersonalMark | undefined {
  const marks = usePersonal((state) => state.marks);
  return marks ? (marks.get(id) ?? unmarked(id)) : undefined;
}
