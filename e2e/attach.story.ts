import type * as Uploads from '@xiaoer/core/uploads';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { openBrowser, openVisitor } from './browser.ts';
import { type ClientShop, openClientShop, type PageParts } from './client-page.ts';
import { openInn } from './inn.ts';
import { opsInLog } from './log-of.ts';

let browser: Browser;
let shop: ClientShop;

beforeAll(async () => {
  [browser, shop] = await Promise.all([openBrowser(), openClientShop()]);
});
afterAll(async () => {
  await browser.close();
  shop.close();
});

type Parts = PageParts & { attaching: Uploads.AttachingClient };

/** Opens the page with a client that can attach. */
async function open(page: Page, inn: string): Promise<void> {
  await page.goto(shop.origin);
  await page.waitForFunction('globalThis.ready');
  await page.evaluate((inn) => {
    const parts = globalThis as unknown as Parts;
    const { core, uploads } = parts;
    parts.attaching = core.createClient({
      shop: 'yunlai',
      transport: core.websocketTransport(`${inn.replace('http', 'ws')}/ws`, WebSocket),
      env: core.browserEnv(),
      openStore: core.idbStore,
      resume: true,
      locale: 'en',
      attachments: uploads.attachments({
        fetch: (address, init) => fetch(address, init as RequestInit),
        address: inn,
        painter: uploads.browserPainter(globalThis),
      }),
    });
    parts.attaching.connect();
  }, inn);
}

/** Own pictures of the timeline: how they stand. */
const pictures = (page: Page) =>
  page.evaluate(() =>
    (globalThis as unknown as Parts).attaching.messages.value
      .filter(({ content }) => content.kind === 'image')
      .map(({ id, status, seq, progress = 0 }) => ({ id, status, seq: seq ?? 0, begun: progress > 0 })),
  );

test('a picture whose page is reloaded in mid-upload stands once in the log, and is drawn before and after', async () => {
  const inn = await openInn({ env: { ORIGINS: shop.origin } });
  const { context, page, trouble } = await openVisitor(browser);
  onTestFinished(async () => {
    await context.close();
    await inn.close();
  });
  // The second piece never arrives.
  let held = 0;
  await context.route('**/upload/**', (route) => {
    const later = route.request().method() === 'PUT' && !route.request().url().includes('offset=0&');
    if (!later) return route.continue();
    held++;
    return undefined;
  });
  await open(page, inn.address);
  const id = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(900, 600);
    const context = canvas.getContext('2d');
    const noise = new ImageData(900, 600);
    for (let n = 0; n < noise.data.length; n++) noise.data[n] = (Math.imul(n + 1, 2_654_435_761) >>> 24) | 0;
    context?.putImageData(noise, 0, 0);
    const photo = new File([await canvas.convertToBlob({ type: 'image/png' })], 'cup.png');
    return (globalThis as unknown as Parts).attaching.attach(photo, { kind: 'image' });
  });
  await expect
    .poll(() => pictures(page), { timeout: 10_000 })
    .toMatchObject([{ id, status: 'uploading', begun: true }]);
  await expect.poll(() => held).toBeGreaterThan(0);

  await open(page, inn.address);
  await expect.poll(() => pictures(page), { timeout: 10_000 }).toMatchObject([{ id, status: 'uploading' }]);
  // Shown from what this device has, without an address.
  const shown = () =>
    page.evaluate(async () => {
      const { attaching, uploads } = globalThis as unknown as Parts;
      const { local } = attaching.messages.value.find(({ content }) => content.kind === 'image') ?? {};
      const bytes = await local?.bytes();
      if (!local || !bytes) return 'nothing';
      const bitmap = await uploads.previewPicture(bytes, local.type, { width: 300, height: 300 }, globalThis);
      return `${bitmap.width} × ${bitmap.height}`;
    });
  expect(await shown()).toBe('300 × 200');
  await context.unroute('**/upload/**');
  await expect.poll(() => pictures(page), { timeout: 20_000 }).toMatchObject([{ id, status: 'sent', seq: 1 }]);

  await open(page, inn.address);
  await expect.poll(() => pictures(page), { timeout: 10_000 }).toMatchObject([{ id, status: 'sent', seq: 1 }]);
  const fetched = await page.evaluate(async () => {
    const { attaching, uploads } = globalThis as unknown as Parts;
    const { body = {} } = attaching.messages.value.find(({ content }) => content.kind === 'image')?.content ?? {};
    const { url = '', type = '' } = body as { url?: string; type?: string };
    const bytes = new Uint8Array(await (await fetch(await attaching.fileLink(url))).arrayBuffer());
    const box = { width: 300, height: 300 };
    const bitmap = await uploads.previewPicture(bytes, type as Uploads.FileType, box, globalThis);
    return [type, bitmap.width, bitmap.height];
  });
  expect(fetched).toEqual([expect.stringMatching(/^image\/(png|webp)$/), 300, 200]);
  expect((await opsInLog(inn, 'image')).map((op) => op.id)).toEqual([id]);
  expect(trouble).toEqual([]);
});
