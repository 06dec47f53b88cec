import { useCallback, useEffect, useRef, useState } from 'react';
import type { ProductRow } from '../../shared/domain/product.ts';
import { api } from '../api.ts';

interface Answer {
  readonly text: string;
  readonly rows: readonly ProductRow[];
}

const none: Answer = { text: '', rows: [] };

async function ask(text: string, limit: number, signal?: AbortSignal): Promise<Answer | null> {
  if (text === '') return none;
  const page = await api.call('catalogue:query', { text, limit }, signal ? { signal } : {});
  return page.ok ? { text, rows: page.value.rows } : null;
}

export interface ProductSearch {
  /** Of the last text that was answered. */
  readonly rows: readonly ProductRow[];
  readonly isCurrent: boolean;
  /** The first hit of the text as it stands, waited for if need be. */
  readonly first: () => Promise<ProductRow | undefined>;
}

/** What stands below the field while there are no hits. */
export function emptySearchText(text: string, { isCurrent }: ProductSearch): string {
  if (text.trim() === '') {
    return 'Name, former name, domain or category; typing errors are forgiven.';
  }
  return isCurrent ? 'No product has this name.' : 'Searching…';
}

/** Finds products while somebody types. */
export function useProductSearch(typed: string, limit = 8): ProductSearch {
  const text = typed.trim();
  const [answer, setAnswer] = useState<Answer>(none);
  const wanted = useRef(text);
  useEffect(() => {
    wanted.current = text;
    const controller = new AbortController();
    void ask(text, limit, controller.signal).then((next) => {
      if (next && !controller.signal.aborted) setAnswer(next);
    });
    return () => controller.abort();
  }, [text, limit]);
  const isCurrent = answer.text === text;
  const first = useCallback(async () => {
    // Fast hands press Enter before the answer to the last letter is there.
    const current = isCurrent ? answer : await ask(text, limit);
    return current?.rows[0];
  }, [answer, isCurrent, text, limit]);
  return { rows: text === '' ? none.rows : answer.rows, isCurrent, first };
}
