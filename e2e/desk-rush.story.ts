import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChatEvent } from '@xiaoer/core/protocol';
import { afterAll, expect, test } from 'vitest';
import { secretKey, signShopperToken } from '../packages/server/src/identity/shopper-token.ts';
import { openVisitor } from './browser.ts';
import { deskOf } from './desk.ts';
import { eventsOf } from './events-of.ts';
import { openNodeAgent, openNodeShopper } from './node-clients.ts';
import { type Comer, WISHES, type Wish, workAt, workOn } from './rush.ts';
import { stage } from './stage.ts';

const SHOPPERS = 200;
/** They come within so long, and whoever waits longer than `TELL_S` is told. */
const COMING_MS = 20_000;
const TELL_S = 20;
/** What an agent says to one shopper takes so long. */
const TALK_MS = 1_500;
/** Within this every one is answered, has a place, or is told. */
const MINUTE_MS = 60_000;
/** An agent who has looked at the list takes whoever was first so long ago. */
const LOOK_MS = 2_000;
const SHOP = 'rush';
const SECRET = 'a secret of the shop, thirty-two characters';

const folder = mkdtempSync(join(tmpdir(), 'xiaoer-rush-'));
const keep = (name: string, content: unknown) => writeFileSync(join(folder, name), JSON.stringify(content));
keep('mapping.json', {
  shop: { id: SHOP, name: '山茶馆', locales: ['zh-CN', 'en'], currency: 'CNY', service: { vip: ['gold'] } },
});
keep('products.json', [{ id: 'oolong', title: '乌龙茶', price: { amount: 8800, currency: 'CNY' } }]);
keep(
  'shoppers.json',
  Array.from({ length: SHOPPERS }, (_, n) => ({ subject: `gold${n}`, level: 'gold' })),
);
const at = stage({ args: ['--shop', folder], env: { SHOP_SECRET: SECRET, TELL_AFTER_SECONDS: String(TELL_S) } });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Of ten, one is angry, one a member, one in a hurry; spread so that the hasty come late as well as early. */
const wishOf = (n: number): Wish => (n % 10 === 3 ? 'angry' : n % 10 === 6 ? 'gold' : n % 10 === 9 ? 'urgent' : 'calm');

async function come(n: number): Promise<Comer> {
  const wish = wishOf(n);
  const keys = secretKey(SECRET);
  if (keys.kind !== 'secret') throw new Error('a secret signs');
  const token =
    wish === 'gold' ? await signShopperToken(keys, { shop: SHOP, sub: `gold${n}`, name: `Gold ${n}` }) : undefined;
  const client = await openNodeShopper(at.inn, {
    shop: SHOP,
    locale: 'zh-CN',
    ...(token === undefined ? {} : { token }),
  });
  const asked = await client.send('text', { text: WISHES[wish].text });
  return { wish, client, asked, at: Date.now() };
}

type Talk = Awaited<ReturnType<typeof eventsOf>>[number];

/** What the log says of one who asked for a person. */
function storyOf({ conversation, events }: Talk) {
  const when = (is: (event: ChatEvent) => boolean) => events.find(is)?.at;
  const state = (name: string) => (event: ChatEvent) => event.kind === 'handoff' && event.body['state'] === name;
  return {
    conversation,
    shopper: events.find(({ from }) => from.role === 'shopper')?.from.id ?? '',
    ids: events.flatMap(({ from, id, kind }) => (from.role === 'shopper' && kind === 'text' ? [id] : [])),
    headStartMs: Number(events.find(({ kind }) => kind === 'trace')?.body['headStartMs'] ?? 0),
    requestedAt: when(state('requested')) ?? Number.NaN,
    placedAt: when((event) => state('queued')(event) && event.body['position'] !== undefined),
    toldAt: when((event) => state('queued')(event) && event.body['leave'] === true),
    joinedAt: when(state('joined')),
    answeredAt: when(({ from, kind }) => from.role === 'agent' && kind === 'text'),
    closedAt: when(({ kind }) => kind === 'closed'),
  };
}

/** Who held a conversation from when to when; the reason where two held it at once. */
function holdings({ conversation, events }: Talk) {
  const held: { agent: string; from: number; to: number }[] = [];
  let open: { agent: string; from: number } | undefined;
  for (const { kind, body, from, at: when } of events) {
    const state = kind === 'closed' ? 'closed' : kind === 'handoff' ? body['state'] : undefined;
    if (state === 'joined' && open)
      throw new Error(`${conversation} was given to ${from.id} while ${open.agent} had it`);
    if (state === 'joined') open = { agent: from.id, from: when };
    if (open && from.role === 'agent' && kind === 'text' && from.id !== open.agent)
      throw new Error(`${from.id} spoke in ${conversation}, which ${open.agent} had`);
    if (!open || (state !== 'closed' && state !== 'returned' && state !== 'requested')) continue;
    held.push({ ...open, to: when });
    open = undefined;
  }
  return open ? [...held, { ...open, to: Number.POSITIVE_INFINITY }] : held;
}

