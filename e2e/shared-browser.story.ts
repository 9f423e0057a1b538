import type { BrowserContext, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { axe } from './axe.ts';
import { openVisitor, picture } from './browser.ts';
import { deskOf } from './desk.ts';
import { panelOf } from './shopper.ts';
import { stage } from './stage.ts';

const at = stage();

/** Notes that a page has played. */
const notes = (page: Page) => page.evaluate(() => (globalThis as unknown as { notes: number }).notes);

/** Counts the notes of each page in place of playing them. */
const countNotes = (context: BrowserContext) =>
  context.addInitScript(() => {
    const counted = globalThis as unknown as { notes: number };
    counted.notes = 0;
    globalThis.OscillatorNode = class extends OscillatorNode {
      override start(when?: number): void {
        counted.notes++;
        super.start(when);
      }
    };
  });

test('two tabs with closed panels: an agent’s reply is heard in one of them, and in none once the sound is off', async () => {
  const agent = await openVisitor(at.browser, { width: 1440, height: 900 });
  const desk = deskOf(agent.page);
  await desk.enter(at.inn.deskLink);
  const { context, page, trouble } = await openVisitor(at.browser);
  await countNotes(context);
  const panel = panelOf(page);
  await page.goto(at.inn.address);
  await panel.open();
  await panel.say('I want to talk to a person');
  await desk.choose(/Visitor/);
  await desk.sees('I want to talk to a person');
  await desk.press(/^Take/);
  await desk.reply('Good evening');
  await panel.sees('Good evening');

  const other = await context.newPage();
  const second = panelOf(other);
  await other.goto(at.inn.address);
  await second.open();
  await second.sees('Good evening');
  expect([await notes(page), await notes(other)]).toEqual([0, 0]);
  for (const { root } of [panel, second]) await root.getByRole('button', { name: 'Close', exact: true }).click();
  await desk.reply('Are you still there?');
  await second.root.getByRole('button', { name: /1 new message/ }).waitFor();
  await panel.root.getByRole('button', { name: /1 new message/ }).waitFor();
  await expect.poll(async () => (await notes(page)) + (await notes(other)), { timeout: 10_000 }).toBe(2);

  await second.open();
  await second.root.getByRole('button', { name: 'More' }).click();
  await picture(other, 'menu with sound');
  expect(await axe(other)).toEqual([]);
  await second.root.getByRole('menuitemcheckbox', { name: 'Sound' }).click();
  await second.root.getByRole('button', { name: 'Close', exact: true }).click();
  await desk.reply('Then good night');
  await second.root.getByRole('button', { name: /1 new message/ }).waitFor();
  await panel.root.getByRole('button', { name: /2 new messages|1 new message/ }).waitFor();
  // What would be heard is heard with the message.
  await other.waitForTimeout(300);
  expect((await notes(page)) + (await notes(other))).toBe(2);
  expect(trouble).toEqual([]);
  await Promise.all([context.close(), agent.context.close()]);
});

test('who signs in where somebody has chatted before is asked whose chat that is', async () => {
  const { context, page, trouble } = await openVisitor(at.browser);
  const panel = panelOf(page);
  await page.goto(at.inn.address);
  await panel.open();
  await panel.say('is the kettle heavy');
  await panel.sees('is the kettle heavy');
  await page.reload();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: /Mei/ }).click();
  await panel.open();
  await panel.root.getByText('Bring this chat to your account?').waitFor();
  await picture(page, 'claim question');
  expect(await axe(page)).toEqual([]);
  await panel.root.getByRole('button', { name: 'It is mine, bring it' }).click();
  await panel.sees('is the kettle heavy');
  expect(await panel.root.getByText('Bring this chat to your account?').count()).toBe(0);
  expect(trouble).toEqual([]);
  await context.close();
});

test('a browser that keeps nothing says so, once there is something to keep, and the chat goes on', async () => {
  const { context, page, trouble } = await openVisitor(at.browser, { dark: true, width: 360, height: 740 });
  await context.addInitScript(() => {
    Object.defineProperty(globalThis, 'indexedDB', { value: undefined });
  });
  const panel = panelOf(page);
  await page.goto(at.inn.address);
  await page.evaluate(() => document.documentElement.style.setProperty('color-scheme', 'dark'));
  await panel.open();
  expect(await panel.root.getByText('This browser keeps nothing').count()).toBe(0);
  await panel.say('hello');
  await panel.root.getByText('This browser keeps nothing').waitFor();
  await panel.sees(/I am Xiaoer/);
  await picture(page, 'storage note');
  expect(await axe(page)).toEqual([]);
  await panel.root.getByRole('button', { name: 'Hide this' }).click();
  await panel.root.getByText('This browser keeps nothing').waitFor({ state: 'detached' });
  expect(trouble).toEqual([]);
  await context.close();
});
