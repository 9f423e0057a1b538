import type { Rest } from './rest-of.ts';
import { restOf } from './rest-of.ts';
import { speedometer } from './speedometer.ts';

/** Less is a press with a shaking finger. */
const SLACK_PX = 4;

/** A sheet that can be dragged. */
export interface DraggedSheet {
  readonly panel: HTMLElement;
  isFull(): boolean;
  /** Brings it to rest from where the finger has left it. */
  rest(rest: Rest): void;
}

/** What the sheet is held by: its head with the handle; not what is read or written in it. */
const isHandle = (target: EventTarget | null): boolean =>
  target instanceof Element && !target.closest('a,input,textarea,.menu') && target.closest('.header,.grabber') !== null;

/**
 * Lets the head of a sheet follow a finger, pen or mouse 1:1, down and up, until `until` ends. A press that does not move
 * stays a press; one that does presses nothing.
 */
export function dragSheet({ panel, isFull, rest }: DraggedSheet, until: AbortSignal): void {
  let drag: { readonly id: number; readonly y: number; readonly height: number; held: boolean } | undefined;
  let meter = speedometer();
  const listen = <T extends 'pointerdown' | 'pointermove' | 'pointerup' | 'pointercancel'>(
    type: T,
    hear: (event: PointerEvent) => void,
  ) => panel.addEventListener(type, hear, { signal: until });

  listen('pointerdown', (event) => {
    if (drag || !event.isPrimary || event.button !== 0 || !isHandle(event.target)) return;
    drag = { id: event.pointerId, y: event.clientY, height: panel.offsetHeight, held: false };
    meter = speedometer();
    meter.note(event.timeStamp, event.clientY);
  });
  listen('pointermove', (event) => {
    if (!drag || event.pointerId !== drag.id) return;
    const moved = event.clientY - drag.y;
    meter.note(event.timeStamp, event.clientY);
    if (!drag.held && Math.abs(moved) <= SLACK_PX) return;
    if (!drag.held) panel.setPointerCapture(drag.id);
    drag.held = true;
    panel.style.translate = `0 ${Math.max(0, moved)}px`;
    // Upwards it grows as far as there is room; the sheet has a largest height.
    panel.style.height = moved < 0 && !isFull() ? `${drag.height - moved}px` : '';
  });
  const end = (event: PointerEvent) => {
    if (!drag || event.pointerId !== drag.id) return;
    const { y, height, held } = drag;
    drag = undefined;
    if (!held) return;
    const from = isFull() ? 'full' : 'half';
    const moved = event.clientY - y;
    // What the browser takes over, as for a gesture of its own, was not let go by anybody.
    rest(event.type === 'pointercancel' ? from : restOf({ from, moved, speed: meter.speed(event.timeStamp), height }));
  };
  listen('pointerup', end);
  listen('pointercancel', end);
}
