import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FakeClient } from '../packages/widget/test/fake-client.ts';
import { openPreview } from '../scripts/gallery.mjs';
import { axe } from './axe.ts';
import { openBrowser, openVisitor, picture } from './browser.ts';

declare const fake: FakeClient;

let browser: Browser;
let served: { readonly address: string; close(): Promise<void> };
beforeAll(async () => {
  [browser, served] = await Promise.all([openBrowser(), openPreview()]);
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

const timeline = (page: Page) => page.locator('xiaoer-chat').locator('[part~=timeline]');

/** The machine may be busy. */
const poll = <T>(read: () => T) => expect.poll(read, { timeout: 10_000 });

/** A conversation of so many messages, some long and some short, with the panel open. */
async function openLong(count: number, options: Parameters<typeof openVisitor>[1] = {}, unread = 0) {
  const visitor = await openVisitor(browser, options);
  const { page } = visitor;
  await page.goto(served.address);
  await page.evaluate(
    ({ count, unread }) => {
      const line = 'Wool keeps warm and lets damp out. ';
      const start = Date.now() - count * 90_000;
      const more = (n: number) => ({ at: start + n * 90_000 });
      fake.add(
        ...Array.from({ length: count }, (_, n) =>
          n % 3 === 0
            ? fake.me(`question ${n}`, more(n))
            : fake.bot(`answer ${n}. ${line.repeat((n * 7) % 5)}`, more(n)),
        ),
      );
      fake.unread.value = unread;
      const chat = document.createElement('xiaoer-chat');
      for (const [name, value] of Object.entries({ shop: 'demo', locale: 'en', open: '' }))
        chat.setAttribute(name, value);
      document.documentElement.append(chat);
    },
    { count, unread },
  );
  await page.locator('xiaoer-chat').getByRole('button', { name: 'Attach a picture or a file' }).waitFor();
  return { ...visitor, box: timeline(page) };
}

/** What one looks at: the first row whose beginning is in sight, and where it stands in the panel. */
const looked = (page: Page) =>
  timeline(page).evaluate((box) => {
    const top = box.getBoundingClientRect().top;
    const row = [...box.querySelectorAll<HTMLElement>('[data-key]')].find(
      (each) => each.getBoundingClientRect().top >= top,
    );
    return {
      words: row?.querySelector('.c-text')?.textContent?.slice(0, 14) ?? '',
      at: Math.round((row?.getBoundingClientRect().top ?? 0) - top),
    };
  });

const rowsIn = (page: Page) => timeline(page).locator('[data-key]').count();
const scrolled = (page: Page) =>
  timeline(page).evaluate((box) => Math.round(box.scrollHeight - box.scrollTop - box.clientHeight));
const painted = (page: Page) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

test('100,000 messages: few rows whatever is looked at, and the way back up is theirs', async () => {
  const { context, page, box, trouble } = await openLong(100_000);
  expect(await scrolled(page)).toBeLessThanOrEqual(1);
  expect(await rowsIn(page)).toBeLessThanOrEqual(160);
  await box.hover();
  const seen: string[] = [];
  for (let n = 0; n < 30; n++) {
    await page.mouse.wheel(0, -900);
    await painted(page);
    expect(await rowsIn(page)).toBeLessThanOrEqual(160);
    const { words } = await looked(page);
    expect(words).not.toBe('');
    seen.push(words);
  }
  const numbers = seen.map((words) => Number(/\d+/.exec(words)?.[0]));
  expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
  // The scroll bar is dragged to the middle: what belongs there is drawn.
  await box.evaluate((element) => {
    element.scrollTop = element.scrollHeight / 2;
  });
  await painted(page);
  const middle = Number(/\d+/.exec((await looked(page)).words)?.[0]);
  expect(Math.abs(middle - 50_000)).toBeLessThan(5_000);
  expect(await rowsIn(page)).toBeLessThanOrEqual(160);
  await page.locator('xiaoer-chat').getByRole('button', { name: 'To the newest message' }).click();
  await poll(() => scrolled(page)).toBeLessThanOrEqual(1);
  expect(await box.getByText('question 99999').count()).toBe(1);
  expect(trouble).toEqual([]);
  await context.close();
});

test('what is read stands still while messages come, rows grow, and older ones are put above', async () => {
  const { context, page, box, trouble } = await openLong(400);
  await box.hover();
  await page.mouse.wheel(0, -3_000);
  await poll(() => scrolled(page)).toBeGreaterThan(2_000);
  await painted(page);
  const before = await looked(page);

  await page.evaluate(() => {
    for (let n = 0; n < 5; n++) fake.receive(fake.bot(`new ${n}`));
  });
  await painted(page);
  expect(await looked(page)).toEqual(before);
  await page.locator('xiaoer-chat').getByRole('button', { name: '5 new' }).waitFor();
  await picture(page, 'timeline pill');

  // A row above what is read grows, as a picture does that had no size.
  await box.evaluate((element) => {
    const row = element.querySelector<HTMLElement>('[data-key]');
    if (row) row.style.paddingTop = '300px';
  });
  await painted(page);
  expect(await looked(page)).toEqual(before);

  await page.evaluate(() => {
    fake.messages.value = [
      ...Array.from({ length: 100 }, (_, n) => fake.bot(`older ${n}`, { at: Date.now() - 864e5 * 30 })),
      ...fake.messages.value,
    ];
  });
  await painted(page);
  expect(await looked(page)).toEqual(before);
  expect(await axe(page)).toEqual([]);
  expect(trouble).toEqual([]);
  await context.close();
});

test('at the very top, where no browser anchors, older messages push nothing away', async () => {
  const { context, page, box, trouble } = await openLong(80);
  await page.evaluate(() => {
    fake.hasOlder.value = true;
  });
  await box.evaluate((element) => {
    element.scrollTop = 0;
  });
  await poll(() => page.evaluate(() => fake.calls.includes('loadOlder'))).toBe(true);
  await painted(page);
  const before = await looked(page);
  await page.evaluate(() => {
    fake.messages.value = [
      ...Array.from({ length: 100 }, (_, n) => fake.bot(`older ${n}`, { at: Date.now() - 864e5 * 30 })),
      ...fake.messages.value,
    ];
    fake.hasOlder.value = false;
  });
  await painted(page);
  const after = await looked(page);
  expect(after.words).toBe(before.words);
  expect(Math.abs(after.at - before.at)).toBeLessThanOrEqual(1);
  expect(trouble).toEqual([]);
  await context.close();
});

test('a streamed reply is followed until its beginning is at the top, and never when one reads further up', async () => {
  const { context, page, box, trouble } = await openLong(60);
  const stream = (lines: number) =>
    page.evaluate((lines) => {
      const all = fake.messages.value;
      const last = all.at(-1);
      const text = 'A line of the reply that goes on.\n'.repeat(lines);
      const content = { kind: 'text', body: { text, streaming: true } } as const;
      fake.messages.value = last?.streaming
        ? [...all.slice(0, -1), { ...last, content }]
        : [...all, fake.bot(text, { content, streaming: true })];
    }, lines);
  for (let lines = 1; lines <= 40; lines++) {
    await stream(lines);
    await painted(page);
  }
  await page.locator('xiaoer-chat').getByRole('button', { name: 'To the newest message' }).waitFor();
  await picture(page, 'timeline streamed');
  const top = await box.evaluate((element) => {
    const row = [...element.querySelectorAll('[data-key]')].at(-1);
    return Math.round((row?.getBoundingClientRect().top ?? 0) - element.getBoundingClientRect().top);
  });
  expect(top).toBeGreaterThanOrEqual(0);
  expect(top).toBeLessThan(40);
  // Who has asked for its end stays there while it goes on.
  await page.locator('xiaoer-chat').getByRole('button', { name: 'To the newest message' }).click();
  await poll(() => scrolled(page)).toBeLessThanOrEqual(1);
  await stream(50);
  await poll(() => scrolled(page)).toBeLessThanOrEqual(1);
  await box.hover();
  await page.mouse.wheel(0, -1_500);
  await poll(() => scrolled(page)).toBeGreaterThan(1_200);
  await painted(page);
  const before = await looked(page);
  await stream(60);
  await painted(page);
  expect(await looked(page)).toEqual(before);
  expect(trouble).toEqual([]);
  await context.close();
});

test('what is unread is read from its beginning, below a line, and is read at its end', async () => {
  const { context, page, box, trouble } = await openLong(300, {}, 40);
  const line = box.locator('.unread');
  await line.waitFor();
  const at = await line.evaluate((element) => {
    const top = element.closest('[part~=timeline]')?.getBoundingClientRect().top ?? 0;
    return Math.round(element.getBoundingClientRect().top - top);
  });
  expect(at).toBeGreaterThanOrEqual(0);
  expect(at).toBeLessThan(60);
  await picture(page, 'timeline unread');
  expect(await page.evaluate(() => fake.calls.includes('markRead'))).toBe(false);
  await page.locator('xiaoer-chat').getByRole('button', { name: 'To the newest message' }).click();
  await poll(() => page.evaluate(() => fake.calls.includes('markRead'))).toBe(true);
  expect(trouble).toEqual([]);
  await context.close();
});

test('a quoted message far back is drawn, shown and has the focus', async () => {
  const { context, page, box, trouble } = await openLong(5_000);
  await page.evaluate(() => {
    const quote = fake.messages.value[1_000]?.seq;
    fake.add(fake.bot('as I said', { content: { kind: 'text', body: { text: 'as I said', quote } } }));
  });
  await box.getByRole('button', { name: /In answer to .*answer 1000/ }).click();
  await poll(() =>
    page.evaluate(() => document.querySelector('xiaoer-chat')?.shadowRoot?.activeElement?.textContent),
  ).toContain('answer 1000');
  await painted(page);
  const place = await box.evaluate((element) => {
    const row = (element.getRootNode() as ShadowRoot).activeElement?.getBoundingClientRect();
    const frame = element.getBoundingClientRect();
    return row && row.top >= frame.top && row.bottom <= frame.bottom;
  });
  expect(place).toBe(true);
  await picture(page, 'timeline jumped');
  expect(trouble).toEqual([]);
  await context.close();
});

test('a phone, right to left and dark: nothing is wider than the screen, and axe finds nothing', async () => {
  const { context, page, trouble } = await openLong(200, { width: 360, height: 740, dark: true });
  await page.evaluate(() => {
    document.documentElement.dir = 'rtl';
    document.documentElement.style.colorScheme = 'dark';
    const quote = fake.messages.value[150]?.seq;
    fake.add(fake.me('as I said', { content: { kind: 'text', body: { text: 'as I said', quote } } }));
    fake.seen.value = 1e9;
  });
  await timeline(page).getByText('Read', { exact: true }).waitFor();
  await painted(page);
  await picture(page, 'timeline phone rtl dark');
  const spare = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(spare).toBe(0);
  expect(await axe(page)).toEqual([]);
  expect(trouble).toEqual([]);
  await context.close();
});
