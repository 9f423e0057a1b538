import type { Signal } from '@preact/signals-core';
import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { shellPart } from './shell-part.tsx';

/** The sheet closes when it is let go beyond this share of its height, or faster than this many pixels a millisecond. */
const FAR = 0.35;
const FAST = 0.5;

/** The handle of the sheet: follows the finger, and is a button for everybody else. */
export const Grabber = shellPart(
  (
    shell,
    {
      panel,
      tall,
    }: {
      readonly panel: RefObject<HTMLElement | null>;
      readonly tall: Signal<boolean>;
    },
  ) => {
    const { t } = shell.words.value;
    const from = useRef<{ readonly y: number; readonly at: number } | null>(null);
    const dragged = useRef(false);

    const move = (event: PointerEvent) => {
      if (!from.current || !panel.current) return;
      const down = event.clientY - from.current.y;
      if (Math.abs(down) > 4) dragged.current = true;
      panel.current.style.translate = `0 ${Math.max(0, down)}px`;
    };
    const end = (event: PointerEvent) => {
      const start = from.current;
      from.current = null;
      if (!start || !panel.current) return;
      panel.current.style.translate = '';
      if (!dragged.current) return;
      const down = event.clientY - start.y;
      const speed = down / Math.max(1, event.timeStamp - start.at);
      if (down > panel.current.offsetHeight * FAR || speed > FAST) shell.close();
      else tall.value = down < 0;
    };

    return (
      <button
        type="button"
        class="grabber"
        aria-label={t(tall.value ? 'panel.shorter' : 'panel.taller')}
        aria-expanded={tall.value}
        onPointerDown={(event) => {
          from.current = { y: event.clientY, at: event.timeStamp };
          dragged.current = false;
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={end}
        onClick={() => {
          // The click that ends a drag is not a press.
          if (!dragged.current) tall.value = !tall.value;
          dragged.current = false;
        }}
      />
    );
  },
);
