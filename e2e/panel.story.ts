import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { focused, picture, type Visitor, type VisitorOptions } from './browser.ts';
import { linksOf } from './log-of.ts';
import { siteStage, visitSite } from './shop-site.ts';

const at = siteStage();

/** Calls the function of the tag. */
const xiaoer = (page: Page, ...call: readonly unknown[]): Promise<unknown> =>
  page.evaluate((call) => (window as unknown as { xiaoer(...call: unknown[]): unknown }).xiaoer(...call), call);

const visit = (path: string, options?: VisitorOptions): Promise<Visitor> => visitSite(at, path, options);

/** Everything that this browser keeps of the page's origin. */
const kept = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()).map(({ name }) => name ?? ''),
  ]);

describe('a conversation in the page', () => {
  test('is drawn whole without a link or anything kept, begins with the first press, and goes on in the corner', async () => {
    const { page, trouble } = await visit('in-page/index.html');
    const inline = page.locator('xiaoer-chat[mode=inline]');
    const region = inline.getByRole('region');
    await region.getByRole('button', { name: 'What does delivery cost?' }).waitFor();
    await page.waitForTimeout(400);
    expect(await region.getAttribute('aria-labelledby')).toBe('title');
    expect([await linksOf(at.inn), await kept(page), await focused(page)]).toEqual([0, [], 'BODY']);
    expect(await inline.getByRole('button', { name: 'Close', exact: true }).count()).toBe(0);
    const box = await region.boundingBox();
    expect([box?.width, box?.height]).toEqual([704, 512]);
    await picture(page, 'panel in page');

    await region.getByRole('button', { name: 'What does delivery cost?' }).click();
    await region.getByText(/From:/).waitFor();
    await expect.poll(() => linksOf(at.inn)).toBe(1);
    await picture(page, 'panel in page, asked');
    // The tag's widget in the corner is another face of the same conversation.
    const corner = page.locator('xiaoer-chat:not([mode])');
    await corner.getByRole('button', { name: /^Open/ }).click();
    const dialog = corner.getByRole('dialog');
    await dialog.getByText('What does delivery cost?').waitFor();
    await dialog.getByRole('textbox').fill('And to Xinjiang?');
    await dialog.getByRole('textbox').press('Enter');
    await region.getByText('And to Xinjiang?').waitFor();
    await picture(page, 'panel two on a page');
    expect(trouble).toEqual([]);
  });

  test('on a phone it is no sheet', async () => {
    const { page, trouble } = await visit('in-page/index.html', { width: 360, height: 740, dark: true });
    const region = page.locator('xiaoer-chat[mode=inline]').getByRole('region');
    await region.getByRole('textbox').tap();
    await region.getByRole('textbox').fill('What does delivery cost?');
    await region.getByRole('button', { name: 'Send', exact: true }).tap();
    await region.getByText(/From:/).first().waitFor();
    expect(await page.locator('xiaoer-chat[mode=inline]').locator('.veil, .grabber').count()).toBe(0);
    await picture(page, 'panel in page 360');
    expect(trouble).toEqual([]);
  });
});

