import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openVisitor } from './browser.ts';
import { openShopPage } from './shop-page.ts';
import { panelOf } from './shopper.ts';
import { stage } from './stage.ts';

const at = stage();

const POLICY =
  "default-src 'self'; style-src 'self'; object-src 'none'; require-trusted-types-for 'script'; trusted-types xiaoer";

/** The names and parameters that the data layer of a page has. */
const layer = (page: Page) =>
  page.evaluate(() => (window as unknown as { dataLayer?: Record<string, unknown>[] }).dataLayer ?? []);

test('the second tag tells the data layer what a shopper does, under the strict policy, and no word of it', async () => {
  const { context, page, trouble } = await openVisitor(at.browser);
  const tag = '<script src="/xiaoer/xiaoer-analytics.js" type="module"></script>';
  await openShopPage(page, at.inn.address, { head: tag + tag, policy: POLICY });
  const panel = panelOf(page);
  await panel.open();
  await panel.say('an iron kettle for tea');
  await panel.root
    .getByRole('button', { name: /^Add.*kettle/i })
    .first()
    .click();
  await expect.poll(() => layer(page).then((all) => all.map(({ event }) => event))).toContain('xiaoer_card_clicked');
  await page.keyboard.press('Escape');
  await expect.poll(() => layer(page).then((all) => all.map(({ event }) => event))).toContain('xiaoer_chat_closed');
  const all = await layer(page);
  const names = all.map(({ event }) => event);
  expect(names.slice(0, 3)).toEqual(['xiaoer_chat_opened', 'xiaoer_chat_asked', 'xiaoer_chat_answered']);
  expect(all[1]).toEqual({ event: 'xiaoer_chat_asked', xiaoer_question: 1, xiaoer_length: 22 });
  expect(all.find(({ event }) => event === 'xiaoer_card_clicked')).toMatchObject({
    xiaoer_action: 'cart:add',
    xiaoer_item: 'iron-kettle',
  });
  expect(all.find(({ event }) => event === 'xiaoer_card_shown')).toMatchObject({
    xiaoer_card: expect.stringMatching(/^products?$/),
    xiaoer_items: expect.stringMatching(/iron-kettle/),
  });
  expect(JSON.stringify(all)).not.toContain('for tea');
  expect(trouble).toEqual([]);
  await context.close();
});
