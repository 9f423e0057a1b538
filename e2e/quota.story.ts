import { expect, onTestFinished, test } from 'vitest';
import { openBrowser, openVisitor } from './browser.ts';
import { connectionOf, openClient, openClientShop, ownTexts, send, settled } from './client-page.ts';
import { openInn } from './inn.ts';
import { textsInLog } from './log-of.ts';

/** Bytes that the origin may store: some messages, not many. */
const QUOTA = 60_000;
const LONG = '雪'.repeat(3_900);

test('rules 1 and 14: the disk fills up while the shopper writes; what no longer fits is sent all the same and shown as not saved', async () => {
  const [browser, shop] = await Promise.all([openBrowser(), openClientShop()]);
  const inn = await openInn({ env: { ORIGINS: shop.origin } });
  const { context, page, trouble } = await openVisitor(browser);
  onTestFinished(async () => {
    await browser.close();
    await inn.close();
    shop.close();
  });
  const session = await context.newCDPSession(page);
  await page.goto(`${shop.origin}/away`);
  await session.send('Storage.overrideQuotaForOrigin', { origin: shop.origin, quotaSize: QUOTA });
  await openClient(page, shop, inn.address);
  const said: string[] = [];
  const say = async (text: string) => {
    said.push(text);
    await send(page, [text]);
  };

  await inn.kill();
  await say('there is room');
  expect((await ownTexts(page)).at(-1)).toMatchObject({ unsaved: false });
  while ((await connectionOf(page)).durable && said.length < 20) await say(`${said.length} ${LONG}`);
  expect(await connectionOf(page)).toMatchObject({ durable: false, storage: 'quota' });
  await say(`and one more ${LONG}`);
  const waiting = await ownTexts(page);
  expect(waiting.map(({ text }) => text)).toEqual(said);
  expect(waiting.slice(-2).map(({ unsaved }) => unsaved)).toEqual([true, true]);
  await inn.start();
  await settled(page);
  const shown = await ownTexts(page);
  expect(shown.map(({ text }) => text)).toEqual(said);
  expect((await textsInLog(inn)).map(({ id }) => id)).toEqual(shown.map(({ id }) => id));

  // There is room again: what is written from now on survives the page, and the rest comes from the server.
  await session.send('Storage.overrideQuotaForOrigin', { origin: shop.origin });
  await inn.kill();
  await say('room again');
  expect(await connectionOf(page)).toMatchObject({ durable: true, storage: 'ok' });
  expect((await ownTexts(page)).at(-1)).toMatchObject({ text: 'room again', unsaved: false });
  await openClient(page, shop, inn.address);
  await inn.start();
  await settled(page);
  expect((await ownTexts(page)).map(({ text }) => text)).toEqual(said);
  expect(trouble).toEqual([]);
});
