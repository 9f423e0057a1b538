import { effect, type Signal } from '@preact/signals-core';
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { shellPart } from '../shell-part.tsx';
import { closeOnBack } from './close-on-back.ts';
import { dragSheet } from './drag-sheet.ts';
import { Grabber } from './grabber.tsx';
import { keepInside } from './keep-inside.ts';
import type { Rest } from './rest-of.ts';
import { fadeOut, slide } from './slide.ts';

interface SheetProps {
  readonly panel: RefObject<HTMLElement | null>;
  readonly tall: Signal<boolean>;
}

/** What makes a panel the sheet of a phone: a handle to drag it by, focus that stays inside, and the way back. */
export const Sheet = shellPart((shell, { panel, tall }: SheetProps) => {
  const rest = (rest: Rest) => {
    const element = panel.current;
    // What was dragged away goes on from there.
    if (rest === 'closed' || !element) return shell.close();
    slide(element);
    element.style.translate = '';
    element.style.height = '';
    tall.value = rest === 'full';
  };
  useEffect(() => {
    const element = panel.current;
    if (!element) return;
    const ended = new AbortController();
    dragSheet({ panel: element, isFull: () => tall.peek(), rest }, ended.signal);
    element.addEventListener('keydown', (event) => keepInside(event, element), { signal: ended.signal });
    const ends = [
      closeOnBack(element, () => shell.panel.peek() === 'open'),
      effect(() => {
        if (shell.panel.value === 'closing') fadeOut(element.previousElementSibling);
      }),
    ];
    return () => {
      ended.abort();
      for (const end of ends) end();
    };
  }, [panel]);
  return <Grabber full={tall.value} onPress={() => rest(tall.peek() ? 'half' : 'full')} />;
});
