import { effect } from '@preact/signals';
import type { Desk } from '../desk-client.ts';
import { hashOf, type MerchantPlace, placeIn } from './address.ts';

/** The address of the page, after `#`. */
export interface AddressBar {
  hash(): string;
  /** A new entry: the browser's Back comes back here. */
  push(hash: string): void;
  replace(hash: string): void;
  onChange(listener: () => void): () => void;
}

/** The address bar of the page. */
export const addressBar: AddressBar = {
  hash: () => location.hash,
  push: (hash) => history.pushState(null, '', hash || location.pathname),
  replace: (hash) => history.replaceState(null, '', hash || location.pathname),
  onChange(listener) {
    addEventListener('hashchange', listener);
    return () => removeEventListener('hashchange', listener);
  },
};

const CONVERSATION = /^#c=([\w-]{16,40})$/;

/** Keeps the address and what is shown in step, so that a conversation and a page of the shop can be linked and reloaded. */
export function followAddress(desk: Desk, bar: AddressBar): () => void {
  /** Asked for before it is known who looks. */
  let wanted: MerchantPlace | undefined;

  const read = () => {
    const [, conversation] = CONVERSATION.exec(bar.hash()) ?? [];
    wanted = placeIn(bar.hash());
    if (conversation) {
      desk.select(conversation);
      desk.place.value = 'talks';
    }
    if (wanted && desk.merchant.may.peek()) {
      desk.merchant.go(wanted);
      wanted = undefined;
    }
  };
  read();

  const stops = [
    bar.onChange(read),
    effect(() => {
      if (!desk.merchant.may.value || !wanted) return;
      const place = wanted;
      wanted = undefined;
      desk.merchant.go(place);
    }),
    effect(() => {
      const shop = desk.place.value === 'shop';
      const page = desk.merchant.page.value;
      const item = desk.merchant.item.value;
      const selected = desk.selected.value;
      if (wanted && !shop && !selected) return;
      const next = shop ? hashOf({ page, item }) : selected ? `#c=${selected}` : '';
      const now = bar.hash();
      if (next === now) return;
      const before = placeIn(now);
      // Walking through a list leaves no trail, going somewhere else does.
      if (shop ? before?.page !== page : before !== undefined) bar.push(next);
      else bar.replace(next);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
