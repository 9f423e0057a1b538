import type { WidgetDomEvent, WidgetEventName } from '../state/events.ts';
import type { AnalyticsEvent } from './analytics-event.ts';
import { createReader, type Reader } from './create-reader.ts';

/** What is listened to; the rest says nothing about how a shopper uses the chat. */
const WATCHED = [
  'panel:opened',
  'panel:closed',
  'message:sent',
  'message:received',
  'message:failed',
  'handoff:changed',
  'product:view',
  'cart:add',
  'variant:choose',
  'coupon:claim',
  'order:pay',
  'order:confirm',
  'order:track',
  'order:address',
  'order:cancel',
  'order:return',
  'return:start',
] as const satisfies readonly WidgetEventName[];

/** Whether the browser says that its user does not want to be followed (Global Privacy Control). */
const refused = (): boolean => (navigator as { readonly globalPrivacyControl?: boolean }).globalPrivacyControl === true;

/** Whether the widget has consent to more than it needs itself; it says so on its element. */
const agrees = (widget: EventTarget): boolean => widget instanceof HTMLElement && widget.dataset['consent'] === 'all';

/**
 * Watches every widget of the page, also those that come later, by the events that reach `window`. Each analytics event is
 * told to `take`, and dispatched on its widget as `xiaoer:analytics`. Watching answers no question of a card.
 *
 * Nothing is told while the browser sends the Global Privacy Control signal, nor while `consent` is less than `all`.
 *
 * @returns what ends it.
 */
export function watchChat(take: (event: AnalyticsEvent) => void = () => {}): () => void {
  const readers = new WeakMap<EventTarget, Reader>();
  const ended = new AbortController();
  const listen = (name: WidgetEventName, hear: (event: WidgetDomEvent, widget: EventTarget) => void) =>
    window.addEventListener(
      `xiaoer:${name}`,
      (event) => {
        if (event.target) hear(event as WidgetDomEvent, event.target);
      },
      { signal: ended.signal },
    );

  for (const name of WATCHED)
    listen(name, ({ detail }, widget) => {
      const read = readers.get(widget) ?? createReader(() => performance.now());
      readers.set(widget, read);
      // Read in any case: who agrees later is not told a wrong time.
      const events = read(name, detail as never);
      if (refused() || !agrees(widget)) return;
      for (const event of events) {
        widget.dispatchEvent(new CustomEvent('xiaoer:analytics', { detail: event, bubbles: true, composed: true }));
        take(event);
      }
    });
  return () => ended.abort();
}
