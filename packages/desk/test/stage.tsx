import { signal } from '@preact/signals';
import { act, cleanup, render } from '@testing-library/preact';
import type { InboxRow, ProductCard } from '@xiaoer/core/protocol';
import { afterEach, vi } from 'vitest';
import type { AccountApi } from '../src/account/account-api.ts';
import { App } from '../src/app.tsx';
import { createCatalogue } from '../src/catalogue.ts';
import { createDesk, type DeskOptions } from '../src/desk-client.ts';
import type { NumbersApi } from '../src/numbers/numbers-api.ts';
import type { PrivacyApi } from '../src/privacy/privacy-api.ts';
import type { QualityApi } from '../src/quality/quality-api.ts';
import { createSavedReplies } from '../src/replies/saved-replies.ts';
import type { DraftStorage } from '../src/state/drafts.ts';
import type { TicketsApi } from '../src/tickets/tickets-api.ts';
import { fakeClient, ME } from './fake-client.ts';

/** 20 November 2026, 14:24 in UTC. */
export const NOW = Date.UTC(2026, 10, 20, 14, 24);

/** A conversation id of the protocol's length. */
export const id = (name: string): string => `conversation-${name}`;

/** A row of the inbox. */
export const row = (name: string, more: Partial<InboxRow> = {}): InboxRow => ({
  conversation: id(name),
  mode: 'bot',
  serving: 0,
  head: 4,
  shopper: { role: 'shopper', id: `visitor-${name}`, name },
  ...more,
});

/** A row that waits since so many seconds. */
export const waiting = (name: string, seconds: number, more: Partial<InboxRow> = {}): InboxRow =>
  row(name, { mode: 'queued', serving: 3, requestedAt: NOW - seconds * 1000, ...more });

/** A row that the tested agent holds. */
export const held = (name: string, more: Partial<InboxRow> = {}): InboxRow =>
  row(name, { mode: 'agent', serving: 4, agent: { id: ME.id, name: 'Lin Yue' }, ...more });

export const TEAPOT: ProductCard = {
  id: 'teapot',
  title: 'Clay teapot, 280 ml',
  price: { amount: 26800, currency: 'CNY' },
  stock: 31,
  attributes: { material: 'purple clay' },
};
export const QUILT: ProductCard = {
  id: 'quilt',
  title: '全棉提花四件套',
  price: { amount: 49900, currency: 'CNY' },
  tags: ['纯棉'],
};

export const REPLIES = [
  { id: 'greeting', title: 'Greeting', text: 'Hello {shopper}, this is {agent}.' },
  { id: 'on-its-way', title: 'Order on its way', text: 'Your order {order} is on its way.' },
  { id: 'goodbye', title: 'Goodbye', text: 'Thank you for visiting {shop}.' },
];

/** Storage in memory. */
export function memory(): DraftStorage & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

/** Alerts that are counted instead of heard, in a tab that nobody looks at. */
export function silence() {
  const heard: string[] = [];
  return {
    heard,
    bell: { state: signal('on' as const), ring: () => void heard.push('ring'), toggle: () => undefined },
    notices: {
      permission: signal('granted' as const),
      ask: async () => undefined,
      show: ({ title, text }: { title: string; text: string }) => void heard.push(`${title}: ${text}`),
    },
    leads: () => true,
    looks: () => false,
  };
}

/** A server without tickets. */
export const noTickets: TicketsApi = {
  list: async () => ({ version: 0, tickets: [] }),
  setup: async () => undefined,
  events: async () => undefined,
  draft: async () => undefined,
  post: async () => ({ code: 'failed' }),
  bulk: async () => ({ code: 'failed' }),
  import: async () => undefined,
};

const refused = async () => ({ ok: false, code: 'failed' }) as const;

/** A server that lets nobody in. */
export const noAccount: AccountApi = {
  signIn: refused,
  account: async () => undefined,
  prove: refused,
  setPassword: refused,
  beginTotp: refused,
  endTotp: refused,
  signOut: refused,
};

/** A server that tells an agent nothing. */
export const noPrivacy: PrivacyApi = {
  role: async () => undefined,
  exportHref: (conversation, ending) => `/export/${conversation}.${ending}`,
  erase: async () => 'failed',
  reveal: async () => undefined,
};

/** A server without numbers. */
export const noNumbers: NumbersApi = { board: async () => undefined };

/** A server that knows no address. */
export const noServer = async (): Promise<Response> => new Response('', { status: 404 });

/** A server without samples. */
export const noQuality: QualityApi = {
  sample: async () => undefined,
  replay: async () => undefined,
  review: async () => undefined,
};

/** A desk on a fake client and a fake clock. */
export function stage(rows: readonly InboxRow[], more: Partial<DeskOptions> = {}) {
  vi.useFakeTimers({ now: NOW });
  const fake = fakeClient(() => Date.now(), rows);
  const storage = memory();
  const desk = createDesk({
    client: fake.client,
    catalogue: createCatalogue(async () => ({ shop: { id: 'yunlai' }, products: [TEAPOT, QUILT] })),
    orders: async () => undefined,
    replies: createSavedReplies(async () => ({ replies: REPLIES })),
    drafting: async (id) => [{ id: 'draft:1', text: `Draft in ${id}` }],
    tickets: noTickets,
    privacy: noPrivacy,
    numbers: noNumbers,
    quality: noQuality,
    account: noAccount,
    ask: noServer,
    answers: async (ids) => ids.map((answer) => ({ id: answer, text: `Answer ${answer}` })),
    storage,
    alerts: silence(),
    now: () => Date.now(),
    locale: 'en',
    ...more,
  });
  running.add(desk);
  return { ...fake, storage, desk };
}

/** The page of a desk. */
export function drawn(rows: readonly InboxRow[], more: Partial<DeskOptions> = {}) {
  const staged = stage(rows, more);
  const page = render(<App desk={staged.desk} retry={() => undefined} />);
  return { ...staged, page };
}

/** Lets everything that was started come to its end. */
export const settled = () => act(async () => void (await vi.advanceTimersByTimeAsync(20)));

/** Presses a key where the focus is, and tells whether it was taken. */
export async function press(key: string, init: KeyboardEventInit = {}, target: Element = document.body) {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
  await act(async () => void target.dispatchEvent(event));
  await settled();
  return event.defaultPrevented;
}

/** Writes into a field as a person does. */
export async function type(field: HTMLTextAreaElement | HTMLInputElement, text: string) {
  await act(async () => {
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
  await settled();
}

const running = new Set<{ stop(): void }>();

afterEach(() => {
  cleanup();
  for (const desk of running) desk.stop();
  running.clear();
  vi.useRealTimers();
});
