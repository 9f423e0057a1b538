import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { focused, picture } from './browser.ts';
import { siteStage, visitSite } from './shop-site.ts';

const at = siteStage();
const PHONE = { width: 360, height: 740 };

/** A finger that goes from one height to another in so many milliseconds, and is let go. */
async function drag(page: Page, from: number, to: number, ms: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  // By the finger's own clock: how fast the machine is does not matter.
  const began = Date.now() / 1_000;
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', after: number, y?: number) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: y === undefined ? [] : [{ x: 60, y }],
      timestamp: began + after / 1_000,
    });
  await touch('touchStart', 0, from);
  for (let step = 1; step <= 8; step++) await touch('touchMove', (ms * step) / 8, from + ((to - from) * step) / 8);
  await touch('touchEnd', ms + 1);
  await session.detach();
}

test('a sheet follows a finger on its head: up to all of the screen, down to most of it, and away; a press is none', async () => {
  const { page, trouble } = await visitSite(at, 'script-tag/index.html', PHONE);
  const widget = page.locator('xiaoer-chat');
  const launcher = widget.locator('[part=launcher]');
  const dialog = widget.getByRole('dialog');
  const rest = async () => {
    await page.waitForTimeout(350);
    const box = await dialog.boundingBox();
    expect([box?.x, box?.width]).toEqual([0, 360]);
    return [Math.round(box?.y ?? -1), Math.round(box?.height ?? -1)];
  };
  await launcher.tap();
  await dialog.locator('.grabber').waitFor();
  expect(await rest()).toEqual([133, 607]);
  await picture(page, 'panel sheet half');
  await drag(page, 165, 60, 400);
  expect(await rest()).toEqual([0, 740]);
  // A little further down than a third of the way that would close it.
  await drag(page, 30, 150, 400);
  expect(await rest()).toEqual([133, 607]);
  await drag(page, 165, 180, 300);
  expect(await rest()).toEqual([133, 607]);
  await dialog.locator('.grabber').tap();
  expect(await rest()).toEqual([0, 740]);
  await dialog.locator('.grabber').tap();
  expect(await rest()).toEqual([133, 607]);
  // A flick: short and fast.
  await drag(page, 165, 260, 40);
  await dialog.waitFor({ state: 'hidden' });
  // Not by a tap: Chromium takes one after a flick for what stops the flick.
  await launcher.click();
  await dialog.locator('.grabber').waitFor();
  await rest();
  // Far and slow.
  await drag(page, 165, 400, 500);
  await dialog.waitFor({ state: 'hidden' });
  expect(await focused(page)).toBe('BUTTON');
  expect(trouble).toEqual([]);
});

test('a sheet stays above the keyboard of the screen, and keeps its size under two fingers', async () => {
  const { page, trouble } = await visitSite(at, 'script-tag/index.html', PHONE);
  const dialog = page.locator('xiaoer-chat').getByRole('dialog');
  await page.locator('xiaoer-chat').locator('[part=launcher]').tap();
  await dialog.locator('.grabber').waitFor();
  await dialog.getByRole('textbox').tap();
  /** The visual viewport as a keyboard, or a zoom, leaves it. */
  const see = (height: number, scale: number) =>
    page.evaluate(
      ([height, scale]) => {
        for (const [name, value] of Object.entries({ height, scale }))
          Object.defineProperty(visualViewport, name, { value, configurable: true });
        visualViewport?.dispatchEvent(new Event('resize'));
      },
      [height, scale] as const,
    );
  await see(400, 1);
  await expect.poll(async () => Math.round((await dialog.boundingBox())?.height ?? 0)).toBe(400);
  const field = await dialog.getByRole('textbox').boundingBox();
  expect((field?.y ?? 999) + (field?.height ?? 0)).toBeLessThanOrEqual(400);
  await picture(page, 'panel sheet keyboard');
  await see(200, 2);
  expect(Math.round((await dialog.boundingBox())?.height ?? 0)).toBe(400);
  expect(trouble).toEqual([]);
});

/** The sheet, once everything in it is there. */
async function openSheet(page: Page) {
  const widget = page.locator('xiaoer-chat');
  const dialog = widget.getByRole('dialog');
  await widget.locator('[part=launcher]').tap();
  await dialog.locator('.grabber').waitFor();
  return dialog;
}

test('the back gesture closes what is open in a sheet, then the sheet, and leaves the history of the page alone', async () => {
  const { page, trouble } = await visitSite(at, 'own-window/index.html', PHONE);
  const before = await page.evaluate(() => history.length);
  const dialog = await openSheet(page);
  await dialog.getByRole('button', { name: 'Emoji' }).tap();
  await dialog.getByRole('grid').waitFor();
  // Escape outside of the sheet is what Chromium makes of the gesture: a wish to close, which no key handler hears.
  const back = async () => {
    await page.evaluate(() =>
      addEventListener('keydown', (event) => event.stopImmediatePropagation(), { capture: true, once: true }),
    );
    await page.keyboard.press('Escape');
  };
  await back();
  await dialog.getByRole('grid').waitFor({ state: 'detached' });
  expect(await dialog.isVisible()).toBe(true);
  await back();
  await dialog.waitFor({ state: 'hidden' });
  expect(await focused(page)).toBe('BUTTON');
  // Opened again, it hears again; and a key pressed in it is heard once.
  await openSheet(page);
  await dialog.getByRole('button', { name: 'Emoji' }).tap();
  await dialog.getByRole('grid').waitFor();
  await page.keyboard.press('Escape');
  await dialog.getByRole('grid').waitFor({ state: 'detached' });
  await page.waitForTimeout(250);
  expect(await dialog.isVisible()).toBe(true);
  await back();
  await dialog.waitFor({ state: 'hidden' });
  expect([await page.evaluate(() => history.length), page.url()]).toEqual([
    before,
    `${at.site.origin}/own-window/index.html`,
  ]);
  expect(trouble).toEqual([]);
});

test('where the browser has no word for it, back leaves the page as ever', async () => {
  const { context, page, trouble } = await visitSite(at, 'own-window/index.html', PHONE);
  await context.addInitScript(() => Reflect.deleteProperty(window, 'CloseWatcher'));
  await page.goto(`${at.site.origin}/own-window/index.html?next`);
  await openSheet(page);
  await page.goBack({ waitUntil: 'commit' });
  expect(page.url()).toBe(`${at.site.origin}/own-window/index.html`);
  expect(trouble).toEqual([]);
});
