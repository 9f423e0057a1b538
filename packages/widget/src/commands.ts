import type { PageSignal } from '@xiaoer/core/protocol';
import type { Events, Listener, WidgetEventName } from './state/events.ts';
import type { Extension } from './state/extension.ts';
import type { Consent, WidgetOptions } from './state/options.ts';

/** A fresh token of the merchant, or the way to get one. A function is asked again when the token ends. */
export type TokenSource = string | (() => string | Promise<string>);

/** The public verbs of one widget. */
export interface Commands {
  /** Draws the widget, if that has not happened, and merges `options`. */
  boot(options?: Partial<WidgetOptions>): void;
  /** Merges `options`: what is not named stays as it is. */
  update(options: Partial<WidgetOptions>): void;
  /**
   * Signs the shopper in, on this and every other device. The promise ends when the session is open, which may be
   * only when the panel is.
   */
  identify(token: TokenSource): Promise<void>;
  /** Signs out: what this identity stored is wiped. */
  logout(): Promise<void>;
  /** Shows the launcher again. */
  show(): void;
  /** Hides launcher and panel. */
  hide(): void;
  open(): void;
  close(): void;
  toggle(): void;
  /** Says `text` in the shopper's name, and opens the panel. */
  send(text: string): Promise<void>;
  /** Tells the desk what the page shows; kept nowhere. */
  track(page: PageSignal): void;
  setLocale(locale: string): void;
  /** What the browser may keep. `none` also wipes what it has kept. */
  consent(consent: Exclude<Consent, 'ask'>): Promise<void>;
  /** Listens to an event; the answer ends it. */
  on<E extends WidgetEventName>(event: E, listener: Listener<E>): () => void;
  /** Adds cards, actions and things in places of the widget; the answer takes them away again. */
  extend(extension: Extension): () => void;
  /** Leaves nothing behind. */
  destroy(): void;
}

/** Name of a verb. */
export type Verb = keyof Commands;

/** A call as the queue keeps it: verb, arguments; `undo` once it was made. */
export type Call = unknown[] & { undo?: () => unknown };

/**
 * Makes one queued or direct call.
 *
 * @throws TypeError for an unknown verb.
 */
export function call(commands: Commands, [verb, ...values]: readonly unknown[]): unknown {
  const command = typeof verb === 'string' && Object.hasOwn(commands, verb) ? commands[verb as Verb] : undefined;
  if (!command) throw new TypeError(`xiaoer: unknown command ${JSON.stringify(verb)}`);
  return (command as (...values: unknown[]) => unknown)(...values);
}

/** Makes the calls that came before the widget did, in their order. One that throws is reported and skipped. */
export function replay(commands: Commands, queue: readonly (ArrayLike<unknown> & { undo?: () => unknown })[]): void {
  for (const waiting of queue) {
    // A listener that was taken back before it could be heard has no arguments left.
    if (waiting.length === 0) continue;
    try {
      const answer = call(commands, Array.from(waiting));
      if (typeof answer === 'function') waiting.undo = answer as () => unknown;
    } catch (error) {
      reportError(error);
    }
  }
}

/** Reads a token source of the host page as a function. */
export function tokenSource(source: TokenSource): () => Promise<string> {
  if (typeof source !== 'string' && typeof source !== 'function')
    throw new TypeError('xiaoer: identify needs a token, or a function that gives one');
  return async () => (typeof source === 'string' ? source : source());
}

/** `on`, checked at the public door. */
export function listen(events: Events): Commands['on'] {
  return (event, listener) => {
    if (typeof listener !== 'function') throw new TypeError(`xiaoer: on ${event} needs a function`);
    return events.on(event, listener);
  };
}
