import { effect } from '@preact/signals';
import { browserEnv, type Connection, idbStore, websocketTransport } from '@xiaoer/core';
import { createDeskClient } from '@xiaoer/core/desk';
import { attachments, browserPainter } from '@xiaoer/core/uploads';
import { fetchAccount } from './account/account-api.ts';
import { createBell } from './alerts/bell.ts';
import { createNotices } from './alerts/notices.ts';
import { oneTab } from './alerts/one-tab.ts';
import { createCatalogue } from './catalogue.ts';
import { createDesk } from './desk-client.ts';
import { pickLocale } from './locales/translate.ts';
import { addressBar, followAddress } from './merchant/follow-address.ts';
import { mountDesk } from './mount.tsx';
import { fetchNumbers } from './numbers/numbers-api.ts';
import { fetchPrivacy } from './privacy/privacy-api.ts';
import { fetchQuality } from './quality/quality-api.ts';
import { createSavedReplies } from './replies/saved-replies.ts';
import { fetchAnswers, fetchDrafts } from './state/answers-source.ts';
import { keptStorage } from './state/kept-storage.ts';
import { hasKey } from './state/key.ts';
import { fetchOrders } from './state/orders-source.ts';
import { pageStorage } from './state/page-storage.ts';
import { fetchTickets } from './tickets/tickets-api.ts';

const LOCALE_KEY = 'xiaoer-desk-locale';
const AGAIN_MS = 2_000;

const storage = pageStorage();
const locale = pickLocale(storage.getItem(LOCALE_KEY), navigator.languages);

const catalogue = createCatalogue(async (language) => {
  const answer = await fetch(`/shop/catalogue.json?locale=${encodeURIComponent(language)}`);
  if (!answer.ok) throw new Error(`The catalogue answered ${answer.status}.`);
  return answer.json();
});

/** The desk serves the shop of its server, and learns its id there. */
async function shopId(): Promise<string> {
  for (;;) {
    try {
      return await catalogue.shop(locale);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }
}

const client = createDeskClient({
  shop: await shopId(),
  env: browserEnv(),
  transport: websocketTransport(`${location.origin.replace(/^http/, 'ws')}/desk/ws`, WebSocket),
  locale,
  attachments: attachments({
    fetch: (address, { method, headers, body = null, signal = null }) =>
      fetch(address, { method, headers, body, signal }),
    address: '',
    painter: browserPainter(globalThis),
  }),
});
const desk = createDesk({
  client,
  catalogue,
  orders: fetchOrders((address) => fetch(address)),
  replies: createSavedReplies(async (language) => {
    const answer = await fetch(`/desk/api/replies?locale=${encodeURIComponent(language)}`);
    if (!answer.ok) throw new Error(`The saved replies answered ${answer.status}.`);
    return answer.json();
  }),
  answers: fetchAnswers((address) => fetch(address)),
  drafting: fetchDrafts((address) => fetch(address)),
  numbers: fetchNumbers((address) => fetch(address)),
  quality: fetchQuality((address, init) => fetch(address, init)),
  tickets: fetchTickets((address, init) => fetch(address, init)),
  ask: (address, init) => fetch(address, init),
  account: fetchAccount((address, init) => fetch(address, init)),
  privacy: fetchPrivacy((address, init) => fetch(address, init)),
  storage: await keptStorage(storage, () => idbStore('xiaoer-desk')),
  alerts: {
    bell: createBell(storage, document, () => new AudioContext()),
    notices: createNotices(window),
    leads: oneTab(navigator.locks),
    looks: () => document.visibilityState === 'visible' && document.hasFocus(),
  },
  now: () => Date.now(),
  locale,
});

/** A socket does not tell why it was refused, so the same address is asked in plain HTTP. */
async function lookForKey({ state, problem }: Connection): Promise<void> {
  const refused =
    problem === 'unauthenticated' || (state === 'offline' && !(await hasKey((address) => fetch(address))));
  if (state === 'online') desk.locked.value = false;
  else if (refused) {
    desk.locked.value = true;
    client.disconnect();
  }
}

effect(() => {
  try {
    storage.setItem(LOCALE_KEY, desk.locale.value);
  } catch {
    // A full or forbidden storage forgets the language; nothing else depends on it.
  }
});
effect(() => void lookForKey(client.connection.value));
followAddress(desk, addressBar);

const place = document.getElementById('desk');
if (place) {
  mountDesk(desk, place, () => {
    desk.locked.value = false;
    client.connect();
  });
}
client.connect();
