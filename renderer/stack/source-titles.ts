import { useEffect } from 'react';
import { create } from 'zustand';
import { api } from '../api.ts';

type Titles = Readonly<Record<string, string>>;

const useTitles = create<{ readonly titles: Titles }>()(() => ({ titles: {} }));
let isAsked = false;

/** Titles of the catalogue's sources by id; empty until they have arrived. */
export function useSourceTitles(): Titles {
  useEffect(() => {
    if (isAsked) return;
    isAsked = true;
    void api.call('catalogue:sources', {}).then((result) => {
      if (!result.ok) {
        isAsked = false;
        return;
      }
      const titles = Object.fromEntries(result.value.map(({ id, title }) => [id, title]));
      useTitles.setState({ titles });
    });
  }, []);
  return useTitles((state) => state.titles);
}
