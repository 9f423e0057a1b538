import { WANTS_PERSON } from '../actors/waiter.ts';
import type { Act } from './step.ts';

/** A shopper's words, every one another. */
const say: Act = (scene, { n, at }) => {
  const page = scene.page(n);
  if (!page || page.cached()) return;
  const text = `${page.name} ${at} ${n}`;
  page.say('text', { text }, text);
};

const stopped = (scene: Parameters<Act>[0], n: number) => {
  const page = scene.page(n);
  const row = page?.client.outbox.peek().find(({ status }) => status === 'failed' || status === 'expired');
  return page && row ? { page, id: row.id } : undefined;
};

/** What shoppers and agents do, with how often they do it. */
export const PEOPLE: Readonly<Record<string, readonly [weight: number, act: Act]>> = {
  say: [20, say],
  'say-much': [
    3,
    (scene, step) => {
      for (let k = 0; k < 2 + ((step.n >> 4) % 6); k++) say(scene, { ...step, at: step.at * 10 + k });
    },
  ],
  'ask-for-person': [
    2,
    (scene, { n, at }) => {
      const page = scene.page(n);
      if (!page || page.cached()) return;
      const text = `${WANTS_PERSON} ${page.name} ${at} ${n}`;
      if (n % 16 < 8) page.say('text', { text }, text);
      else page.say('handoff', { state: 'requested', reason: 'wish' }, text);
    },
  ],
  'back-to-bot': [
    1,
    (scene, { n }) => scene.page(n)?.say('handoff', { state: 'returned', reason: 'shopper' }, `back ${n}`),
  ],
  'say-wrong': [2, (scene, { n, at }) => scene.page(n)?.say('product', { product: 'none' }, `wrong ${at} ${n}`)],
  rate: [1, (scene, { n, at }) => scene.page(n)?.say('rating', { state: 'given', score: 5 }, `rating ${at} ${n}`)],
  'read-all': [
    2,
    (scene, { n }) => {
      const page = scene.page(n);
      page?.life.input(() => page.client.markRead());
    },
  ],
  'look-back': [
    1,
    (scene, { n }) => {
      const page = scene.page(n);
      page?.life.input(() => void page.client.loadOlder());
    },
  ],
  type: [1, (scene, { n }) => scene.page(n)?.client.setTyping(n % 16 < 8)],
  resend: [
    1,
    (scene, { n }) => {
      const found = stopped(scene, n);
      found?.page.resend(found.id);
    },
  ],
  discard: [
    1,
    (scene, { n }) => {
      const found = stopped(scene, n);
      found?.page.discard(found.id);
    },
  ],
  serve: [8, (scene, { n }) => scene.agents[n % 2]?.act(n >> 1)],
  'desk-reloads': [1, (scene, { n }) => scene.agents[n % 2]?.reload()],
};
