import { readFileSync } from 'node:fs';
import type { FrameLocator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { axe } from './axe.ts';
import { openVisitor, picture, type VisitorOptions } from './browser.ts';
import { stage } from './stage.ts';

const at = stage();

const NAMES = ['Plain', 'Luxury', 'Playful', 'High contrast', 'Marketplace'] as const;

/** Opens the playground and waits until both frames have measured. */
async function visit(options?: VisitorOptions) {
  const visitor = await openVisitor(at.browser, options);
  await visitor.page.goto(`${at.inn.address}/playground/`);
  await verdict(visitor.page).filter({ hasText: /\w/ }).waitFor();
  return visitor;
}

const verdict = (page: Page) => page.locator('.verdicts');
const frame = (page: Page, scheme: 'light' | 'dark'): FrameLocator =>
  page.frameLocator(`iframe[title="The widget in ${scheme}"]`);
const panelColour = (page: Page, scheme: 'light' | 'dark') =>
  frame(page, scheme)
    .getByRole('dialog')
    .evaluate((panel) => getComputedStyle(panel).backgroundColor);

test('the server says where it is', () => {
  expect(at.inn.output).toContain(`${at.inn.address}/playground/`);
});

test('every theme, in light and in dark, reaches WCAG 2.2 AA with every pair of its colours', async () => {
  const { context, page, trouble } = await visit({ width: 1500, height: 1000 });
  for (const name of NAMES) {
    await page.getByRole('button', { name, exact: true }).click();
    await expect.poll(() => page.getByRole('button', { name, exact: true }).getAttribute('aria-pressed')).toBe('true');
    await page.waitForTimeout(300);
    const short = await page.locator('.contrast tr', { has: page.locator('[data-enough=false]') }).allTextContents();
    expect([name, short]).toEqual([name, []]);
    expect(await verdict(page).textContent()).toBe('Every pair reaches WCAG 2.2 AA.');
    await picture(page, `playground ${name}`);
  }
  expect(await page.locator('.contrast tbody tr').count()).toBeGreaterThan(20);
  expect(trouble).toEqual([]);
  await context.close();
});

test('a value is shown in both frames while it is typed, and what is too faint is said at once', async () => {
  const { context, page, trouble } = await visit();
  const text = page.getByRole('textbox', { name: 'text', exact: true });
  await text.fill('#aaaaaa');
  await expect.poll(() => verdict(page).textContent()).toMatch(/below WCAG/);
  const first = page.locator('.contrast tbody tr').first();
  expect(await first.textContent()).toMatch(/too little/);
  expect(await text.evaluate((field) => field === document.activeElement)).toBe(true);

  await text.fill('nonsense');
  await page.getByText('The browser does not take this value; the default stands.').waitFor();
  await expect.poll(() => verdict(page).textContent()).toBe('Every pair reaches WCAG 2.2 AA.');
  await text.fill('');

  await page.getByRole('textbox', { name: 'surface', exact: true }).fill('rgb(255, 240, 250)');
  await page.getByRole('textbox', { name: 'surface in dark', exact: true }).fill('#000033');
  await expect.poll(() => panelColour(page, 'light')).toBe('rgb(255, 240, 250)');
  await expect.poll(() => panelColour(page, 'dark')).toBe('rgb(0, 0, 51)');
  // A variable without a twin gets a rule for dark alone.
  await page.getByRole('textbox', { name: 'header in dark', exact: true }).fill('#330033');
  expect(await page.locator('pre.css').textContent()).toBe(
    "xiaoer-chat {\n  --xiaoer-surface: rgb(255, 240, 250);\n  --xiaoer-surface-dark: #000033;\n}\n\nxiaoer-chat[data-scheme='dark'] {\n  --xiaoer-header: #330033;\n}\n",
  );

  await expect.poll(() => page.url()).toMatch(/330033/);
  const address = page.url();
  await page.reload();
  expect(page.url()).toBe(address);
  await expect.poll(() => panelColour(page, 'dark')).toBe('rgb(0, 0, 51)');
  expect(trouble).toEqual([]);
  await context.close();
});

test('the CSS is copied by keyboard', async () => {
  const { context, page, trouble } = await visit();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Luxury' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Copy the CSS' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Copied', { exact: true }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const values = (css: string) => [...css.matchAll(/--xiaoer-[a-z-]+/g)].map(([name]) => name);
  expect(values(copied)).toEqual(values(readFileSync('examples/themes/luxury.css', 'utf8')));
  expect(trouble).toEqual([]);
  await context.close();
});

test('every kind of message, the empty panel, the launcher; another language, right to left, a phone', async () => {
  const { context, page, trouble } = await visit({ width: 1500, height: 1000 });
  const show = page.getByRole('combobox', { name: 'Show' });
  await show.selectOption('all');
  await expect.poll(() => frame(page, 'dark').locator('[data-key]').count()).toBeGreaterThan(20);
  await picture(page, 'playground all');
  for (const kind of ['order', 'rating', 'sticker', 'comparison']) {
    await show.selectOption(`kind:${kind}`);
    await expect.poll(() => frame(page, 'light').locator('[data-key]').count()).toBeLessThan(20);
    await expect.poll(() => frame(page, 'light').locator('[data-key]').count()).toBeGreaterThan(0);
  }
  await show.selectOption('empty');
  await frame(page, 'dark').getByText('Come in.').waitFor();
  await show.selectOption('launcher');
  await frame(page, 'light').getByRole('button', { name: 'Open chat, 2 new messages' }).waitFor();
  await show.selectOption('conversation');
  await page.getByRole('combobox', { name: 'Language' }).selectOption('ar');
  await frame(page, 'light').getByText('مساعد آلي').waitFor();
  // The cards came along: none fell back to its plain text.
  await frame(page, 'light').getByRole('button', { name: 'احصل عليها' }).waitFor();
  expect(await frame(page, 'light').getByText('تعذّر عرض').count()).toBe(0);
  expect(await page.getByRole('checkbox', { name: 'Page from right to left' }).isChecked()).toBe(true);
  await page.getByRole('radio', { name: 'Phone' }).check();
  await frame(page, 'light').locator('.grabber').waitFor();
  await picture(page, 'playground phone ar');
  expect(trouble).toEqual([]);
  await context.close();
});

test.each([
  ['desktop', {}],
  ['desktop dark', { dark: true }],
  ['360', { width: 360, height: 780 }],
  ['360 dark', { width: 360, height: 780, dark: true }],
  ['Chinese', { locale: 'zh-CN' }],
] as const)('axe finds nothing, and nothing is wider than the page: %s', async (name, options) => {
  const visitor = await openVisitor(at.browser, options);
  const { context, page, trouble } = visitor;
  await page.goto(`${at.inn.address}/playground/`);
  await verdict(page)
    .filter({ hasText: /\p{Letter}/u })
    .waitFor();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
  await page.screenshot({ path: `e2e/screenshots/playground ${name}.png`, fullPage: true });
  expect(await axe(page)).toEqual([]);
  expect(trouble).toEqual([]);
  await context.close();
});
