// @vitest-environment happy-dom
import { act, screen } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import { nextDays, standing } from '../src/merchant/hours/next-days.ts';
import { mistakesAt } from '../src/merchant/settings/mistakes-at.ts';
import '../src/merchant/hours/hours-page.tsx';
import '../src/merchant/page-words/words-page.tsx';
import '../src/merchant/persona/persona-page.tsx';
import '../src/merchant/promises/promises-page.tsx';
import '../src/merchant/replies/replies-page.tsx';
import { drawn, memory, noPrivacy, settled, type } from './stage.tsx';

const WEEK = { mon: ['09:00-12:00', '13:00-18:00'], fri: ['09:00-18:00'] };
const FILES = { 'hours/week': WEEK, 'hours/timeZone': 'UTC', 'persona/tone': 'formal', 'policies/returnDays': 7 };
const SHOP = { name: { 'zh-CN': '云来', en: 'Yunlai' }, locales: ['zh-CN', 'en'], currency: 'CNY' };
const THANKS = {
  title: { 'zh-CN': '感谢', en: 'Thanks' },
  text: { 'zh-CN': '谢谢{shopper}。', en: 'Thank you {shopper}.' },
};

const overview = (now: object = {}, base = 0) => ({ base, shop: SHOP, files: FILES, now: { ...FILES, ...now } });

interface Sent {
  readonly changes: readonly object[];
  readonly note: string;
  readonly base: number;
}

/** A server that holds this, and answers what is saved as it is told. */
function house(now: object, ...answers: readonly Response[]) {
  const sent: Sent[] = [];
  const left = [...answers];
  return {
    sent,
    ask: async (_: string, init?: RequestInit): Promise<Response> => {
      if (init?.method !== 'POST') return Response.json(overview(now));
      sent.push(JSON.parse(String(init.body)) as Sent);
      return left.shift() ?? Response.json({ version: 3, ...overview(now, 3) });
    },
  };
}

async function opened(page: string, title: string, ask: ReturnType<typeof house>['ask'], more: object = {}) {
  const { desk } = drawn([], { privacy: { ...noPrivacy, role: async () => 'admin' as const }, ask, ...more });
  await settled();
  await act(async () => desk.merchant.go({ page }));
  await vi.waitFor(() => screen.getByRole('heading', { level: 1, name: title }));
  await settled();
  return desk;
}

const click = async (name: string | RegExp) => {
  await act(async () => screen.getByRole('button', { name }).click());
  await settled();
};
const field = (name: string | RegExp) => screen.getByLabelText<HTMLInputElement>(name);
const choose = async (name: string, value: string) => {
  await act(async () => {
    field(name).value = value;
    field(name).dispatchEvent(new Event('change', { bubbles: true }));
  });
};

it('tells the next days and how it stands, with days of their own, in the zone of the shop', () => {
  // A Friday, 14:24 in UTC and 22:24 in Shanghai.
  const now = Date.UTC(2026, 10, 20, 14, 24);
  const dates = { '2026-11-23': [], '2026-11-21': ['10:00-11:00'] };
  expect(nextDays(WEEK, dates, '2026-11-20', 4).map(({ day, ranges, own }) => [day, ranges, own])).toEqual([
    ['fri', ['09:00-18:00'], false],
    ['sat', ['10:00-11:00'], true],
    ['sun', [], false],
    ['mon', [], true],
  ]);
  expect(standing(WEEK, dates, 'UTC', now)).toEqual({ open: true, date: '2026-11-20', clock: '18:00' });
  expect(standing(WEEK, dates, 'Asia/Shanghai', now)).toEqual({ open: false, date: '2026-11-21', clock: '10:00' });
  expect([standing({}, {}, 'UTC', now), standing({}, { '2026-11-20': [] }, 'UTC', now)]).toEqual([
    undefined,
    { open: false, date: '2026-11-21', clock: '00:00' },
  ]);
});

it('finds what the server would refuse while it is typed', () => {
  const keys = (place: string, value: unknown) =>
    mistakesAt(place, value).map(({ at, key }) => `${at} ${key.slice(14)}`);
  expect(keys('hours/week', { mon: ['09:00-'], tue: ['09:00-12:00', '11:00-13:00'], wed: ['22:00-24:00'] })).toEqual([
    'mon range',
    'tue overlap',
  ]);
  expect(keys('greetings', [{ text: { 'zh-CN': '您好', en: '' }, pages: ['product'], every: -1 }])).toEqual([
    '0.text text',
    '0.pages page',
    '0.every number',
  ]);
  expect(keys('questions', [{ questions: [] }, { questions: ['?'] }])).toEqual([
    '0.questions text',
    '1.questions.0 text',
  ]);
  expect(keys('replies/hi', { title: 'Hi', text: 'Hello {customer}' })).toEqual(['text variable']);
  expect([
    keys('hours/timeZone', 'Mars/North'),
    keys('persona/avatar', 'javascript:1'),
    keys('policies/returnDays', '7,5'),
  ]).toEqual([[' zone'], [' address'], [' number']]);
  expect(keys('policies/shippingFee', { amount: 'ten', currency: 'CNY' })).toEqual([' number']);
  expect(keys('replies/hi', THANKS)).toEqual([]);
});

