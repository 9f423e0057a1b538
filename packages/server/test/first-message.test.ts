import { buildKnowledge } from '@xiaoer/assistant';
import type { Log } from '@xiaoer/core/env';
import { expect, test, vi } from 'vitest';
import type { Shop } from '../src/shops/shop.ts';
import { event, record } from './made-up.ts';

const shop = {
  id: 'inn',
  orders: async () => [],
  knowledge: { shop: { id: 'inn', name: 'The Inn', locales: ['en', 'zh-CN'] }, products: [], answers: [] },
} as unknown as Shop;

const turn = (text: string) => ({
  record: record('c'),
  events: [event(1, 'q1', { body: { text } })],
  state: undefined,
  isStale: () => false,
});

test.each([
  ['do i need tools to put it together', 'install.help'],
  ['这个怎么组装啊', 'installation'],
])('the first message of a process is understood as the hundredth is: %s', async (text, matter) => {
  // A process that has trained nothing yet.
  vi.resetModules();
  const { assistantOf } = await import('../src/assistant-responder.ts');
  const { openLibrary } = await import('../src/open-library.ts');
  const failed: string[] = [];
  const log: Log = (_, name) => failed.push(name);
  const library = openLibrary(log);
  const knowledge = buildKnowledge(shop.knowledge, library.read);
  const { respond } = assistantOf({ shop, now: () => 1, monotonic: () => 0, log, library, knowledge });
  const first = await respond(turn(text));
  const again = await respond(turn(text));
  expect(JSON.stringify(first.trace)).toContain(matter);
  expect(first).toEqual(again);
  expect(failed).toEqual([]);
});
