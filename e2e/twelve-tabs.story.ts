import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { startChromium } from './chromium-process.ts';
import { type ClientShop, openClient, openClientShop, ownTexts, send, settled } from './client-page.ts';
import { type Inn, openInn } from './inn.ts';
import { linksOf, textsInLog } from './log-of.ts';

let shop: ClientShop;
let inn: Inn;
let context: BrowserContext;
let tabs: Page[];
let trouble: string[];

beforeAll(async () => {
  shop = await openClientShop();
});
afterAll(() => shop.close());

/** Opens so many tabs; the first says something, and the last is the one that is looked at. */
async function openTabs(count: number): Promise<void> {
  const profile = await mkdtemp(join(tmpdir(), 'xiaoer-profile-'));
  const chromium = await startChromium(profile);
  inn = await openInn({ env: { ORIGINS: shop.origin } });
  onTestFinished(async () => {
    await chromium.kill();
    await inn.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });
  context = chromium.context;
  trouble = [];
  context.on('weberror', (error) => trouble.push(error.error().message));
  tabs = [chromium.page];
  await openClient(chromium.page, shop, inn.address);
  await send(chromium.page, ['tab 0 opens']);
  await settled(chromium.page);
  while (tabs.length < count) {
    const page = await context.newPage();
    await openClient(page, shop, inn.address);
    tabs.push(page);
  }
  await oneLink();
}

/** Rule 10: one link for all. */
const oneLink = () => expect.poll(() => linksOf(inn), { timeout: 20_000 }).toBe(1);

/** The tab that holds the lock of the link. */
async function leading(): Promise<Page> {
  for (const page of tabs) {
    const leads = await page.evaluate(() =>
      navigator.locks.request(`who:${crypto.randomUUID()}`, async (lock) => {
        const { held = [] } = await navigator.locks.query();
        const me = held.find(({ name }) => name === lock?.name)?.clientId;
        return held.some(({ clientId, name, mode }) => clientId === me && name !== lock?.name && mode === 'exclusive');
      }),
    );
    if (leads) return page;
  }
  throw new Error('no tab leads');
}

/** Every tab shows the same texts in the order of the log, which has each once. */
async function allShow(count: number): Promise<readonly string[]> {
  const log = async () => (await textsInLog(inn)).map(({ id }) => id);
  await expect.poll(async () => (await log()).length, { timeout: 30_000 }).toBe(count);
  const ids = await log();
  expect(new Set(ids).size).toBe(count);
  for (const [n, page] of tabs.entries())
    await expect
      .poll(async () => (await ownTexts(page)).map(({ id }) => id), { timeout: 15_000, message: `tab ${n}` })
      .toEqual(ids);
  return (await ownTexts(tabs[0] as Page)).map(({ text }) => text);
}

/** Says two lines in every tab at once; tells them by tab. */
async function allSpeak(word: string): Promise<readonly (readonly string[])[]> {
  const lines = tabs.map((_, n) => [`${word}: tab ${n}, first`, `${word}: tab ${n}, second`]);
  await Promise.all(tabs.map((page, n) => send(page, lines[n] ?? [])));
  return lines;
}

/** Rule 4 for every tab: its lines stand in the order in which it wrote them. */
function inOrder(texts: readonly string[], lines: readonly (readonly string[])[]): void {
  for (const own of lines) expect(texts.filter((text) => own.includes(text))).toEqual(own);
}

describe('rule 10 in Chromium: tabs of one browser profile', () => {
  test('share one link; what each writes is in the log once and on the screen of all', {
    timeout: 120_000,
  }, async () => {
    await openTabs(12);
    const lines = await allSpeak('together');
    inOrder(await allShow(1 + 2 * 12), lines);
    await oneLink();
    expect(trouble).toEqual([]);
  });

  test('the tab with the link hangs: another steals it, and the old one steps down when it wakes', {
    timeout: 180_000,
  }, async () => {
    await openTabs(12);
    const all = tabs;
    const leader = await leading();
    await send(leader, ['before it hangs']);
    const HANG_MS = 25_000;
    const hanging = leader.evaluate((ms) => {
      const until = performance.now() + ms;
      while (performance.now() < until);
    }, HANG_MS);
    tabs = all.filter((page) => page !== leader);
    await send(tabs[0] as Page, ['while it hangs']);
    // Nobody waits for the tab that hangs.
    await expect.poll(async () => (await textsInLog(inn)).length, { timeout: HANG_MS - 2_000 }).toBe(3);
    await hanging;
    tabs = all;
    await send(leader, ['awake']);
    await allShow(4);
    await oneLink();
    expect(trouble).toEqual([]);
  });

  test('one after the other is closed in mid-send: another takes the link, nothing is lost', async () => {
    await openTabs(5);
    for (let count = 1; tabs.length > 3; ) {
      // The oldest tab, which nobody looks at, is the likeliest to hold the link.
      const [closed, ...rest] = tabs;
      await send(closed as Page, [`last words of ${tabs.length}`]);
      await closed?.close();
      tabs = rest;
      await send(tabs[0] as Page, [`after ${tabs.length}`]);
      count += 2;
      await allShow(count);
      await oneLink();
    }
    expect(trouble).toEqual([]);
  });

  test('the tab with the link is frozen: another takes it; thawed it follows', async () => {
    await openTabs(4);
    const all = tabs;
    const leader = await leading();
    const session = await context.newCDPSession(leader);
    await send(leader, ['good night']);
    await settled(leader);
    // The bot's answer is stored, too: frozen within a transaction, the tab would hold up the store of all.
    await leader.waitForTimeout(2_000);
    await session.send('Page.setWebLifecycleState', { state: 'frozen' });
    tabs = all.filter((page) => page !== leader);
    await send(tabs[0] as Page, ['still awake']);
    await allShow(3);
    await oneLink();
    expect(await leading()).not.toBe(leader);
    await session.send('Page.setWebLifecycleState', { state: 'active' });
    tabs = all;
    await send(leader, ['good morning']);
    await allShow(4);
    await oneLink();
    expect(trouble).toEqual([]);
  });
});
