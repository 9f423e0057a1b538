import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { openBrowser, openVisitor, type Visitor } from './browser.ts';
import { type ClientShop, connectionOf, openClient, openClientShop, ownTexts, send, settled } from './client-page.ts';
import { type Inn, openInn } from './inn.ts';
import { linksOf, textsInLog } from './log-of.ts';

let browser: Browser;
let shop: ClientShop;
let inn: Inn;
let visitor: Visitor;
let page: Page;

beforeAll(async () => {
  [browser, shop] = await Promise.all([openBrowser(), openClientShop()]);
});
afterAll(async () => {
  await browser.close();
  shop.close();
});
beforeEach(async () => {
  inn = await openInn({ env: { ORIGINS: shop.origin } });
  visitor = await openVisitor(browser);
  page = visitor.page;
  onTestFinished(async () => {
    await visitor.context.close();
    await inn.close();
  });
  await openClient(page, shop, inn.address);
  await send(page, ['before']);
  await settled(page);
});

/** The screen shows these texts, each with its number, and the server has them in the same order. */
async function holds(texts: readonly string[]): Promise<void> {
  const shown = await ownTexts(page);
  expect(shown.map(({ text }) => text)).toEqual(texts);
  expect((await textsInLog(inn)).map(({ seq, id }) => `${seq} ${id}`)).toEqual(
    shown.map((own) => `${own.seq} ${own.id}`),
  );
}

/** Waits until the server holds that many links. */
const links = (count: number) => expect.poll(() => linksOf(inn), { timeout: 10_000 }).toBe(count);

describe('rules 5, 6 and 11 in Chromium', () => {
  test('offline while the server is killed and started again: what was written leaves when the browser is online', async () => {
    await visitor.context.setOffline(true);
    await inn.kill();
    // It tries again and again: offline and connecting take turns.
    await page.waitForFunction("client.connection.value.state !== 'online'", undefined, { polling: 50 });
    await send(page, ['offline 1', 'offline 2']);
    await inn.start();
    // The server is there again, the browser is not.
    await page.waitForTimeout(2_000);
    expect((await connectionOf(page)).state).not.toBe('online');
    expect((await textsInLog(inn)).length).toBe(1);
    await visitor.context.setOffline(false);
    await settled(page, 10_000);
    await holds(['before', 'offline 1', 'offline 2']);
    expect(visitor.trouble).toEqual([]);
  });

  test('offline, reloaded by itself, offline again: the outbox waits through it all', async () => {
    await inn.kill();
    await send(page, ['first life']);
    await openClient(page, shop, inn.address);
    await page.waitForFunction("client.connection.value.state === 'offline'");
    expect((await ownTexts(page)).map(({ text }) => text)).toEqual(['before', 'first life']);
    await send(page, ['second life']);
    await openClient(page, shop, inn.address);
    await send(page, ['third life']);
    await inn.start();
    await settled(page);
    await holds(['before', 'first life', 'second life', 'third life']);
  });

  test('into the back/forward cache and back: the link is closed meanwhile, and everything is there again', async () => {
    await page.evaluate(() => {
      addEventListener('pageshow', ({ persisted }) => {
        (globalThis as unknown as { persisted: boolean }).persisted = persisted;
      });
    });
    await send(page, ['one', 'two']);
    await page.goto(`${shop.origin}/away`);
    // Not in mid-air: the page itself has closed its socket, or it would not be in the cache.
    await links(0);
    await inn.kill();
    await inn.start();
    await page.evaluate(() => history.back());
    await page.waitForFunction('globalThis.client');
    expect(await page.evaluate('globalThis.persisted'), 'the page came out of the cache').toBe(true);
    await settled(page, 15_000);
    await send(page, ['three']);
    await settled(page);
    await holds(['before', 'one', 'two', 'three']);
    await links(1);
    expect(visitor.trouble).toEqual([]);
  });
});
