import { type Signal, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/** How near the end counts as at the end, in CSS pixels. */
const NEAR = 48;

/** The row that is held still while something above it changes. */
interface Anchor {
  readonly key: string;
  readonly top: number;
}

/** The place of the reader in a list. */
export interface Scroll {
  /** Whether the reader is at the end: then the list follows. */
  readonly atEnd: Signal<boolean>;
  readonly onScroll: () => void;
  readonly toEnd: () => void;
}

const rowsOf = (box: HTMLElement) => [...box.querySelectorAll<HTMLElement>('[data-key]')];

function findAnchor(box: HTMLElement): Anchor | null {
  const row = rowsOf(box).find((each) => each.offsetTop + each.offsetHeight > box.scrollTop);
  return row ? { key: row.dataset['key'] ?? '', top: row.offsetTop - box.scrollTop } : null;
}

/**
 * Stays at the end when the reader is there, and never moves what is being read otherwise. The browser's own anchoring
 * is switched off in the sheet: it does nothing at the very top, and Safari has none.
 */
export function useScroll(box: RefObject<HTMLElement | null>, list: RefObject<HTMLElement | null>): Scroll {
  const atEnd = useSignal(true);
  const anchor = useRef<Anchor | null>(null);

  const settle = useCallback(() => {
    const element = box.current;
    if (!element) return;
    if (atEnd.peek()) element.scrollTop = element.scrollHeight;
    else {
      const held = anchor.current;
      const row = held && rowsOf(element).find((each) => each.dataset['key'] === held.key);
      if (row) element.scrollTop = row.offsetTop - held.top;
    }
  }, [atEnd, box]);

  // After every drawing, before it is painted.
  useLayoutEffect(settle);

  useEffect(() => {
    // Late growth: a picture, the keyboard, a panel that is made taller.
    const observer = new ResizeObserver(settle);
    for (const element of [box.current, list.current]) if (element) observer.observe(element);
    return () => observer.disconnect();
  }, [settle, box, list]);

  const onScroll = useCallback(() => {
    const element = box.current;
    if (!element) return;
    atEnd.value = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR;
    anchor.current = findAnchor(element);
  }, [atEnd, box]);

  const toEnd = useCallback(() => {
    atEnd.value = true;
    settle();
  }, [atEnd, settle]);

  return { atEnd, onScroll, toEnd };
}
