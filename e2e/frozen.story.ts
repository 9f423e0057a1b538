import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startChromium } from './chromium-process.ts';
import { openClient, openClientShop, ownTexts, send, settled } from './client-page.ts';
import { openInn } from './inn.ts';
import { linksOf, textsInLog } from './log-of.ts';

test('rule 5: frozen in mid-send while the server is killed and started again: thawed it goes on, each message once', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'xiaoer-profile-'));
  const [{ context, page, kill }, shop] = await Promise.all([startChromium(profile), openClientShop()]);
  const inn = await openInn({ env: { ORIGINS: shop.origin } });
  onTestFinished(async () => {
    await kill();
    await inn.close();
    shop.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });
  await openClient(page, shop, inn.address);
  await send(page, ['before']);
  await settled(page);
  await page.evaluate(() => {
    const told: string[] = [];
    Object.assign(globalThis, { told, ticks: 0 });
    for (const type of ['freeze', 'resume']) document.addEventListener(type, () => told.push(type));
    setInterval(() => {
      (globalThis as unknown as { ticks: number }).ticks++;
    }, 50);
  });

  const session = await context.newCDPSession(page);
  // Only a hidden page is frozen: another tab goes in front of it.
  const front = await context.newPage();
  await front.goto(`${shop.origin}/away`);
  await front.bringToFront();
  await page.waitForFunction("document.visibilityState === 'hidden'");
  await send(page, ['one', 'two', 'three']);
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  await inn.kill();
  await inn.start();
  await expect.poll(() => page.evaluate('told.join()')).toBe('freeze');
  const ticks = await page.evaluate('ticks');
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  expect(await page.evaluate('ticks'), 'no timer runs in a frozen page').toBe(ticks);
  await session.send('Page.setWebLifecycleState', { state: 'active' });
  await page.bringToFront();
  await settled(page, 15_000);
  expect(await page.evaluate('told.join()')).toBe('freeze,resume');

  await send(page, ['four']);
  await settled(page);
  const shown = await ownTexts(page);
  expect(shown.map(({ text }) => text)).toEqual(['before', 'one', 'two', 'three', 'four']);
  expect((await textsInLog(inn)).map(({ id }) => id)).toEqual(shown.map(({ id }) => id));
  await expect.poll(() => linksOf(inn), { timeout: 10_000 }).toBe(1);
});
