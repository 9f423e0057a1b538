import type { CDPSession, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { XiaoerChatElement } from '../packages/widget/src/element.ts';
import { openVisitor } from './browser.ts';
import { linksOf } from './log-of.ts';
import { openShopPage } from './shop-page.ts';
import { stage } from './stage.ts';

/** Lives of a widget; the long run asks for 200. */
const LIVES = Number(process.env['XIAOER_LIVES'] ?? 24);
/** Lives after which everything that is made once for a page has been made. */
const WARM_UP = 8;
/** A life that left its list of messages, its client or its words behind would leave far more. */
const MOST_BYTES_A_LIFE = 2_000;

const at = stage();

/** What a page holds once its garbage is collected. */
async function held(devtools: CDPSession) {
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  const { documents, nodes, jsEventListeners } = await devtools.send('Memory.getDOMCounters');
  return { heap: usedSize, documents, nodes, listeners: jsEventListeners };
}

/** Lives through widgets one after the other: booted, opened, a message said and answered, destroyed. */
const live = (page: Page, lives: number, from: number) =>
  page.evaluate(
    async ({ lives, from }) => {
      const until = async <T>(what: string, found: () => T | null | undefined | false): Promise<T> => {
        const begun = performance.now();
        for (;;) {
          const it = found();
          if (it) return it;
          if (performance.now() - begun > 10_000) throw new Error(`waited for ${what}`);
          await new Promise((resolve) => setTimeout(resolve, 10));
        }
      };
      for (let life = from; life < from + lives; life++) {
        const chat = document.createElement('xiaoer-chat') as XiaoerChatElement;
        chat.setAttribute('shop', 'yunlai');
        document.documentElement.append(chat);
        const { commands, shadowRoot } = chat;
        commands?.on('message:received', () => undefined);
        commands?.open();
        const field = await until('the field', () => shadowRoot?.querySelector('textarea'));
        field.value = `life ${life}`;
        field.dispatchEvent(new Event('input', { bubbles: true }));
        const send = await until('the button', () => shadowRoot?.querySelector<HTMLElement>('[part~=send]'));
        send.click();
        await until('an answer', () => shadowRoot?.querySelector('[part~=bubble-in]'));
        // So that the next life begins with nothing, as this one did.
        await commands?.logout();
        commands?.destroy();
        if (chat.isConnected || shadowRoot?.childElementCount) throw new Error('destroyed, and still there');
      }
    },
    { lives, from },
  );

test(`${LIVES} times booted, opened, chatted and destroyed: heap, nodes and listeners of the page stay what they were`, async () => {
  const { context, page, trouble } = await openVisitor(at.browser);
  const devtools = await context.newCDPSession(page);
  await openShopPage(page, at.inn.address, {});
  await page.evaluate('xiaoer("open")');
  await page.locator('xiaoer-chat').getByRole('textbox').waitFor();
  await page.evaluate('xiaoer("destroy")');
  await live(page, WARM_UP, 0);
  const before = await held(devtools);
  await live(page, LIVES, WARM_UP);
  const after = await held(devtools);
  console.log(before, after);
  expect({ ...after, heap: 0 }).toEqual({ ...before, heap: 0 });
  expect((after.heap - before.heap) / LIVES).toBeLessThan(MOST_BYTES_A_LIFE);
  await expect.poll(() => linksOf(at.inn), { timeout: 10_000 }).toBe(0);

  // The count itself can see: a living widget holds some of everything.
  await page.evaluate(() => {
    const chat = document.createElement('xiaoer-chat');
    chat.setAttribute('shop', 'yunlai');
    document.documentElement.append(chat);
  });
  await page.locator('xiaoer-chat').getByRole('button').waitFor();
  const alive = await held(devtools);
  for (const part of ['heap', 'nodes', 'listeners'] as const) expect(alive[part], part).toBeGreaterThan(after[part]);
  expect(trouble).toEqual([]);
  await context.close();
});