it('closes the shop for today by one press, says what changes, and saves it with a note', async () => {
  const { ask, sent } = house({});
  await opened('hours', 'Hours', ask);
  screen.getByText('Open now, until 18:00 (Fri, Nov 20, 2026).');
  await click('Closed today');
  screen.getByText('Closed now. Opens Mon, Nov 23, 2026, 09:00.');
  screen.getByText('1 change is not saved');
  await click('Look and save');
  screen.getByText('Days of their own: nothing → Fri, Nov 20, 2026 Closed');
  await type(field(/^Why/), 'Stocktaking');
  await click('Save');
  expect(sent).toEqual([
    {
      id: expect.any(String),
      changes: [{ do: 'set', to: { '2026-11-20': [] }, place: 'hours/dates' }],
      note: 'Stocktaking',
      base: 0,
    },
  ]);
  screen.getByText('Saved as version 3. It holds from now on.');
});

it('saves nothing with a mistake in it, and keeps what is typed over a reload', async () => {
  const storage = memory();
  const { ask, sent } = house({});
  await opened('hours', 'Hours', ask, { storage });
  await type(field('Friday, to, 1'), '08:00');
  screen.getByText('From must be before to. Over midnight take two days.');
  expect(field('Friday, to, 1').getAttribute('aria-invalid')).toBe('true');
  await click('Look and save');
  await click('Save');
  expect(sent).toEqual([]);
  document.body.replaceChildren();
  await opened('hours', 'Hours', ask, { storage });
  expect(field('Friday, to, 1').value).toBe('08:00');
  await click('Discard');
  await act(async () => screen.getAllByRole('button', { name: 'Discard' }).at(-1)?.click());
  await settled();
  expect([field('Friday, to, 1').value, storage.kept.size]).toEqual(['18:00', 0]);
});

it('a colleague who was faster is named, and saving again is over what was seen', async () => {
  const stale = { code: 'stale', message: 'stale', by: { version: 2, by: { id: 'agent:mei', name: 'Mei' } } };
  const { ask, sent } = house({}, Response.json(stale, { status: 409 }));
  await opened('promises', 'Promises', ask);
  await type(field('Days to return'), '30');
  await click('Look and save');
  await click('Save');
  screen.getByText(/^Version 2 by Mei changed one of these meanwhile/);
  await click('Save');
  expect(sent.map(({ changes }) => changes)).toEqual([
    [{ do: 'set', to: 30, place: 'policies/returnDays' }],
    [{ do: 'set', to: 30, place: 'policies/returnDays' }],
  ]);
});

it('shows what the server did not take at its field, and the way back to the files', async () => {
  const wrong = {
    code: 'invalid-changes',
    message: 'wrong',
    mistakes: [{ at: 'changes[0].to', place: 'persona/avatar', message: 'use an https address' }],
  };
  const { ask } = house({ 'persona/tone': 'playful' }, Response.json(wrong, { status: 400 }));
  await opened('persona', 'Persona', ask);
  screen.getByText(/The shop’s files say: Formal\./);
  await click('As in the files');
  expect(screen.queryByText(/The shop’s files say: Formal\./)).toBeNull();
  await type(field('Address of the picture'), 'https://cdn.example/a.png');
  await click('Look and save');
  await click('Save');
  expect(screen.getAllByText('The server does not take it: use an https address').length).toBeGreaterThan(0);
});

it('shows the greeting and the questions of a page as a shopper would see them', async () => {
  const { ask } = house({
    greetings: [{ pages: ['/product/*'], text: { 'zh-CN': '今天店休', en: 'Closed today' } }],
    questions: [{ questions: [{ 'zh-CN': '几点开门', en: 'When do you open?' }] }],
  });
  await opened('words', 'Greeting and questions', ask);
  screen.getByText('No greeting here.');
  await type(field('On the page'), '/product/clay-teapot?from=mail');
  expect(document.querySelector('.greeting-preview')?.textContent).toContain('今天店休');
  await choose('Language', 'en');
  await settled();
  expect(document.querySelector('.greeting-preview')?.textContent).toContain('Closed today');
  expect(document.querySelector('.questions-preview')?.textContent).toBe('When do you open?');
});

it('a reply is shown as it is sent, taken out, and brought back before it is saved', async () => {
  const { ask, sent } = house({ 'replies/thanks': THANKS });
  await opened('replies', 'Saved replies', ask);
  await act(async () => screen.getByRole('button', { name: /^Thanks/ }).click());
  await choose('Language', 'en');
  await settled();
  screen.getByText('Thank you Ms Zhou.');
  await click('Take this reply out');
  screen.getByText(/“thanks” is taken out once it is saved/);
  await click('New reply');
  const texts = screen.getAllByLabelText<HTMLTextAreaElement>(/^Text/);
  for (const one of texts) await type(one, 'Your order {order} is here.');
  for (const one of screen.getAllByLabelText<HTMLTextAreaElement>(/^Title/)) await type(one, 'Here');
  screen.getByText('Your order YL20261122 is here.');
  await click('Look and save');
  await click('Save');
  expect(sent[0]?.changes).toEqual([
    { do: 'clear', place: 'replies/thanks' },
    {
      do: 'set',
      to: {
        title: { 'zh-CN': 'Here', en: 'Here' },
        text: { 'zh-CN': 'Your order {order} is here.', en: 'Your order {order} is here.' },
      },
      place: expect.stringMatching(/^replies\/reply-/),
    },
  ]);
});
