import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { axe } from './axe.ts';
import { openVisitor, picture } from './browser.ts';
import { panelOf } from './shopper.ts';
import { stage } from './stage.ts';

const at = stage();
const poll = <T>(read: () => T) => expect.poll(read, { timeout: 10_000 });

const offered = (page: Page) => page.locator('xiaoer-chat').getByRole('option').allTextContents();
/** What a screen reader is told of the field: the option that the keys stand at, and the announcer's words. */
const told = (page: Page) =>
  page.locator('xiaoer-chat').evaluate(({ shadowRoot }) => {
    const id = shadowRoot?.querySelector('textarea')?.getAttribute('aria-activedescendant');
    const active = id && shadowRoot?.querySelector(`[id="${id}"]`)?.textContent;
    return { active: active || null, said: shadowRoot?.querySelector('[role=status].c-hidden')?.textContent };
  });

test('a question is found while it is typed, chosen by keyboard, and answered', async () => {
  const { context, page, trouble } = await openVisitor(at.browser);
  const panel = panelOf(page);
  await page.goto(at.inn.address);
  await panel.open();
  await panel.field.pressSequentially('can i ret');
  await poll(() => offered(page)).toContain('Can I return something?');
  await poll(async () => (await told(page)).said).toMatch(/^\d questions? fits?\. Arrow keys choose/);
  await picture(page, 'suggestions');
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press('ArrowDown');
  expect((await told(page)).active).toBe('Can I return something?');
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await panel.sees('Can I return something?');
  await panel.sees(/7 days|seven days|within/i);
  expect(await panel.field.inputValue()).toBe('');
  expect(await offered(page)).toEqual([]);
  expect(trouble).toEqual([]);
  await context.close();
});

test('in Chinese: nothing while the input method composes, Enter is its own, a tap sends', async () => {
  const { context, page, trouble } = await openVisitor(at.browser, {
    width: 360,
    height: 740,
    dark: true,
    locale: 'zh-CN',
  });
  const panel = panelOf(page, 'zh-CN');
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/suggest')) asked.push(JSON.parse(request.postData() ?? '{}').text);
  });
  await page.goto(`${at.inn.address}/?locale=zh-CN`);
  await page.evaluate(() => (globalThis as unknown as { xiaoer(...a: unknown[]): void }).xiaoer('setLocale', 'zh-CN'));
  await panel.open();
  // Who composes before the panel is whole is asked about once more with the next letter.
  await panel.root.getByRole('button', { name: '表情' }).waitFor();
  await panel.field.click();
  const ime = await context.newCDPSession(page);
  for (const text of ['t', 'tui', 'tui k'])
    await ime.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  await page.waitForTimeout(400);
  expect(asked).toEqual([]);
  await ime.send('Input.insertText', { text: '退款' });
  await poll(() => offered(page)).toEqual(['退款多久到账？']);
  expect(asked).toEqual(['退款']);
  await picture(page, 'suggestions 360 zh');
  await panel.root.getByRole('option').first().tap();
  await panel.sees('退款多久到账？');
  expect(trouble).toEqual([]);
  await context.close();
});