test('200 shoppers within a minute and three agents: each is answered, has a place or is told, in the order of the house', {
  timeout: 150_000,
}, async ({ annotate }) => {
  const page = await openVisitor(at.browser, { width: 1440, height: 900 });
  await deskOf(page.page).enter(await at.inn.addAgent('Lin Yue'));
  const agents = await Promise.all(
    ['Zhao Min', 'He Ping'].map(async (name) => openNodeAgent(at.inn, await at.inn.addAgent(name), SHOP)),
  );
  await expect.poll(() => agents.every(({ connection }) => connection.value.state === 'online')).toBe(true);

  let over = false;
  const begun = Date.now();
  const working = [
    ...agents.map((agent) => workAt(agent, TALK_MS, () => over)),
    workOn(page.page, TALK_MS, () => over),
  ];
  const comers = await Promise.all(
    Array.from({ length: SHOPPERS }, async (_, n) => {
      await new Promise((resolve) => setTimeout(resolve, (n * COMING_MS) / SHOPPERS));
      return come(n);
    }),
  );
  const came = Math.max(...comers.map((one) => one.at)) - begun;
  expect(came).toBeLessThan(MINUTE_MS);
  // Until the last one has an answer or has been told.
  const heard = ({ client }: Comer) =>
    client.messages.value.some(
      ({ from, content: { kind, body } }) =>
        (from.role === 'agent' && kind === 'text') || (kind === 'handoff' && body.state === 'queued' && body.leave),
    );
  await expect.poll(() => comers.filter((one) => !heard(one)).length, { timeout: MINUTE_MS + TELL_S * 1_000 }).toBe(0);
  over = true;
  const served = await Promise.all(working);

  const talks = await eventsOf(at.inn);
  const stories = talks.map(storyOf);
  const byShopper = new Map(stories.map((story) => [story.shopper, story]));
  const told = comers.map((one) => {
    const story = byShopper.get(one.client.principal.value?.id ?? '');
    if (!story) throw new Error('a shopper is not in the log');
    return { ...one, ...story, key: story.requestedAt - WISHES[one.wish].headStartMs };
  });
  // None is lost, and none is there twice.
  expect(stories).toHaveLength(SHOPPERS);
  expect(told.filter(({ ids, asked }) => ids.join() !== asked)).toEqual([]);
  // The head start is what the house says, by who it is and how the wish was said.
  expect(told.filter(({ wish, headStartMs }) => headStartMs !== WISHES[wish].headStartMs)).toEqual([]);

  const within = (from: number, to: number | undefined) => to !== undefined && to - from <= MINUTE_MS;
  expect(
    told.filter((one) => ![one.answeredAt, one.placedAt, one.toldAt].some((to) => within(one.at, to))),
    'neither answered, nor given a place, nor told within a minute',
  ).toEqual([]);
  expect(
    told.filter((one) => one.answeredAt === undefined && !within(one.at, one.toldAt)),
    'not answered, and not told within a minute',
  ).toEqual([]);

  // Nobody is taken while more wait before them than colleagues are just taking.
  const passedOver = told.flatMap(({ joinedAt, key, wish }) => {
    if (joinedAt === undefined) return [];
    const before = told.filter(
      (other) =>
        other.key < key &&
        (other.placedAt ?? Number.POSITIVE_INFINITY) < joinedAt - LOOK_MS &&
        (other.joinedAt ?? Number.POSITIVE_INFINITY) > joinedAt,
    );
    return before.length > agents.length ? [{ wish, before: before.map((other) => other.wish) }] : [];
  });
  expect(passedOver).toEqual([]);

  const held = talks.flatMap(holdings);
  const most = held.map(({ agent, from }) =>
    held.filter((one) => one.agent === agent && one.from <= from && one.to > from),
  );
  expect(Math.max(...most.map((one) => one.length)), 'held at once by one agent').toBeLessThanOrEqual(5);
  expect(new Set(held.map(({ agent }) => agent)).size).toBe(3);

  // Those who still wait see their places, in that same order, without a gap.
  const waiting = told.filter(({ joinedAt }) => joinedAt === undefined);
  const inPlace = () =>
    waiting
      .map(({ client, key }) => ({ key, place: client.queue.value?.position ?? 0 }))
      .sort((a, b) => a.place - b.place);
  await expect.poll(() => inPlace().map(({ place }) => place)).toEqual(waiting.map((_, n) => n + 1));
  const keys = inPlace().map(({ key }) => key);
  expect(keys).toEqual([...keys].sort((a, b) => a - b));
  const answered = told.filter(({ answeredAt }) => answeredAt !== undefined);
  expect(answered.length + waiting.length).toBe(SHOPPERS);
  const waits = answered.map((one) => (one.answeredAt ?? 0) - one.at).sort((a, b) => a - b);
  const worst = Math.max(...told.map((one) => Math.min(one.answeredAt ?? Infinity, one.placedAt ?? Infinity) - one.at));
  await annotate(
    `${SHOPPERS} came in ${Math.round(came / 1_000)} s; ${served.join(' + ')} served; ${waiting.length} wait and were told; median answer ${waits[waits.length >> 1]} ms, slowest place or answer ${worst} ms`,
  );
  const byWish = (wish: Wish) => `${wish} ${answered.filter((one) => one.wish === wish).length}`;
  await annotate(`answered: ${(Object.keys(WISHES) as Wish[]).map(byWish).join(', ')}`);
  expect(page.trouble).toEqual([]);
  for (const { client } of comers) client.destroy();
  for (const agent of agents) agent.destroy();
  await page.context.close();
});
