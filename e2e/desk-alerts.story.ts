import { expect, test } from 'vitest';
import { axe } from './axe.ts';
import { openVisitor } from './browser.ts';
import { deskOf } from './desk.ts';
import { panelOf } from './shopper.ts';
import { stage } from './stage.ts';

const at = stage();

test('who waits is heard once, stands in the title and in a notice, and the four views go by keys', async () => {
  const agent = await openVisitor(at.browser, { width: 1440, height: 900 });
  // Tones and notices are counted where the page makes them.
  await agent.context.addInitScript(() => {
    const seen = { tones: 0, notices: [] as string[], asked: 0 };
    Object.assign(globalThis, { seen });
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (when) {
      seen.tones += 1;
      start.call(this, when);
    };
    class FakeNotification {
      static permission: NotificationPermission = 'default';
      static async requestPermission() {
        seen.asked += 1;
        FakeNotification.permission = 'granted';
        return 'granted' as const;
      }
      constructor(title: string) {
        seen.notices.push(title);
      }
      close() {}
    }
    Object.assign(globalThis, { Notification: FakeNotification });
  });
  const seen = () =>
    agent.page.evaluate(
      () => (globalThis as unknown as { seen: { tones: number; notices: string[]; asked: number } }).seen,
    );
  const { page } = agent;
  const desk = deskOf(page);
  await desk.enter(at.inn.deskLink);
  // Nobody is asked for leave before a press.
  expect((await seen()).asked).toBe(0);
  await page.getByRole('button', { name: 'No sound yet' }).click();
  await page.getByRole('button', { name: 'Sound is on' }).waitFor();
  await desk.press(/^Show notices/);
  await expect.poll(() => page.getByRole('button', { name: /^Show notices/ }).count()).toBe(0);
  const before = await seen();
  expect([before.asked, before.tones]).toEqual([1, 2]);

  const { context, page: shop, trouble } = await openVisitor(at.browser);
  const panel = panelOf(shop);
  await shop.goto(at.inn.address);
  await panel.open();
  await panel.say('human please');
  await page.locator('[data-conversation] .wait').waitFor();
  await expect.poll(() => page.title()).toBe('(1) waiting, desk');
  await expect.poll(async () => (await seen()).tones).toBe(4);

  // By keyboard alone: the views, the conversation, the take, the answer.
  const rows = page.locator('[data-conversation]');
  for (const [key, count] of [
    ['m', 0],
    ['l', 0],
    ['w', 1],
    ['a', 1],
  ] as const) {
    await page.keyboard.press('g');
    await page.keyboard.press(key);
    await expect.poll(() => rows.count()).toBe(count);
  }
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press('j');
  // The desk's own sheet and the widget's speak of the same variables: the main button has the accent.
  const take = page.getByRole('button', { name: /^Take/ });
  expect(await take.first().evaluate((button) => getComputedStyle(button).backgroundColor)).toBe('rgb(31, 92, 80)');
  await page.keyboard.press('t');
  await page.getByRole('button', { name: /^Hand back/ }).waitFor();
  await page.keyboard.press('r');
  await page.keyboard.type('Good evening.');
  await page.keyboard.press('Enter');
  await panel.sees('Good evening.');
  await page.getByText('First reply after').waitFor();
  await page.keyboard.press('Escape');

  // Looked at, an answer is silent; out of sight it is heard and told.
  await panel.say('The lid does not close');
  await desk.sees('The lid does not close');
  expect((await seen()).tones).toBe(4);
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' });
  });
  await panel.say('Are you there?');
  await expect.poll(async () => (await seen()).tones, { timeout: 10_000 }).toBe(6);
  expect((await seen()).notices).toEqual([expect.stringMatching(/has answered$/)]);
  await page.getByRole('button', { name: '中文' }).click();
  await page.getByRole('button', { name: '提示音已开' }).waitFor();
  expect(await axe(page)).toEqual([]);
  expect([...trouble, ...agent.trouble]).toEqual([]);
  await Promise.all([context.close(), agent.context.close()]);
});
