import type { Commands, Verb } from './commands.ts';
import type { XiaoerChatElement } from './element.ts';
import type { Listener, WidgetDomEvent, WidgetEventName } from './state/events.ts';

/**
 * The function of the script tag: a verb of {@link Commands} and what it takes. Before the widget has come a call waits,
 * and answers what takes it back; the verbs are its methods, too, once the widget is there.
 */
export interface XiaoerFunction extends Partial<Commands> {
  <E extends WidgetEventName>(verb: 'on', event: E, listener: Listener<E>): () => void;
  <V extends Exclude<Verb, 'on'>>(verb: V, ...values: Parameters<Commands[V]>): unknown;
  /** Calls made before the tag's script ran. */
  q?: ArrayLike<unknown>[];
}

/** The events of the widget as DOM listeners get them. */
type DomEvents = { [E in WidgetEventName as `xiaoer:${E}`]: WidgetDomEvent<E> };

declare global {
  var xiaoer: XiaoerFunction;
  interface HTMLElementTagNameMap {
    'xiaoer-chat': XiaoerChatElement;
  }
  interface WindowEventMap extends DomEvents {}
  interface HTMLElementEventMap extends DomEvents {}
}
