import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { axe } from './axe.ts';
import { openVisitor, picture } from './browser.ts';
import { panelOf } from './shopper.ts';
import { stage } from './stage.ts';

const at = stage();

/** Starts to add up what moves by itself on every page that follows. */
const watchShifts = (page: Page) =>
  page.addInitScript(() => {
    const seen = globalThis as unknown as { shifted: number };
    seen.shifted = 0;
    type Shift = PerformanceEntry & { readonly value: number; readonly hadRecentInput: boolean };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as Shift[]) if (!entry.hadRecentInput) seen.shifted += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });

const shifted = (page: Page) => page.evaluate(() => (globalThis as unknown as { shifted: number }).shifted);

const names = (page: Page) => page.locator('.tiles .tile-name').allTextContents();

const FACES = [
  { name: 'desktop', width: 1440, height: 900 },
  { name: 'desktop dark', width: 1440, height: 900, dark: true },
  { name: 'phone', width: 360, height: 740 },
  { name: 'phone dark', width: 360, height: 740, dark: true, locale: 'zh-CN' },
] as const;

for (const face of FACES) {
  test(`every page of the shop stands still, fits and leaves axe nothing to say: ${face.name}`, async () => {
    const { context, page, trouble } = await openVisitor(at.browser, face);
    await watchShifts(page);
    await page.addInitScript(() => {
      localStorage.setItem('storefront:shopper', '{"sub":"gu"}');
      localStorage.setItem('storefront:yunlai:cart', '[{"product":"casserole","variant":"casserole-25","quantity":1}]');
    });
    for (const path of ['/', '/?category=bath', '/?q=zzz', '/product/cotton-pyjamas', '/cart', '/orders']) {
      await page.goto(`${at.inn.address}${path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      if (path === '/orders') await page.getByText('YL20261117-1028').first().waitFor();
      await page.locator('xiaoer-chat').waitFor({ state: 'attached' });
      expect(await axe(page), path).toEqual([]);
      expect(await shifted(page), path).toBe(0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), path).toBeLessThanOrEqual(0);
      await picture(page, `shop ${face.name} ${path.replace(/\W+/g, ' ').trim() || 'home'}`);
    }
    expect(trouble).toEqual([]);
    await context.close();
  });
}

test('a category, its kinds, the order of a list and what is in stock, by keyboard, kept by the address', async () => {
  const { context, page, trouble } = await openVisitor(at.browser, { width: 1440, height: 900 });
  await page.goto(at.inn.address);
  const shelf = page.getByRole('navigation', { name: 'Filter' });
  expect(await shelf.getByRole('link').count()).toBe(6);
  await shelf.getByRole('link', { name: /^Light/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('10 products').waitFor();
  await page.getByLabel('Sort by').selectOption('price-down');
  expect((await names(page))[0]).toBe('Bamboo floor lamp');
  expect(await names(page)).toContain('Celadon table lamp');
  await page.getByLabel('In stock only').focus();
  await page.keyboard.press('Space');
  await page.getByText('9 products').waitFor();
  expect(await names(page)).not.toContain('Celadon table lamp');
  expect(await page.getByLabel('In stock only').evaluate((box) => box === document.activeElement)).toBe(true);
  await page.getByRole('link', { name: 'Lamps', exact: true }).click();
  await page.getByText('4 products').waitFor();
  expect(await names(page)).toEqual([
    'Bamboo floor lamp',
    'Brass wall lamp',
    'Rechargeable hand lamp',
    'Paper lantern',
  ]);
  await page.reload();
  await page.getByText('4 products').waitFor();
  expect((await names(page))[0]).toBe('Bamboo floor lamp');
  expect(trouble).toEqual([]);
  await context.close();
});

test('a search puts what is called so first; a product leads to its like and into the cart', async () => {
  const { context, page, trouble } = await openVisitor(at.browser, { width: 1440, height: 900 });
  await page.goto(at.inn.address);
  await page.getByRole('button', { name: 'Search' }).first().click();
  await page.keyboard.type('towel');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Results for towel' }).waitFor();
  expect((await names(page)).slice(0, 2).sort()).toEqual(['Cotton bath towel', 'Face towels, set of three']);
  await page.getByRole('link', { name: /Cotton bath towel/ }).click();
  await page.getByRole('heading', { name: 'Cotton bath towel', level: 1 }).waitFor();
  await page.getByText('Sage', { exact: true }).click();
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await page.getByRole('region', { name: 'You may also like' }).getByText('Face towels').waitFor();
  await page.getByRole('link', { name: /^Cart, 1 item/ }).click();
  await page.getByText('¥80 more and shipping is free').waitFor();
  await page.getByText('¥131').waitFor();
  await page.getByRole('button', { name: /^One more/ }).click();
  await page.getByText('Free', { exact: true }).waitFor();
  expect(trouble).toEqual([]);
  await context.close();
});

test('the orders of who signs in, and a question about one of them', async () => {
  const { context, page, trouble } = await openVisitor(at.browser);
  await page.goto(`${at.inn.address}/orders`);
  await page.getByText('Sign in to see your orders.').waitFor();
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Song Zhiyuan' }).click();
  const order = page.getByRole('article', { name: 'YL20261118-1036' });
  await order.getByText('Out for delivery, with you today before 18:00').waitFor();
  expect(await page.getByRole('article').count()).toBe(3);
  expect(await order.locator('[aria-current=step]').textContent()).toContain('On its way');
  await order.getByRole('button', { name: 'Ask Xiaoer' }).click();
  const panel = panelOf(page);
  await panel.field.waitFor();
  await panel.sees('Where is my order YL20261118-1036?');
  await panel.sees(/Out for delivery/);
  expect(trouble).toEqual([]);
  await context.close();
});