describe('the page’s own button', () => {
  test('nothing stands in the corner, the button opens and gets the focus back, and a greeting comes once', async () => {
    const { page, trouble } = await visit('own-button/index.html');
    const widget = page.locator('xiaoer-chat');
    const launcher = widget.locator('[part=launcher]');
    await launcher.waitFor({ state: 'attached' });
    expect(await launcher.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Help' }).click();
    const dialog = widget.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Where is my order?' }).waitFor();
    expect(await launcher.isVisible()).toBe(false);
    await page.waitForTimeout(300);
    const box = await dialog.boundingBox();
    expect(Math.round(860 - (box?.y ?? 0) - (box?.height ?? 0))).toBe(24);
    await picture(page, 'panel own button');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('help');

    await page.getByRole('textbox', { name: 'Search' }).focus();
    await xiaoer(page, 'update', {
      greeting: { text: 'Looking for something warm?', questions: ['Which duvet is warm?'], after: 0.2 },
    });
    const greeting = widget.locator('[part=greeting]');
    await page.waitForTimeout(500);
    // Who writes is not disturbed.
    expect(await greeting.count()).toBe(0);
    await page.getByRole('textbox', { name: 'Search' }).blur();
    await greeting.waitFor();
    await picture(page, 'panel greeting');
    expect(await focused(page)).toBe('BODY');
    expect((await kept(page)).filter((name) => name.startsWith('xiaoer'))).toEqual(['xiaoer:yunlai:greeted']);
    await greeting.getByRole('button', { name: 'Which duvet is warm?' }).click();
    await dialog.getByText(/From:/).first().waitFor();
    expect(await greeting.count()).toBe(0);

    await page.reload();
    await xiaoer(page, 'boot', { greeting: { text: 'Again?', after: 0.1 } });
    await page.waitForTimeout(1_000);
    expect(await greeting.count()).toBe(0);
    expect(trouble).toEqual([]);
  });
});

test('what the page says before the widget has come stands over what the tag says', async () => {
  const { page, trouble } = await visit('own-button/index.html', { width: 360, height: 740, dark: true });
  await page.evaluate(() => {
    document.documentElement.style.colorScheme = 'dark';
    document.documentElement.dir = 'rtl';
  });
  await xiaoer(page, 'update', { locale: 'ar', launcher: true });
  await xiaoer(page, 'boot', { greeting: { text: 'هل تبحث عن شيء دافئ؟', after: 0.1 } });
  const widget = page.locator('xiaoer-chat');
  await widget.locator('[part=greeting]').getByText('مساعد آلي').waitFor();
  expect(await widget.locator('[part=launcher]').isVisible()).toBe(true);
  await picture(page, 'panel greeting 360 rtl');
  expect(trouble).toEqual([]);
});

describe('without a network', () => {
  /** The press of somebody, and time for everything that it asks for to fail. */
  const press = async (page: Page) => {
    await page.locator('xiaoer-chat').locator('[part=launcher]').click();
    await page.waitForTimeout(500);
  };
  const field = (page: Page) => page.locator('xiaoer-chat').getByRole('dialog').getByRole('textbox');

  test('a press is no error of the page, and its next page opens once the network is back', async () => {
    const { context, page, trouble } = await visit('own-window/index.html');
    await context.setOffline(true);
    await press(page);
    await press(page);
    expect(await field(page).count()).toBe(0);
    await context.setOffline(false);
    // Chromium remembers for the life of a page that a module could not be fetched.
    await page.reload();
    await press(page);
    await field(page).fill('Hello');
    await page.locator('xiaoer-chat').getByRole('button', { name: 'Attach a picture or a file' }).waitFor();
    expect(trouble).toEqual([]);
  });

  test.each(['frame', 'widget', 'en', '*'])('files that cannot be fetched are none either: %s', async (name) => {
    const { context, page, trouble } = await visit('own-window/index.html');
    await context.route(`**/xiaoer/${name}-*.js`, (route) => route.abort());
    await press(page);
    await press(page);
    await context.unrouteAll();
    await page.reload();
    await press(page);
    await field(page).fill('Hello');
    expect(trouble).toEqual([]);
  });
});

describe('from the menu of the panel', () => {
  const menu = async (page: Page, name: string) => {
    await page.locator('xiaoer-chat').getByRole('button', { name: 'More', exact: true }).click();
    await page.locator('xiaoer-chat').getByRole('menuitem', { name }).click();
  };
  const asks = async (page: Page, question: string) => {
    const dialog = page.locator('xiaoer-chat').getByRole('dialog');
    if (!(await dialog.isVisible())) await page.locator('xiaoer-chat').getByRole('button', { name: /^Open/ }).click();
    await dialog.getByRole('textbox').fill(question);
    await dialog.getByRole('textbox').press('Enter');
    await dialog.getByText(question).waitFor();
    await dialog
      .getByText(/From:|fits/)
      .last()
      .waitFor();
    return dialog;
  };

  test('the conversation goes on in a window of its own, and products open in the shop', async () => {
    const { page, trouble } = await visit('own-window/index.html');
    const dialog = await asks(page, 'What does delivery cost?');
    const [popup] = await Promise.all([page.waitForEvent('popup'), menu(page, 'Open in its own window')]);
    await dialog.waitFor({ state: 'hidden' });
    const region = popup.locator('xiaoer-chat').locator('[part=panel]');
    await region.getByText('What does delivery cost?').waitFor();
    await region.getByRole('textbox').fill('A warm duvet under 2000');
    await region.getByRole('textbox').press('Enter');
    await region.locator('[part=card]').first().waitFor();
    expect(await region.boundingBox()).toEqual({ x: 0, y: 0, width: 480, height: 720 });
    await picture(popup, 'panel own window');
    // The shop is looked through; the window stays, and leads back into it.
    await page.reload();
    const wanted = page.waitForRequest(/product\//);
    await region.locator('.c-name').first().click();
    // The page of the story has no such product: that it was asked for is what matters.
    expect((await wanted).url()).toMatch(/product\//);
    expect(popup.url()).toBe(`${at.site.origin}/own-window/chat.html`);
    expect(trouble.filter((each) => !/404/.test(each))).toEqual([]);
  });

  test('is printed whole, black on white, with every name and time, and leaves the page as it was', async () => {
    const { page, trouble } = await visit('own-window/index.html');
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', '');
    });
    await asks(page, 'What does delivery cost?');
    await asks(page, 'A warm duvet under 2000');
    const before = await page.evaluate(() => [
      document.adoptedStyleSheets.length,
      document.documentElement.childElementCount,
    ]);
    await menu(page, 'Print this chat');
    await page.locator('body[data-printed]').waitFor({ state: 'attached' });
    await page.emulateMedia({ media: 'print' });
    const paper = page.locator('[data-printing]');
    await paper.getByText('Yunlai Home').waitFor();
    expect(await paper.locator('.row').count()).toBeGreaterThan(3);
    expect(await paper.locator('.row.out .by').allInnerTexts()).toEqual([
      expect.stringMatching(/^You\s+\d\d:\d\d/),
      expect.stringMatching(/^You\s+\d\d:\d\d/),
    ]);
    expect(await paper.locator('.c-button:visible, input:visible').count()).toBe(0);
    expect(await page.getByRole('heading', { name: 'Shop' }).isVisible()).toBe(false);
    expect(await page.locator('xiaoer-chat:not([data-printing])').getByRole('dialog').isVisible()).toBe(false);
    await page.screenshot({ path: 'e2e/screenshots/panel printed.png', fullPage: true });
    await page.emulateMedia({ media: null });
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(
      await page.evaluate(() => [document.adoptedStyleSheets.length, document.documentElement.childElementCount]),
    ).toEqual(before);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('xiaoer-chat').locator('[part=launcher]').isVisible()).toBe(false);
    expect(await page.getByRole('heading', { name: 'Shop' }).isVisible()).toBe(true);
    expect(trouble).toEqual([]);
  });

  test('what was kept is wiped when the shopper wishes it, after a question', async () => {
    const { page, trouble } = await visit('own-window/index.html');
    const dialog = await asks(page, 'What does delivery cost?');
    expect(await kept(page)).toContain('xiaoer:yunlai');
    await menu(page, 'Delete this chat here');
    await dialog.getByRole('button', { name: 'Keep', exact: true }).click();
    await menu(page, 'Delete this chat here');
    await picture(page, 'panel withdraw');
    await dialog.getByRole('button', { name: 'Delete it here' }).click();
    await dialog.getByText('What can I bring you?').waitFor();
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
    expect(await page.locator('xiaoer-chat').getAttribute('data-consent')).toBe('none');
    await page.reload();
    await page.locator('xiaoer-chat').getByRole('button', { name: /^Open/ }).click();
    await dialog.getByText('What can I bring you?').waitFor();
    await page.waitForTimeout(500);
    expect(await dialog.getByText('What does delivery cost?').count()).toBe(1);
    expect(trouble).toEqual([]);
  });
});
