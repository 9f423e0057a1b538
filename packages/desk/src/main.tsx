import { effect } from '@preact/signals';
import { browserEnv, type Connection, createClient, idbStore, websocketTransport } from '@xiaoer/core';
import { createCatalogue } from './catalogue.ts';
import { createDesk } from './desk-client.ts';
import { pickLocale } from './locales/translate.ts';
import { mountDesk } from './mount.tsx';
import { hasKey } from './state/key.ts';
import { fetchOrders } from './state/orders-source.ts';
import { pageStorage } from './state/page-storage.ts';

const LOCALE_KEY = 'xiaoer-desk-locale';

/** The desk is served under its shop's own server, which knows which shop it is. */
const SHOP = document.documentElement.dataset['shop'] ?? 'default';

const storage = pageStorage();
const client = createClient({
  shop: SHOP,
  role: 'agent',
  env: browserEnv(),
  transport: websocketTransport(`${location.origin.replace(/^http/, 'ws')}/desk/ws`, WebSocket),
  openStore: idbStore,
  resume: true,
});
const desk = createDesk({
  client,
  catalogue: createCatalogue(async () => {
    const answer = await fetch('/shop/catalogue.json');
    if (!answer.ok) throw new Error(`The catalogue answered ${answer.status}.`);
    return answer.json();
  }),
  orders: fetchOrders((address) => fetch(address)),
  storage,
  now: () => Date.now(),
  locale: pickLocale(storage.getItem(LOCALE_KEY), navigator.languages),
});

/** A socket does not tell why it was refused, so the same address is asked in plain HTTP. */
async function lookForKey({ state, problem }: Connection): Promise<void> {
  if (state === 'online') desk.locked.value = false;
  else if (problem === 'unauthenticated') desk.locked.value = true;
  else if (state === 'offline' && !(await hasKey(fetch))) desk.locked.value = true;
  if (desk.locked.peek() && state !== 'idle') client.disconnect();
}

effect(() => storage.setItem(LOCALE_KEY, desk.locale.value));
effect(() => void lookForKey(client.connection.value));
effect(() => {
  if (desk.selected.value) history.replaceState(null, '', `#c=${desk.selected.value}`);
});

const [, remembered] = /^#c=([\w-]{16,40})$/.exec(location.hash) ?? [];
if (remembered) desk.select(remembered);

const place = document.getElementById('desk');
if (place) {
  mountDesk(desk, place, () => {
    desk.locked.value = false;
    client.connect();
  });
}
client.connect();
