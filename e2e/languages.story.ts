import { expect, test } from 'vitest';
import { axe } from './axe.ts';
import { openVisitor, picture, type Visitor } from './browser.ts';
import { openShopPage } from './shop-page.ts';
import { stage } from './stage.ts';

const at = stage();

const POLICY =
  "default-src 'self'; style-src 'self'; object-src 'none'; require-trusted-types-for 'script'; trusted-types xiaoer";

/** Opens the panel of a page, whatever its language, and waits for the empty state. */
async function open({ page }: Visitor): Promise<void> {
  await page.locator('xiaoer-chat').getByRole('button').first().click();
  await page.locator('xiaoer-chat .question').nth(3).waitFor();
}

const launcherX = ({ page }: Visitor) =>
  page
    .locator('xiaoer-chat [part=launcher]')
    .boundingBox()
    .then((box) => Math.round(box?.x ?? 0));

test('an Arabic widget on a page that runs to the right: its words run to the left, its place is the page’s', async () => {
  const visitor = await openVisitor(at.browser);
  const { page, trouble } = visitor;
  await openShopPage(page, at.inn.address, { tag: 'data-locale="ar"', policy: POLICY });
  const before = await launcherX(visitor);
  await open(visitor);
  expect(await launcherX(visitor)).toBe(before);
  const panel = page.getByRole('dialog');
  const [box, close] = await Promise.all([
    panel.boundingBox(),
    panel.getByRole('button', { name: 'إغلاق', exact: true }).boundingBox(),
  ]);
  expect(box && Math.round(box.x + box.width)).toBe(1280 - 24);
  // The way out is at the end of the line.
  expect(close && box && close.x - box.x).toBeLessThan(40);
  await page.getByText('كيف يمكنني مساعدتك؟').waitFor();
  expect(await axe(page)).toEqual([]);
  await picture(page, 'languages ar');
  expect(trouble).toEqual([]);
  await visitor.context.close();
});

test('an Arabic page turns the whole widget', async () => {
  const visitor = await openVisitor(at.browser, { width: 360, height: 740 });
  const { page, trouble } = visitor;
  await openShopPage(page, at.inn.address, { html: 'lang="ar-EG" dir="rtl"', policy: POLICY });
  expect(await launcherX(visitor)).toBe(24);
  await open(visitor);
  await page.getByText('مساعد آلي').waitFor();
  await picture(page, 'languages ar phone');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  expect(trouble).toEqual([]);
  await visitor.context.close();
});

test.each([
  ['zh-TW', '客官裡邊請'],
  ['ja-JP', 'いらっしゃいませ'],
  ['ko', '어서 오세요'],
  ['es-419', 'Adelante'],
  ['pt-PT', 'Pode entrar'],
  ['fr-CA', 'Entrez donc'],
  ['de-CH', 'Treten Sie ein'],
  ['ru', 'Проходите'],
  ['id', 'Silakan masuk'],
  ['th', 'เชิญข้างใน'],
  ['vi', 'Mời bạn vào'],
])('on a page in %s the widget speaks it, and nothing is cut off on a phone', async (lang, welcome) => {
  const visitor = await openVisitor(at.browser, { width: 360, height: 740 });
  const { page, trouble } = visitor;
  await openShopPage(page, at.inn.address, { html: `lang="${lang}"`, policy: POLICY });
  await open(visitor);
  await page.getByText(welcome).waitFor();
  await page.locator('xiaoer-chat .menu-box').waitFor();
  const cut = await page.evaluate(() => {
    const root = document.querySelector('xiaoer-chat')?.shadowRoot as ShadowRoot;
    return [...root.querySelectorAll<HTMLElement>('.panel *')]
      .filter(
        (each) => each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0 && !each.matches('.c-hidden, bdi'),
      )
      .map((each) => `${each.className}: ${each.textContent}`);
  });
  expect(cut).toEqual([]);
  await picture(page, `languages ${lang}`);
  expect(trouble).toEqual([]);
  await visitor.context.close();
});

test('the menu leads to English and back, and a host’s own words stand in both', async () => {
  const visitor = await openVisitor(at.browser);
  const { page, trouble } = visitor;
  await openShopPage(page, at.inn.address, { html: 'lang="ja"', policy: POLICY });
  await page.evaluate(() => {
    const { xiaoer } = window as unknown as { xiaoer(...call: unknown[]): void };
    xiaoer('boot', { strings: { 'privacy.note': '店のロボットです。', en: { 'panel.assistant': 'Our robot' } } });
  });
  await open(visitor);
  const menu = async (name: string) => {
    await page.locator('xiaoer-chat .menu-box button').first().click();
    await page.getByRole('menuitem', { name }).click();
  };
  await page.getByText('店のロボットです。').waitFor();
  await menu('English');
  await page.getByText('Our robot').waitFor();
  await menu('日本語');
  await page.getByText('自動アシスタント').waitFor();
  expect(trouble).toEqual([]);
  await visitor.context.close();
});
