import { type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import type { Client, TimelineItem } from '@xiaoer/core';
import type { CardContext } from '../content/card-context.ts';
import type { ContentRegistry } from '../content/registry.ts';
import type { StringKey } from '../locales/strings.ts';
import type { Memory } from '../state/consent.ts';
import type { Events } from '../state/events.ts';
import type { Extension } from '../state/extension.ts';
import type { Words } from '../state/language.ts';
import type { Consent, FocusProduct, WidgetOptions } from '../state/options.ts';
import type { Extras } from './create-extras.ts';

/** What the parts share: state as signals, and the few things that they ask for. */
export interface Shell {
  readonly options: ReadonlySignal<WidgetOptions>;
  readonly words: ReadonlySignal<Words>;
  /** Replaced by one that can attach as well, once the second stage is there. */
  readonly client: Signal<Client>;
  readonly memory: Memory;
  readonly events: Events;
  readonly root: ShadowRoot;
  readonly registry: ContentRegistry;
  readonly cards: CardContext;
  readonly extras: Extras;
  /** Address of the server, without a slash at its end. */
  readonly server: string;
  /** `closing` while the panel moves out. */
  readonly panel: ReadonlySignal<'closed' | 'open' | 'closing'>;
  /** Below 480 px: a sheet, and Enter is a new line. */
  readonly phone: ReadonlySignal<boolean>;
  /** The message that the next one answers. */
  readonly quoted: Signal<TimelineItem | null>;
  /** What went wrong last, above the field. */
  readonly problem: Signal<StringKey | null>;
  readonly focus: Signal<FocusProduct | null>;
  /** What the announcer reads out; asked again when the words change, which may come later. */
  readonly said: Signal<() => string>;
  /** What the page has added. */
  readonly extensions: Signal<readonly Extension[]>;
  /** Key of the first message that was unread when the panel opened. */
  readonly unreadFrom: Signal<string | null>;
  /** Set by the composer; the cursor goes there. */
  readonly field: { current: HTMLTextAreaElement | null };
  /** The product of a message written now. */
  about(): { readonly product: string } | undefined;
  open(): void;
  close(): void;
  /**
   * Says `text` in the shopper's name, about the product in focus and in answer to what is quoted.
   * @throws what `Client.send` rejects with; the text stays with the caller.
   */
  say(text: string): Promise<void>;
  /** Resolves, if somebody is being signed in, once they are or could not be. */
  signed(): Promise<unknown> | undefined;
  setLocale(locale: string): void;
  setConsent(consent: Exclude<Consent, 'ask'>): Promise<void>;
}

/** Follows a media query until `signal` ends. */
export function mediaSignal(query: string, until: AbortSignal): ReadonlySignal<boolean> {
  const list = matchMedia(query);
  const matches = signal(list.matches);
  list.addEventListener('change', () => (matches.value = list.matches), { signal: until });
  return matches;
}

/** Name of who wrote an item, in the reader's language. */
export function nameOf(from: TimelineItem['from'], { t }: Words): string {
  return from.name ?? t(from.role === 'shopper' ? 'row.you' : 'bot.name');
}

/** The name behind the initial of who wrote an item; undefined where the mark of the house stands. */
export const faceOf = (from: TimelineItem['from']): string | undefined =>
  from.role === 'agent' ? (from.name ?? '') : undefined;
