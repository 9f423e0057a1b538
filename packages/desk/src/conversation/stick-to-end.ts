import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** So near to the end a reader counts as being at it, in px. */
const NEAR = 48;

/** Where the reader stands in a scrolled list. */
export interface Stick {
  readonly box: RefObject<HTMLDivElement | null>;
  readonly content: RefObject<HTMLDivElement | null>;
  readonly atEnd: boolean;
  toEnd(): void;
}

/**
 * Keeps a list at its end while the reader is there, also when a picture loads or the field below grows; and keeps the
 * line being read in its place when older pages come in above. `subject` changes with the list, `first` with its
 * oldest row.
 */
export function useStickToEnd(subject: string, first: string | undefined, count: number): Stick {
  const box = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const stuck = useRef(true);
  const before = useRef<{ subject: string; first: string | undefined; height: number } | null>(null);
  const [atEnd, setAtEnd] = useState(true);

  const toEnd = () => {
    const element = box.current;
    if (element) element.scrollTop = element.scrollHeight;
  };

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const last = before.current;
    if (last?.subject !== subject) stuck.current = true;
    if (stuck.current) toEnd();
    else if (last && last.first !== first) element.scrollTop += element.scrollHeight - last.height;
    before.current = { subject, first, height: element.scrollHeight };
  }, [subject, first, count]);

  useEffect(() => {
    const element = box.current;
    if (!element || !content.current) return;
    let top = element.scrollTop;
    // A scroll is told late: rows that came in meanwhile must not look as if the reader had gone up.
    const look = () => {
      const near = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR;
      if (near || element.scrollTop < top) stuck.current = near;
      top = element.scrollTop;
      setAtEnd(stuck.current);
    };
    const grown = new ResizeObserver(() => {
      if (stuck.current) toEnd();
    });
    grown.observe(content.current);
    grown.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      grown.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, []);

  return { box, content, atEnd, toEnd };
}
