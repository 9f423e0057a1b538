import { test } from 'vitest';
import { openPreview } from '../scripts/gallery.mjs';
import { openBrowser, openVisitor } from './browser.ts';
declare const fake: any;
test('x', { timeout: 300_000 }, async () => {
  const [browser, served] = await Promise.all([openBrowser(), openPreview()]);
  for (const count of [100, 1000, 100_000, 100]) {
    const { page, context } = await openVisitor(browser);
    await page.goto(served.address);
    const opened = await page.evaluate(async (count) => {
      const line = 'Wool keeps warm and lets damp out. ';
      fake.add(...Array.from({ length: count }, (_, n) => (n % 3 === 0 ? fake.me(`question ${n}`, {}) : fake.bot(`answer ${n}. ${line.repeat((n * 7) % 5)}`, {}))));
      const chat = document.createElement('xiaoer-chat');
      for (const [name, value] of Object.entries({ shop: 'demo', locale: 'en', open: '' })) chat.setAttribute(name, value as string);
      const begin = performance.now();
      document.documentElement.append(chat);
      while (!chat.shadowRoot?.querySelector('.row')) await new Promise(requestAnimationFrame);
      return performance.now() - begin;
    }, count);
    await page.locator('xiaoer-chat').getByRole('button', { name: 'Attach a picture or a file' }).waitFor();
    await page.waitForTimeout(1000);
    const cdp = await context.newCDPSession(page);
    await cdp.send('Performance.enable');
    const task = async () => (await cdp.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
    const measure = async (times: number, what: string) => {
      const before = await task();
      await page.evaluate(async ({ times, what }) => {
        for (let n = 0; n < times; n++) {
          if (what === 'append') fake.receive(fake.bot(`more ${n} and some words`));
          else {
            const all = fake.messages.value;
            const content = { kind: 'text', body: { text: 'A line that goes on. '.repeat(1 + n / 10), streaming: true } };
            fake.messages.value = n === 0 ? [...all, fake.bot('', { content, streaming: true })] : [...all.slice(0, -1), { ...all.at(-1), content }];
          }
          await new Promise(requestAnimationFrame);
        }
      }, { times, what });
      return ((await task()) - before) * 1000;
    };
    const append = await measure(60, 'append');
    const stream = await measure(300, 'stream');
    const heap = (await cdp.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0;
    console.log(`${count}: open ${opened.toFixed(0)} ms, append ${(append / 60).toFixed(2)} ms each, stream ${(stream / 300).toFixed(2)} ms each, heap ${(heap / 1e6).toFixed(1)} MB`);
    await context.close();
  }
  await browser.close();
  await served.close();
});
