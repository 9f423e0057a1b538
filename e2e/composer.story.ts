import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe } from './axe.ts';
import { openBrowser, openVisitor, picture } from './browser.ts';
import { type Inn, openInn } from './inn.ts';
import { opsInLog } from './log-of.ts';
import { panelOf } from './shopper.ts';

let browser: Browser;
let inn: Inn;
/** One shopper at a desktop plays most of these stories, one after the other, in one conversation. */
let shopper: Awaited<ReturnType<typeof begin>>;
beforeAll(async () => {
  [browser, inn] = await Promise.all([
    // A microphone that beeps, and a shopper who allows it.
    openBrowser(['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']),
    openInn(),
  ]);
  shopper = await begin();
});
afterAll(async () => {
  await browser?.close();
  await inn?.close();
});

/** A shopper with an open panel in which one word was said, so that there is a timeline. */
async function begin(options: Parameters<typeof openVisitor>[1] = {}) {
  const visitor = await openVisitor(browser, options);
  const panel = panelOf(visitor.page);
  await visitor.page.goto(inn.address);
  await panel.open();
  await panel.say('hello');
  await panel.sees('hello');
  await panel.root.getByRole('button', { name: 'Attach a picture or a file' }).waitFor();
  return { ...visitor, panel };
}

/** The machine may be busy. */
const poll = <T>(read: () => T) => expect.poll(read, { timeout: 10_000 });

/** A picture of one colour as a PNG, made in the page. */
const png = (page: Page, color: string): Promise<Buffer> =>
  page
    .evaluate(async (color) => {
      const canvas = new OffscreenCanvas(320, 200);
      const context = canvas.getContext('2d');
      if (context) context.fillStyle = color;
      context?.fillRect(0, 0, 320, 200);
      return [...new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer())];
    }, color)
    .then((bytes) => Buffer.from(bytes));

/** Puts a file into a paste or a drop. */
const bring = (page: Page, type: 'paste' | 'drop', name: string, bytes: Buffer) =>
  page.evaluate(
    ({ type, name, bytes }) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(bytes)], name, { type: name.endsWith('.png') ? 'image/png' : '' }));
      const field = document.querySelector('xiaoer-chat')?.shadowRoot?.querySelector('textarea');
      const how = { bubbles: true, cancelable: true, composed: true };
      if (type === 'paste') field?.dispatchEvent(new ClipboardEvent('paste', { ...how, clipboardData: data }));
      else
        for (const name of ['dragover', 'drop'])
          field?.dispatchEvent(new DragEvent(name, { ...how, dataTransfer: data }));
    },
    { type, name, bytes: [...bytes] },
  );

test('pictures and files by button, paste and drop: shown at once, sent once; what is refused is said', async () => {
  const { page, panel, trouble } = shopper;
  const input = panel.root.locator('input[type=file]');
  await input.setInputFiles({ name: 'cup.png', mimeType: 'image/png', buffer: await png(page, 'teal') });
  await bring(page, 'paste', 'lid.png', await png(page, 'brown'));
  await bring(page, 'drop', 'notes.txt', Buffer.from('two cups, one lid'));
  await panel.sees('notes.txt');
  await poll(() => panel.root.getByRole('button', { name: /^Show larger/ }).count()).toBe(2);
  await poll(async () => (await opsInLog(inn, 'image')).length).toBe(2);
  await poll(async () => (await opsInLog(inn, 'file')).length).toBe(1);
  // A picture is fetched when it comes into sight.
  await panel.root.locator('.c-image').first().scrollIntoViewIfNeeded();
  await poll(() => panel.root.locator('.c-image img[data-loaded=true]').count()).toBe(2);
  await input.setInputFiles({ name: 'virus.exe', mimeType: '', buffer: Buffer.from('MZ\u0000\u0001nothing') });
  await panel.root.getByText('Files of this type cannot be sent').waitFor();
  await picture(page, 'composer attached');
  expect(await axe(page)).toEqual([]);
  expect(trouble).toEqual([]);
});

test('an upload that hangs shows how far it is and is cancelled, here and at the server', async () => {
  const { context, page, panel, trouble } = shopper;
  await context.route('**/upload/**', (route) => (route.request().method() === 'PUT' ? undefined : route.continue()));
  const before = (await opsInLog(inn, 'image')).length;
  await panel.root
    .locator('input[type=file]')
    .setInputFiles({ name: 'slow.png', mimeType: 'image/png', buffer: await png(page, 'navy') });
  await panel.root.getByRole('progressbar', { name: 'Sent so far' }).waitFor();
  await picture(page, 'composer uploading');
  expect(await axe(page)).toEqual([]);
  await panel.root.getByRole('button', { name: 'Cancel' }).click();
  await panel.root.getByRole('progressbar').waitFor({ state: 'detached' });
  await context.unroute('**/upload/**');
  expect((await opsInLog(inn, 'image')).length).toBe(before);
  expect(trouble).toEqual([]);
});

test('a voice message is recorded, thrown away, recorded again, sent and played', async () => {
  const { page, panel, trouble } = shopper;
  const record = () => panel.root.getByRole('button', { name: 'Record a voice message' }).press('Enter');
  await record();
  await panel.root.getByRole('group', { name: 'Recording' }).waitFor();
  await page.keyboard.press('Escape');
  await record();
  await panel.root.getByText('0:01').waitFor();
  await picture(page, 'composer recording');
  expect(await axe(page)).toEqual([]);
  await panel.root.getByRole('button', { name: 'Send the recording' }).press('Enter');
  await poll(async () => (await opsInLog(inn, 'voice')).length).toBe(1);
  const play = panel.root.getByRole('button', { name: 'Play' });
  await poll(() => play.isEnabled()).toBe(true);
  await play.click();
  await panel.root.getByRole('button', { name: 'Pause' }).waitFor();
  expect(trouble).toEqual([]);
});

