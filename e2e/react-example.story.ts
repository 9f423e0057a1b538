import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { WebSocketRoute } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openVisitor, picture } from './browser.ts';
import { serveFolder } from './serve-folder.ts';
import { panelOf } from './shopper.ts';
import { stage } from './stage.ts';

const at = stage();
const BUILT = 'examples/react/dist/page';

beforeAll(async () => {
  await promisify(execFile)(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'build', 'examples/react', '--outDir', 'dist/page', '--emptyOutDir'],
    { env: { ...process.env, VITE_XIAOER_SERVER: at.inn.address } },
  );
});
afterAll(() => rm(BUILT, { recursive: true, force: true }));

test('examples/react: answered, offline, streamed, and all there after a reload', async () => {
  const { context, page, trouble } = await openVisitor(at.browser);
  await serveFolder(context, `${at.inn.address}/react`, BUILT);
  // The bundled bot does not stream: the frames of a reply that is written piece by piece are added on the way.
  let link: WebSocketRoute | undefined;
  let known = { conversation: '', epoch: '', head: 0, last: '' };
  await page.routeWebSocket(/\/ws$/, (route) => {
    link = route;
    const server = route.connectToServer();
    server.onMessage((message) => {
      const { t, conversation, epoch, events } = JSON.parse(String(message));
      if (t === 'events') known = { conversation, epoch, head: events.at(-1).seq, last: events.at(-1).kind };
      route.send(message);
    });
  });
  await page.goto(`${at.inn.address}/react/index.html`);
  const field = page.getByRole('textbox', { name: 'Message' });
  const log = page.getByRole('log');
  const say = async (text: string) => {
    await field.fill(text);
    await page.getByRole('button', { name: 'Send' }).click();
  };
  await say('What does delivery cost?');
  await log.locator('.theirs').first().waitFor();
  expect(await field.inputValue()).toBe('');

  await context.setOffline(true);
  await link?.close();
  await page.getByRole('status').getByText('Offline').waitFor();
  await say('And to Xinjiang?');
  await log.getByText('waiting').waitFor();
  await field.fill('a draft');
  await picture(page, 'react example offline');
  await context.setOffline(false);
  await log.getByText('waiting').waitFor({ state: 'detached', timeout: 20_000 });
  await expect.poll(() => log.locator('.theirs').count()).toBeGreaterThan(1);
  await page.getByRole('status').waitFor({ state: 'detached' });

  // The last of an answer is what the house notes of it.
  await expect.poll(() => known.last).toBe('hidden');
  const { conversation, epoch, head } = known;
  const seq = head + 1;
  const bot = { role: 'bot', id: 'bot' };
  const tell = (frame: object) => link?.send(JSON.stringify({ conversation, ...frame }));
  const event = (n: number, id: string, kind: string, body: object) =>
    tell({ t: 'events', epoch, first: 1, events: [{ seq: n, id, at: Date.now(), from: bot, kind, body }] });
  event(seq, 'bot:x:stream', 'text', { text: 'Silk ', streaming: true });
  await log.locator('[data-streaming=true]').getByText('Silk').waitFor();
  tell({ t: 'signal', name: 'delta', body: { id: 'bot:x:stream', offset: 0, text: 'Silk keeps ' } });
  await log.locator('[data-streaming=true]').getByText('Silk keeps').waitFor();
  event(seq + 1, 'bot:x:final', 'final', { of: seq, text: 'Silk keeps you warm.' });
  await log.getByText('Silk keeps you warm.').waitFor();
  expect(await log.locator('[data-streaming=true]').count()).toBe(0);

  await page.reload();
  await log.getByText('And to Xinjiang?').waitFor();
  await expect.poll(() => field.inputValue()).toBe('a draft');
  expect(trouble).toEqual([]);
  await context.close();
});

test('the widget from the npm package, in a page of React: fetched after the first drawing, and the cart is the page’s', async () => {
  const { context, page, trouble } = await openVisitor(at.browser);
  await serveFolder(context, `${at.inn.address}/react`, BUILT);
  await page.goto(`${at.inn.address}/react/widget.html`);
  await page.getByRole('heading', { name: 'Cart: 0' }).waitFor();
  const panel = panelOf(page);
  await panel.open();
  await panel.say('tea cups under 300');
  await panel.press(/^Add/);
  await page.getByRole('heading', { name: 'Cart: 1' }).waitFor();
  expect(await panel.root.count()).toBe(1);
  expect(trouble).toEqual([]);
  await context.close();
});
