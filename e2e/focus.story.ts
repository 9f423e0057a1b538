import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axe } from './axe.ts';
import { openVisitor } from './browser.ts';
import { panelOf } from './shopper.ts';
import { stage } from './stage.ts';

const at = stage();

/** The name of what has the focus: inside the widget, or on the page around it. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const inside = document.querySelector('xiaoer-chat')?.shadowRoot?.activeElement;
    const one = inside ?? document.activeElement;
    const name = one?.getAttribute('aria-label') ?? one?.getAttribute('part') ?? one?.textContent?.trim() ?? '';
    return `${inside ? '' : 'page: '}${one?.tagName.toLowerCase()} ${name.split(/\s{2,}|\n/)[0]?.slice(0, 40)}`;
  });
const gets = (page: Page, what: string | RegExp) => expect.poll(() => focused(page), { timeout: 10_000 }).toMatch(what);

const FIELD = /^textarea /;
const LAUNCHER_NAME = /^Open chat/;
const LAUNCHER = /^button Open chat/;

async function enter(options: Parameters<typeof openVisitor>[1]) {
  const visitor = await openVisitor(at.browser, options);
  const panel = panelOf(visitor.page);
  await visitor.page.goto(at.inn.address);
  const { keyboard } = visitor.page;
  const button = (name: string | RegExp) => panel.root.getByRole('button', { name });
  return { ...visitor, panel, keyboard, button };
}

describe('at a desktop', () => {
  test('focus goes into the field, and back to the launcher on every close', async () => {
    const { page, context, trouble, keyboard, button } = await enter({});
    for (const close of [
      () => keyboard.press('Escape'),
      () => button('Close').first().press('Enter'),
      () => button('Close chat').click(),
      () => page.evaluate('xiaoer("close")'),
    ]) {
      await button(LAUNCHER_NAME).press('Enter');
      await gets(page, FIELD);
      await button('More').waitFor();
      await close();
      await gets(page, LAUNCHER);
    }
    // Who is elsewhere on the page stays there.
    await page.evaluate('xiaoer("open")');
    await gets(page, FIELD);
    await page.locator('header a').first().focus();
    await page.evaluate('xiaoer("close")');
    await page.waitForTimeout(200);
    expect(await focused(page)).toMatch(/^page: a /);
    expect(trouble).toEqual([]);
    await context.close();
  });

  test('what opens inside gives the focus back, and what goes away leaves it in the panel', async () => {
    const { page, context, trouble, panel, keyboard, button } = await enter({});
    await panel.open();
    await button('What does delivery cost?').press('Enter');
    await panel.sees(/From:|¥/);
    await gets(page, FIELD);

    await button('More').press('Enter');
    await gets(page, /^button (?!More)/);
    await keyboard.press('Escape');
    await gets(page, /^button More/);

    for (const key of ['Escape', 'tab and Escape']) {
      await button('Emoji').press('Enter');
      await gets(page, /^input Search emoji/);
      if (key !== 'Escape') await panel.root.getByRole('tab', { selected: true }).focus();
      await keyboard.press('Escape');
      await gets(page, FIELD);
    }

    await panel.root.getByRole('button', { name: 'Options for this message' }).last().press('Enter');
    await gets(page, /^button Quote/);
    await keyboard.press('Escape');
    await gets(page, /^button Options/);
    await keyboard.press('Enter');
    await gets(page, /^button Quote/);
    await keyboard.press('Enter');
    await gets(page, FIELD);
    await button('Do not quote').press('Enter');
    await gets(page, FIELD);

    await button('Talk to a person').press('Enter');
    await panel.sees('Nobody is at the counter just now');
    await panel.root.getByLabel('Mail or phone').fill('mei@example.com');
    await panel.root.getByLabel('Message', { exact: true }).fill('Please call me back.');
    // A line of the house has no menu: where the next message is written.
    await panel.root.getByRole('button', { name: 'Leave it' }).press('Enter');
    await panel.sees('Message left');
    await gets(page, FIELD);
    await keyboard.press('Escape');
    await gets(page, LAUNCHER);
    expect(trouble).toEqual([]);
    await context.close();
  });
});

test('on a phone the sheet is modal: Tab goes round in it, and every way out leads to the launcher', async () => {
  const { page, context, trouble, keyboard, panel, button } = await enter({ width: 360, height: 740 });
  const dialog = panel.root.getByRole('dialog');
  const open = async () => {
    await button(LAUNCHER_NAME).click();
    await gets(page, /^div panel/);
  };
  await open();
  expect(await dialog.getAttribute('aria-modal')).toBe('true');
  await button('Make the chat taller').waitFor();
  const seen = new Set<string>();
  for (let n = 0; n < 20; n++) {
    await keyboard.press('Tab');
    seen.add(await focused(page));
  }
  expect([...seen].filter((name) => name.startsWith('page:') || LAUNCHER.test(name))).toEqual([]);
  expect(seen.size).toBeGreaterThan(6);
  await keyboard.press('Escape');
  await gets(page, LAUNCHER);
  await open();
  // Outside: on the veil above the sheet.
  await page.touchscreen.tap(180, 30);
  await gets(page, LAUNCHER);
  await open();
  await button('Close').first().tap();
  await gets(page, LAUNCHER);
  expect(await axe(page)).toEqual([]);
  expect(trouble).toEqual([]);
  await context.close();
});
