import type { Connection, Serving, TimelineItem } from '@xiaoer/core';
import type { CouponBody, OrderCard, ProductCard, ProductVariant } from '@xiaoer/core/protocol';
import type { CardOutcome, FilledReturn } from '../content/card-context.ts';

/** Everything the widget tells its page, by name. */
export interface WidgetEvents {
  /** The widget is drawn and its commands work. */
  'widget:ready': Readonly<Record<string, never>>;
  'panel:opened': Readonly<Record<string, never>>;
  'panel:closed': Readonly<Record<string, never>>;
  'greeting:shown': { readonly text: string };
  'greeting:closed': Readonly<Record<string, never>>;
  'message:sent': TimelineItem;
  'message:received': TimelineItem;
  'message:failed': TimelineItem;
  'unread:changed': { readonly count: number };
  'handoff:changed': Serving;
  'connection:changed': Connection;
  'identity:changed': { readonly signedIn: boolean };
  /** A restore or trim on the server took away that many messages. */
  'history:reset': { readonly events: number };
  'consent:changed': { readonly consent: string };
  /** The shopper wants to see a product. Unanswered, the page goes to the product's address. */
  'product:view': { readonly product: ProductCard };
  /** The shopper wants a product in the cart. The answer is shown on the card. */
  'cart:add': { readonly product: ProductCard; readonly variant?: string | undefined; readonly quantity: number };
  /** The shopper chooses a variant. An answer that refuses it is shown, and it is not chosen. */
  'variant:choose': { readonly product: ProductCard; readonly variant: ProductVariant };
  /** The shopper wants a coupon. This and all below: unanswered, the wish goes to the server as a message. */
  'coupon:claim': { readonly coupon: CouponBody };
  'order:pay': { readonly order: OrderCard };
  /** The address of the order is right. */
  'order:confirm': { readonly order: OrderCard };
  'order:track': { readonly order: OrderCard };
  /** The shopper wants another address for the order. */
  'order:address': { readonly order: OrderCard };
  'order:cancel': { readonly order: OrderCard };
  /** The shopper wants to send the order back; `return:start` has the form that comes then. */
  'order:return': { readonly order: OrderCard };
  'return:start': { readonly order: string; readonly return: FilledReturn };
}

/** Events that ask the page: what a listener answers is shown on the card. */
export type WidgetQuestion =
  | 'product:view'
  | 'cart:add'
  | 'variant:choose'
  | 'coupon:claim'
  | 'return:start'
  | Extract<WidgetEventName, `order:${string}`>;

/** Name of an event. */
export type WidgetEventName = keyof WidgetEvents;

/** What a listener of a question may answer: nothing means that it was done. */
export type Answer = CardOutcome | boolean | undefined;

/** A listener. For a {@link WidgetQuestion} its answer, or the promise of one, is awaited. */
export type Listener<E extends WidgetEventName> = (detail: WidgetEvents[E]) => unknown;

/** The form in which every event reaches DOM listeners, as `xiaoer:noun:verb`. */
export interface WidgetDomEvent<E extends WidgetEventName = WidgetEventName> extends CustomEvent<WidgetEvents[E]> {
  /** Answers a {@link WidgetQuestion} later. */
  respondWith(answer: unknown): void;
}

/** Tells the page. */
export interface Events {
  on<E extends WidgetEventName>(name: E, listener: Listener<E>): () => void;
  /** Gives back what listeners answered, each once: a value, or the promise of one. */
  emit<E extends WidgetEventName>(name: E, detail: WidgetEvents[E]): unknown[];
}

/** Events of one widget, mirrored on its element. A listener that throws is reported and harms nobody else. */
export function createEvents(element: EventTarget): Events {
  const listeners = new Map<WidgetEventName, Set<(detail: never) => unknown>>();

  function emit<E extends WidgetEventName>(name: E, detail: WidgetEvents[E]): unknown[] {
    const answers: unknown[] = [];
    for (const listener of [...(listeners.get(name) ?? [])]) {
      try {
        answers.push((listener as Listener<E>)(detail));
      } catch (error) {
        reportError(error);
        answers.push(false);
      }
    }
    const event = new CustomEvent(`xiaoer:${name}`, { detail, bubbles: true, composed: true, cancelable: true });
    const respondWith = (answer: unknown) => {
      answers.push(answer);
    };
    element.dispatchEvent(Object.assign(event, { respondWith }));
    if (event.defaultPrevented) answers.push(undefined);
    return answers;
  }

  return {
    on(name, listener) {
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set.add(listener as (detail: never) => unknown));
      return () => {
        set.delete(listener as (detail: never) => unknown);
      };
    },
    emit,
  };
}
