import { useEffect, useRef, type RefObject } from 'react';

/**
 * Takes the keyboard where what had it is gone, such as a button that led here. Otherwise it would
 * begin at the top of the window again.
 * @returns a ref for an element that can have it (`tabIndex={-1}`)
 */
export function useFocusKept<E extends HTMLElement>(): RefObject<E | null> {
  const ref = useRef<E | null>(null);
  useEffect(() => {
    const { activeElement, body } = document;
    if (activeElement === null || activeElement === body)
      ref.current?.focus({ preventScroll: true });
  }, []);
  return ref;
}
