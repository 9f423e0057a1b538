import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Command } from '../keys.ts';
import type { DeskLocale } from '../locales/translate.ts';
import type { DeskRole } from '../privacy/privacy-api.ts';
import type { DraftStorage } from '../state/drafts.ts';
import type { MerchantPlace } from './address.ts';
import { MERCHANT_PAGES, PAGES_IN_ORDER } from './page-list.ts';

/** What the pages of the merchant's room are given. */
export interface MerchantPorts {
  /** Asks the server the page is from. */
  readonly ask: (address: string, init?: RequestInit) => Promise<Response>;
  readonly storage: DraftStorage;
  readonly locale: ReadonlySignal<DeskLocale>;
  /** Id of who looks; undefined until the server has told. */
  readonly me: ReadonlySignal<string | undefined>;
  readonly now: () => number;
}

/** What a page does with a key outside fields. True when it has done something. */
export type PageKeys = (command: Command) => boolean;

/** The merchant's room. */
export interface MerchantDesk extends MerchantPorts {
  /** Whether this agent sees it: admins do. */
  readonly may: ReadonlySignal<boolean>;
  /** Id of the page that is shown. */
  readonly page: ReadonlySignal<string>;
  /** What is open in it, by the page's own names; part of the address. */
  readonly item: Signal<string | undefined>;
  /** Keys of the page that is shown. */
  readonly pageKeys: Signal<PageKeys | null>;
  /** Shows a page. One that is not known is the first. */
  go(place: MerchantPlace): void;
  /** Shows the page at a place of the list, from 1. */
  goTo(place: number): void;
  /** What a page keeps while others are shown: made once for each `create`, when it is first asked for. */
  state<T>(create: (ports: MerchantPorts) => T): T;
}

/** The state of the merchant's room. What its pages keep is made by them. */
export function createMerchantDesk(
  ports: MerchantPorts & {
    readonly role: ReadonlySignal<DeskRole>;
    /** Comes to the room. */
    readonly enter: () => void;
  },
): MerchantDesk {
  const { ask, storage, locale, me, now, role, enter } = ports;
  const first = PAGES_IN_ORDER[0]?.id ?? '';
  const page = signal(first);
  const item = signal<string>();
  const states = new Map<unknown, unknown>();
  const given: MerchantPorts = { ask, storage, locale, me, now };
  const go: MerchantDesk['go'] = (place) => {
    page.value = MERCHANT_PAGES.some(({ id }) => id === place.page) ? place.page : first;
    item.value = place.item;
    enter();
  };
  return {
    ...given,
    may: computed(() => role.value === 'admin'),
    page,
    item,
    pageKeys: signal(null),
    go,
    goTo(place) {
      const next = PAGES_IN_ORDER[place - 1];
      if (next) go({ page: next.id });
    },
    state<T>(create: (ports: MerchantPorts) => T): T {
      if (!states.has(create)) states.set(create, create(given));
      return states.get(create) as T;
    },
  };
}
