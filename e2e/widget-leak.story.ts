import type { CDPSession, Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import type { XiaoerChatElement } from '../packages/widget/src/element.ts';
import { openBrowser, openVisitor } from './browser.ts';
import { openInn } from './inn.ts';
import { linksOf } from './log-of.ts';
import { openShopPage } from './shop-page.ts';

/** Lives of a widget; the long run asks for 200. */
const LIVES = Number(process.env['XIAOER_LIVES'] ?? 20);
/** Lives after which everything that is made once for a page has been made. */
const WARM_UP = 8;
const LIFE_MS = 5_000;
/** Otherwise code that is compiled better the oftener it runs is counted as heap that grows. */
const PLAIN_CODE = '--js-flags=--no-opt --no-maglev --no-sparkplug';

/** What a page holds once its garbage is collected. */
async function held(devtools: CDPSession) {
  // What a finaliser lets go of is garbage for the next collection.
  for (let n = 0; n < 3; n++) await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize: heap } = await devtools.send('Runtime.getHeapUsage');
  const { documents, nodes, jsEventListeners } = await devtools.send('Memory.getDOMCounters');
  return { heap, parts: { documents, nodes, listeners: jsEventListeners } };
}

/** A page that remembers every part of the widgets that lived in it, without keeping it alive. */
type Remembering = typeof globalThis & { lived?: WeakRef<object>[] };

/** Lives through widgets one after the other: booted, opened, a message said and answered, destroyed if it is to end. */
const live = (page: Page, lives: number, ends = true) =>
  page.evaluate(
    async ({ lives, ends }) => {
      const until = async <T>(what: string, found: () => T | null | undefined): Promise<T> => {
        for (let n = 0; n < 1_000; n++) {
          const it = found();
          if (it) return it;
          await new Promise((resolve) => setTimeout(resolve, 10));
        }
        throw new Error(`waited for ${what}`);
      };
      await customElements.whenDefined('xiaoer-chat');
      const { lived = [] } = globalThis as Remembering;
      (globalThis as Remembering).lived = lived;
      for (let life = 0; life < lives; life++) {
        const chat = document.createElement('xiaoer-chat') as XiaoerChatElement;
        chat.setAttribute('shop', 'yunlai');
        document.documentElement.append(chat);
        const { commands, shadowRoot: root } = chat;
        if (!commands || !root) throw new Error('not booted');
        commands.on('message:received', () => undefined);
        commands.open();
        const field = await until('the field', () => root.querySelector('textarea'));
        field.value = 'Hello';
        field.dispatchEvent(new Event('input', { bubbles: true }));
        (await until('the button', () => root.querySelector<HTMLElement>('[part~=send]'))).click();
        await until('an answer', () => root.querySelector('[part~=bubble-in]'));
        if (!ends) return;
        lived.push(...[chat, root, commands].map((part) => new WeakRef(part)));
        // So that the next life begins with nothing, as this one did.
        await commands.logout();
        commands.destroy();
        if (chat.isConnected || root.childElementCount > 0) throw new Error('destroyed, and still there');
      }
    },
    { lives, ends },
  );

const left = (page: Page) =>
  page.evaluate(() => (globalThis as Remembering).lived?.filter((part) => part.deref()).length);

test(`${LIVES} times booted, opened, chatted and destroyed: nothing of it is left, heap and listeners stay what they were`, {
  timeout: 60_000 + (WARM_UP + LIVES) * LIFE_MS,
}, async () => {
  const [browser, inn] = await Promise.all([openBrowser([PLAIN_CODE]), openInn()]);
  onTestFinished(async () => {
    await browser.close();
    await inn.close();
  });
  const { context, page, trouble } = await openVisitor(browser);
  const devtools = await context.newCDPSession(page);
  await openShopPage(page, inn.address, {});
  await page.evaluate('xiaoer("open")');
  await page.locator('xiaoer-chat').getByRole('textbox').waitFor();
  await page.evaluate('xiaoer("destroy")');
  await live(page, WARM_UP);
  const before = await held(devtools);
  await live(page, LIVES);
  const after = await held(devtools);
  expect(after.parts).toEqual(before.parts);
  expect(await left(page)).toBe(0);
  await expect.poll(() => linksOf(inn), { timeout: 10_000 }).toBe(0);

  // What is counted can be seen: one that lives holds some of everything.
  await live(page, 1, false);
  const alive = await held(devtools);
  for (const part of ['nodes', 'listeners'] as const) expect(alive.parts[part]).toBeGreaterThan(after.parts[part]);
  const [grown, one] = [(after.heap - before.heap) / LIVES, alive.heap - after.heap];
  console.info(`a life leaves ${Math.round(grown)} bytes, and one that goes on holds ${one}`);
  expect(grown).toBeLessThan(one / 20);
  expect(trouble).toEqual([]);
});