test('a sticker is found and sent by keyboard, and then stands among those used last', async () => {
  const { page, panel, trouble } = shopper;
  await panel.root.getByRole('button', { name: 'Emoji' }).click();
  await panel.root.getByRole('tab', { name: 'Stickers' }).click();
  await panel.root.getByRole('grid', { name: 'Stickers' }).waitFor();
  await picture(page, 'composer stickers');
  expect(await axe(page)).toEqual([]);
  await panel.root.getByRole('textbox', { name: 'Search stickers' }).fill('thank');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await panel.root.getByRole('img', { name: 'Thank you' }).waitFor();
  // It stands on the screen before it is in the log.
  await expect.poll(() => opsInLog(inn, 'sticker')).toHaveLength(1);
  await page.reload();
  await panel.open();
  await panel.root.getByRole('button', { name: 'Emoji' }).click();
  await panel.root.getByRole('tab', { name: 'Stickers' }).click();
  await panel.root.getByRole('rowgroup', { name: 'Recent' }).getByRole('button', { name: 'Thank you' }).waitFor();
  expect(trouble).toEqual([]);
});

test('a draft is the same in two tabs, survives a reload, and is gone when it was sent', async () => {
  const { context, page, panel, trouble } = shopper;
  const other = await context.newPage();
  const second = panelOf(other);
  await other.goto(inn.address);
  await second.open();
  await panel.field.pressSequentially('half a sen');
  await poll(() => second.field.inputValue()).toBe('half a sen');
  await page.reload();
  await panel.open();
  await poll(() => panel.field.inputValue()).toBe('half a sen');
  await panel.field.press('End');
  await panel.field.pressSequentially('tence');
  await panel.field.press('Enter');
  await second.sees('half a sentence');
  await poll(async () => [await panel.field.inputValue(), await second.field.inputValue()]).toEqual(['', '']);
  expect(trouble).toEqual([]);
});

test('Enter that chooses a candidate while Chinese is composed does not send', async () => {
  const { context, page, panel, trouble } = shopper;
  const input = await context.newCDPSession(page);
  await panel.field.focus();
  await input.send('Input.imeSetComposition', { text: 'ni hao', selectionStart: 6, selectionEnd: 6 });
  expect(await panel.field.inputValue()).toBe('ni hao');
  // As an input method hands it on: the key is its own (229), and the composition goes on.
  const key = { key: 'Process', code: 'Enter', windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 13 };
  await input.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
  await input.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
  // And a page that hears Enter itself in mid-composition.
  const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, nativeVirtualKeyCode: 13 };
  await input.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter });
  await input.send('Input.imeSetComposition', { text: '你好', selectionStart: 2, selectionEnd: 2 });
  await input.send('Input.insertText', { text: '你好' });
  await input.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter });
  expect(await panel.field.inputValue()).toBe('你好');
  expect((await panel.rows()).filter((row) => row.includes('你好'))).toEqual([]);
  await page.keyboard.press('Enter');
  await panel.sees('你好');
  expect(await panel.field.inputValue()).toBe('');
  expect(trouble).toEqual([]);
});

test('a message is quoted by keyboard, the quote leads back to it, and one’s own words are taken back', async () => {
  const { page, panel, trouble } = shopper;
  await panel.say('the cups are chipped');
  await panel.sees('the cups are chipped');
  const menuOf = (words: string) =>
    panel.root
      .locator('[data-key]')
      .filter({ hasText: words })
      .last()
      .getByRole('button', { name: /^Options/ });
  await menuOf('the cups are chipped').press('Enter');
  await panel.root.getByRole('menu').waitFor();
  await picture(page, 'composer row menu');
  expect(await axe(page)).toEqual([]);
  await panel.root.getByRole('menuitem', { name: 'Quote' }).press('Enter');
  await panel.root.getByRole('button', { name: 'Do not quote' }).waitFor();
  await panel.say('two of them');
  await panel.sees('two of them');
  await panel.root.getByRole('button', { name: 'Do not quote' }).waitFor({ state: 'detached' });
  await picture(page, 'composer quoted');
  await panel.root.getByRole('button', { name: /In answer to .*the cups are chipped/ }).click();
  await poll(() =>
    page.evaluate(() => document.querySelector('xiaoer-chat')?.shadowRoot?.activeElement?.textContent ?? ''),
  ).toContain('the cups are chipped');
  await menuOf('two of them').press('Enter');
  await panel.root.getByRole('menuitem', { name: 'Take back' }).press('Enter');
  await panel.sees('You took this message back');
  expect(trouble).toEqual([]);
});

test('on a phone a long press opens the menu, and nothing is wider than the screen', async () => {
  const { context, page, panel, trouble } = await begin({ width: 360, height: 740 });
  const bubble = panel.root.locator('[part~=bubble-out]').first();
  const { x = 0, y = 0, width = 0, height = 0 } = (await bubble.boundingBox()) ?? {};
  const touch = await context.newCDPSession(page);
  const touchPoints = [{ x: x + width / 2, y: y + height / 2 }];
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
  await panel.root.getByRole('menu').waitFor();
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await picture(page, 'composer phone menu');
  await panel.root.getByRole('menuitem', { name: 'Quote' }).click();
  await panel.root.getByRole('button', { name: 'Emoji' }).click();
  await panel.root.getByRole('tab', { name: 'Stickers' }).click();
  await panel.root.getByRole('grid', { name: 'Stickers' }).waitFor();
  await picture(page, 'composer phone stickers');
  expect(await axe(page)).toEqual([]);
  const spare = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(spare).toBe(0);
  expect(trouble).toEqual([]);
  await context.close();
});
