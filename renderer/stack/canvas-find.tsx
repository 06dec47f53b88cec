import { ChevronDown, ChevronUp, Search, X } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { create } from 'zustand';
import type { Stack } from '../../shared/stack/stack.ts';
import { IconButton } from '../ui/button.tsx';
import { useCanvas } from './canvas-state.ts';
import { findPlaces, placesOn, type Place } from './find-places.ts';
import { showNodes } from './stack-edits.ts';
import { focusCard } from './card-focus.ts';
import styles from './canvas-find.module.css';

interface FindState {
  /** How often it was asked for; 0 while it is closed. */
  readonly asked: number;
}

const useFind = create<FindState>()(() => ({ asked: 0 }));

export function openFind(): void {
  useFind.setState(({ asked }) => ({ asked: asked + 1 }));
}

/** Brings what was found into view and marks it: a connection by its panel, all else by selection. */
function showPlace({ type, id, shows }: Place): void {
  showNodes(shows);
  if (type !== 'connection') return useCanvas.getState().openEdge(null);
  useCanvas.getState().select([]);
  useCanvas.getState().openEdge({ type: 'user', connectionId: id });
}

function FindBar({ stack, asked }: { readonly stack: Stack; readonly asked: number }): ReactNode {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const field = useRef<HTMLInputElement | null>(null);
  const { nodes, items, connections } = stack;
  const places = useMemo(
    () => placesOn({ nodes, items, connections }),
    [nodes, items, connections],
  );
  const found = useMemo(() => findPlaces(places, text), [places, text]);
  // Something may have been removed meanwhile.
  const now = Math.min(at, Math.max(0, found.length - 1));
  const current = found[now];

  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [asked]);

  const show = (list: readonly Place[], index: number): void => {
    const place = list[index];
    setAt(index);
    if (!place) return;
    showPlace(place);
    const words = `${place.what}: ${place.words.slice(0, 80)}`;
    useCanvas.getState().announce(`${words}, ${index + 1} of ${list.length}.`);
  };
  const step = (by: 1 | -1): void => {
    if (found.length > 0) show(found, (now + by + found.length) % found.length);
  };
  const close = (): void => {
    useFind.setState({ asked: 0 });
    // Of a connection the end that it comes from; of nothing what was selected before.
    const card = current?.shows[0] ?? [...useCanvas.getState().selection][0];
    if (card !== undefined) focusCard(card);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' || event.key === 'F3') step(event.shiftKey ? -1 : 1);
    else if (event.key === 'ArrowDown') step(1);
    else if (event.key === 'ArrowUp') step(-1);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const hasText = text.trim() !== '';
  const count = found.length > 0 ? `${now + 1} of ${found.length}` : hasText ? 'Not found' : '';
  return (
    <div className={styles.bar} role="search" aria-label="Find on the canvas" onKeyDown={onKeyDown}>
      <Search aria-hidden="true" />
      <input
        ref={field}
        className={styles.field}
        aria-label="Find on the canvas"
        placeholder="Find on the canvas"
        value={text}
        maxLength={200}
        onChange={({ target: { value } }) => {
          setText(value);
          show(findPlaces(places, value), 0);
        }}
      />
      <span className={styles.count} role="status">
        {count}
      </span>
      <IconButton label="Previous" shortcut="⇧ ↵" isDisabled={!current} onPress={() => step(-1)}>
        <ChevronUp />
      </IconButton>
      <IconButton label="Next" shortcut="↵" isDisabled={!current} onPress={() => step(1)}>
        <ChevronDown />
      </IconButton>
      <IconButton label="Close" shortcut="Esc" onPress={close}>
        <X />
      </IconButton>
    </div>
  );
}

/** Goes from one to the next of all that is called so, or says so, on the canvas. */
export function CanvasFind({ stack }: { readonly stack: Stack }): ReactNode {
  const asked = useFind((state) => state.asked);
  useEffect(() => () => useFind.setState({ asked: 0 }), [stack.id]);
  return asked === 0 ? null : <FindBar stack={stack} asked={asked} />;
}
