import { create } from 'zustand';
import type { FinderMatch } from '../../shared/finder/match.ts';
import type { ProductRow } from '../../shared/domain/product.ts';
import { api } from '../api.ts';
import { useCanvas } from './canvas-state.ts';
import { showError, useToasts } from '../state/toasts.ts';
import { addRows } from './stack-edits.ts';

/** A line that a person has to decide about. */
export interface OpenLine {
  readonly text: string;
  readonly certainty: FinderMatch['certainty'];
  /** Products that it may mean, the likeliest first; empty where nothing is known. */
  readonly candidates: readonly ProductRow[];
}

interface PasteList {
  /** Lines to decide about; null while there is nothing to review. */
  readonly open: readonly OpenLine[] | null;
  /** How many were added without asking. */
  readonly added: number;
}

/** The review of a pasted list. */
export const usePasteList = create<PasteList>()(() => ({ open: null, added: 0 }));

const isDomain = (line: string): boolean =>
  /^(?:https?:\/\/)?(?:[\p{L}\d-]+\.)+\p{L}{2,}(?:\/\S*)?$/u.test(line);

const hostOf = (line: string): string =>
  line
    .replace(/^https?:\/\//i, '')
    .replace(/\/.*$/, '')
    .toLowerCase();

/**
 * Matches a list with the catalogue: what is sure goes onto the stack as one step, the rest is
 * asked about.
 */
export async function openPasteList(lines: readonly string[]): Promise<void> {
  const answer = await api.call('finder:match', {
    sightings: lines.map((line) =>
      isDomain(line)
        ? { kind: 'domain' as const, value: hostOf(line) }
        : { kind: 'name' as const, value: line },
    ),
  });
  if (!answer.ok) return showError(answer.error);
  const rows = new Map(answer.value.products.map((row) => [row.id, row]));
  const sure = new Map<string, ProductRow>();
  const open: OpenLine[] = [];
  answer.value.matches.forEach(({ certainty, product, alternatives }, index) => {
    const candidates = [...(product === null ? [] : [product]), ...alternatives].flatMap(
      (id) => rows.get(id) ?? [],
    );
    const [best] = candidates;
    if (certainty === 'sure' && best) sure.set(best.id, best);
    else open.push({ text: lines[index] ?? '', certainty, candidates });
  });
  const isAdded = sure.size === 0 || (await addRows([...sure.values()]));
  const added = isAdded ? sure.size : 0;
  if (open.length > 0) return usePasteList.setState({ open, added });
  const text = `${added} of ${lines.length} lines are products on this stack now.`;
  useCanvas.getState().announce(text);
  useToasts.getState().show({ tone: 'info', text });
}
