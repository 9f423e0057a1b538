// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import type { AnalyticsEvent } from '../src/analytics/analytics-event.ts';
import { createReader } from '../src/analytics/create-reader.ts';
import { toDataLayer } from '../src/analytics/to-data-layer.ts';
import { watchChat } from '../src/analytics/watch-chat.ts';
import type { WidgetEventName, WidgetEvents } from '../src/state/events.ts';
import { createEvents } from '../src/state/events.ts';
import { fakeClient } from './fake-client.ts';

const { bot, me, of, item } = fakeClient();
const AGENT = { role: 'agent', id: 'lin', name: 'Lin' } as const;
const product = { id: 'wool', title: 'Wool duvet', price: { amount: 89_900, currency: 'CNY' } };

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

test('a conversation as analytics tell it', () => {
  let at = 0;
  const read = createReader(() => at);
  const log: string[] = [];
  const tell = <E extends WidgetEventName>(after: number, name: E, detail: WidgetEvents[E]) => {
    at += after;
    for (const { name: told, parameters } of read(name, detail)) log.push(`${told} ${JSON.stringify(parameters)}`);
  };
  tell(0, 'widget:ready', {});
  tell(0, 'panel:opened', {});
  tell(3_000, 'message:sent', me('Which duvet is warm?'));
  tell(40, 'message:received', bot('The wool one'));
  tell(1, 'message:received', of({ kind: 'products', body: { items: [{ product: 'wool' }, { product: 'silk' }] } }));
  tell(900, 'product:view', { product });
  tell(10, 'cart:add', { product, quantity: 1 });
  tell(
    5,
    'message:sent',
    item({ role: 'shopper', id: 'me' }, { kind: 'text', body: { text: 'Yes', reply: { to: 4 } } }),
  );
  tell(20, 'message:received', of({ kind: 'order', body: { order: 'o-1' } }));
  tell(20, 'order:track', { order: { id: 'o-1' } as never });
  tell(0, 'handoff:changed', { mode: 'queued', seq: 9 });
  tell(1_000, 'handoff:changed', { mode: 'queued', seq: 9 });
  tell(29_000, 'handoff:changed', { mode: 'agent', seq: 10 });
  tell(0, 'message:sent', me('Hello'));
  tell(2_000, 'message:received', item(AGENT, { kind: 'text', body: { text: 'Hello' } }));
  tell(0, 'handoff:changed', { mode: 'bot', seq: 11 });
  tell(0, 'message:sent', item({ role: 'shopper', id: 'me' }, { kind: 'rating', body: { state: 'given', score: 5 } }));
  tell(0, 'message:failed', { ...me('x'), error: 'too-large' });
  tell(4_000, 'panel:closed', {});
  expect(log).toEqual([
    'chat_opened {}',
    'chat_asked {"question":1,"length":20}',
    'chat_answered {"by":"bot","milliseconds":40}',
    'card_shown {"card":"products","items":"wool,silk"}',
    'card_clicked {"action":"product:view","item":"wool"}',
    'card_clicked {"action":"cart:add","item":"wool"}',
    'card_answered {}',
    'chat_answered {"by":"bot","milliseconds":20}',
    'card_shown {"card":"order","items":"o-1"}',
    'card_clicked {"action":"order:track","item":"o-1"}',
    'handoff_queued {}',
    'handoff_joined {"seconds":30}',
    'chat_asked {"question":2,"length":5}',
    'chat_answered {"by":"agent","milliseconds":2000}',
    'handoff_ended {}',
    'chat_rated {"score":5}',
    'chat_failed {"code":"too-large"}',
    'chat_closed {"seconds":40}',
  ]);
});

/** A widget's element with its events. */
function widget() {
  const element = document.body.appendChild(document.createElement('xiaoer-chat'));
  element.dataset['consent'] = 'all';
  return { element, events: createEvents(element) };
}

test('watching dispatches on the widget, tells the taker, and answers no question', () => {
  const { element, events } = widget();
  const taken: AnalyticsEvent[] = [];
  const heard: unknown[] = [];
  ends.push(watchChat((event) => taken.push(event)));
  element.addEventListener('xiaoer:analytics', (event) => heard.push((event as CustomEvent).detail));
  events.emit('panel:opened', {});
  expect(events.emit('cart:add', { product, quantity: 1 })).toEqual([]);
  expect(taken.map(({ name }) => name)).toEqual(['chat_opened', 'card_clicked']);
  expect(heard).toEqual(taken);
  ends.splice(0)[0]?.();
  events.emit('panel:opened', {});
  expect(taken.length).toBe(2);
});

test('nothing is told under Global Privacy Control, nor with less consent than to all', () => {
  const { element, events } = widget();
  const taken: string[] = [];
  ends.push(watchChat(({ name }) => taken.push(name)));
  vi.stubGlobal('navigator', { globalPrivacyControl: true });
  events.emit('panel:opened', {});
  expect(taken).toEqual([]);
  vi.unstubAllGlobals();
  for (const consent of ['none', 'functional', 'ask']) {
    element.dataset['consent'] = consent;
    events.emit('panel:closed', {});
  }
  expect(taken).toEqual([]);
  element.dataset['consent'] = 'all';
  events.emit('panel:opened', {});
  expect(taken).toEqual(['chat_opened']);
});

test('a data layer gets names and parameters that meet nobody else’s', () => {
  const page = window as { dataLayer?: unknown[] };
  delete page.dataLayer;
  toDataLayer({ name: 'chat_rated', parameters: { score: 4 } });
  page.dataLayer?.push({ event: 'theirs' });
  toDataLayer({ name: 'chat_opened', parameters: {} });
  expect(page.dataLayer).toEqual([
    { event: 'xiaoer_chat_rated', xiaoer_score: 4 },
    { event: 'theirs' },
    { event: 'xiaoer_chat_opened' },
  ]);
});
