// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { deskTranslator } from '../src/locales/translate.ts';
import { lastDays } from '../src/numbers/days.ts';
import { figuresIn } from '../src/numbers/figures.ts';
import { fetchNumbers } from '../src/numbers/numbers-api.ts';
import { topicName } from '../src/numbers/topic-name.ts';
import type { DeskRole } from '../src/privacy/privacy-api.ts';
import { drawn, NOW, noPrivacy, press, settled } from './stage.tsx';

const as = (role: DeskRole) => ({ privacy: { ...noPrivacy, role: async () => role } });

it('does not show the room to those who may not see it', async () => {
  const { desk } = drawn([], as('agent'));
  await settled();
  await press('g');
  await press('n');
  expect(desk.place.value).toBe('talks');
  expect(document.querySelector('[aria-keyshortcuts="G N"]')).toBeNull();
});

it('goes to the room by a key, where those of the conversations mean nothing, and back', async () => {
  const lead = drawn([], as('lead'));
  await settled();
  await press('g');
  await press('n');
  expect(lead.desk.place.value).toBe('numbers');
  // Keys of the conversations mean nothing here.
  await press('t');
  await press('j');
  expect([lead.desk.place.value, lead.desk.selected.value]).toEqual(['numbers', null]);
  await press('g');
  await press('w');
  expect([lead.desk.place.value, lead.desk.view.value]).toEqual(['talks', 'waiting']);
});

it('asks for a board by its filters, and takes nothing but a board for one', async () => {
  const asked: string[] = [];
  const shown = { board: {}, names: {}, days: ['2026-11-20'] };
  const answers = [Response.json(shown), new Response('<html>', { status: 200 }), new Response('', { status: 503 })];
  const numbers = fetchNumbers(async (address) => {
    asked.push(address);
    return answers.shift() ?? Promise.reject(new TypeError('offline'));
  });
  const filter = { from: '2026-11-01', to: '2026-11-20', shop: '', group: 'vip', agent: '', lang: 'zh' };
  expect(await numbers.board(filter, 'en')).toEqual(shown);
  for (let n = 0; n < 3; n++) expect(await numbers.board(filter, 'en')).toBeUndefined();
  expect(asked[0]).toBe('/desk/api/numbers?from=2026-11-01&to=2026-11-20&group=vip&lang=zh&locale=en');
});

it('writes figures as people read them', () => {
  const en = figuresIn('en');
  expect([
    en.share(1, 3),
    en.share(1, 0),
    en.time(undefined),
    en.time(42_400),
    en.time(150_000),
    en.time(9_000_000),
  ]).toEqual(['33%', '—', '—', '42 sec', '2.5 min', '2.5 hr']);
  expect([en.count(1_234), en.day('2026-11-02'), en.language('zh')]).toEqual(['1,234', 'Nov 2', 'Chinese']);
  vi.setSystemTime(NOW);
  expect(lastDays(7, NOW)).toEqual({ from: '2026-11-14', to: '2026-11-20' });
  const t = deskTranslator('zh-CN');
  expect([
    topicName('answer:a1', { 'answer:a1': '包邮吗' }, t),
    topicName('intent:shipping.cost', {}, t),
    topicName('flow:own', {}, t),
  ]).toEqual(['包邮吗', '运费', 'own']);
});
