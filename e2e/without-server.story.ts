import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { openBrowser, openVisitor, picture, type VisitorOptions } from './browser.ts';
import { panelOf } from './shopper.ts';
import { type StaticSite, serveStaticShop } from './static-site.ts';

let browser: Browser;
let site: StaticSite;

beforeAll(async () => {
  browser = await openBrowser();
  site = await serveStaticShop();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});
beforeEach(() => {
  site.instead.clear();
  site.asked.length = 0;
});

async function visit(path = '/', options: VisitorOptions = {}) {
  const visitor = await openVisitor(browser, options);
  onTestFinished(() => visitor.context.close());
  await visitor.page.goto(`${site.address}${path}`);
  const panel = panelOf(visitor.page, path.startsWith('/zh') ? 'zh-CN' : 'en');
  return { ...visitor, panel };
}

test('plain files under a strict policy: answers, a product card and where orders are, in a worker, in both languages', async () => {
  const { page, panel, trouble } = await visit();
  expect(site.asked.filter((path) => path.startsWith('/xiaoer/'))).toEqual(['/xiaoer/xiaoer.js']);
  await panel.open();
  await panel.say('How much is shipping?');
  await panel.sees(/free from ¥99/);
  expect(page.workers().map((worker) => new URL(worker.url()).pathname)).toEqual(['/xiaoer/xiaoer-page.js']);
  await panel.say('Do you have a teapot?');
  await panel.sees('Clay teapot');
  await panel.say('Where is my order?');
  await panel.sees('Your orders');
  const link = panel.root.getByRole('link', { name: 'Your orders' });
  expect(await link.getAttribute('href')).toBe(`${site.address}/orders.html`);
  // No server takes files.
  expect(await panel.root.getByRole('button', { name: /Attach|Record/ }).count()).toBe(0);
  await picture(page, 'without a server');
  // Nothing is asked of a server that is not there.
  expect(
    site.asked.filter((path) => !/^\/($|xiaoer\/|pictures\/|style\.css|faq\.json|products\.json)/.test(path)),
  ).toEqual([]);
  expect(trouble).toEqual([]);

  const zh = await visit('/zh.html', { locale: 'zh-CN', width: 360, height: 740, dark: true });
  await zh.panel.open();
  await zh.panel.say('运费怎么算');
  await zh.panel.sees(/满 99 元包邮/);
  await zh.panel.say('有没有茶壶');
  await zh.panel.sees('紫砂茶壶');
  await zh.panel.say('我的订单到哪了');
  await zh.panel.sees('您的订单');
  await picture(zh.page, 'without a server, 360 px, dark');
  expect(zh.trouble).toEqual([]);
});

test('a message that is left offline is kept, and delivered once when the network is back; a reload keeps all of it', async () => {
  const { context, page, panel, trouble } = await visit();
  await panel.open();
  await panel.say('A person, please');
  await panel.sees('Leave a message');
  await context.setOffline(true);
  const form = panel.root.getByRole('article').last();
  await form.getByLabel('Mail or phone').fill('mei@example.com');
  await form.getByLabel('Message').fill('Please keep a teapot for me');
  await form.getByRole('button', { name: 'Leave it' }).click();
  await panel.sees(/kept on this device/);
  await picture(page, 'without a server, message kept');
  const before = site.messages().length;
  await context.setOffline(false);
  await panel.sees(/Your message has reached the shop/);
  expect(site.messages().slice(before)).toMatchObject([
    { contact: 'mei@example.com', message: 'Please keep a teapot for me' },
  ]);
  const rows = await panel.rows();
  await page.reload();
  await panel.open();
  await panel.sees(/Your message has reached the shop/);
  expect(await panel.rows()).toEqual(rows);
  await panel.say('How do I store tea?');
  await panel.sees(/Airtight/);
  expect(site.messages().length).toBe(before + 1);
  expect(trouble).toEqual([]);
});

test('what was not delivered before a reload is delivered after it', async () => {
  const { context, page, panel } = await visit();
  await panel.open();
  await panel.say('A person, please');
  await panel.sees('Leave a message');
  site.instead.set('/messages', 503);
  await context.route('**/messages', (route) => route.fulfill({ status: 503 }));
  const form = panel.root.getByRole('article').last();
  await form.getByLabel('Mail or phone').fill('lin@example.com');
  await form.getByLabel('Message').fill('Is the pu-er back soon?');
  await form.getByRole('button', { name: 'Leave it' }).click();
  await panel.sees(/kept on this device/);
  await context.unroute('**/messages');
  const before = site.messages().length;
  await page.reload();
  // Who has chatted here is told what is new without opening the panel, and the house goes on with what it owes.
  await expect.poll(() => site.messages().length, { timeout: 20_000 }).toBe(before + 1);
});

test('two tabs are one conversation, and one worker', async () => {
  const { context, page, panel } = await visit();
  await panel.open();
  await panel.say('How much is shipping?');
  await panel.sees(/free from ¥99/);
  const second = await context.newPage();
  await second.goto(site.address);
  const other = panelOf(second);
  await other.open();
  await other.sees(/free from ¥99/);
  await other.say('How do I brew oolong?');
  await other.sees(/95 °C/);
  await panel.sees(/95 °C/);
  const workers = () => page.workers().length + second.workers().length;
  await expect.poll(workers).toBe(1);
  // The tab that has the house goes: the other takes over, with all that was said.
  await page.close();
  await other.say('How do I store tea?');
  await other.sees(/Airtight/, 20_000);
  await other.sees(/free from ¥99/);
});

test('files that are malformed or not there: the owner reads why, the shopper is told and can leave a message', async () => {
  site.instead.set('/products.json', '[{"id": "teapot",}]');
  const { page, panel, trouble } = await visit();
  await panel.open();
  await panel.say('Do you have a teapot?');
  await panel.sees(/cannot be opened just now/);
  await panel.sees('Leave it');
  await panel.say('How much is shipping?');
  await panel.sees(/free from ¥99/);
  await picture(page, 'without a server, malformed');
  expect(trouble).toEqual([
    expect.stringMatching(/^console: xiaoer: http.*\/products\.json is no JSON: .* Correct that place/),
  ]);
  // Put right, it is asked for again.
  site.instead.clear();
  await page.waitForTimeout(5_500);
  await panel.say('Do you have a teapot?');
  await panel.sees('Clay teapot');
});

test('a script of another origin may start no worker: the same house runs on the page’s thread', async () => {
  const { context, page, trouble } = await openVisitor(browser);
  onTestFinished(() => context.close());
  const shop = 'https://elsewhere.test';
  await context.grantPermissions(['local-network-access']);
  const tag = `<script src="${site.address}/xiaoer/xiaoer.js" crossorigin data-shop="hill-tea" data-locale="en"
    data-knowledge="${site.address}/faq.json" data-catalog="${site.address}/products.json" defer></script>`;
  await context.route(`${shop}/**`, (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html><title>x</title>${tag}` }),
  );
  await page.goto(`${shop}/`);
  const panel = panelOf(page);
  await panel.open();
  await panel.say('How much is shipping?');
  await panel.sees(/free from ¥99/);
  expect(page.workers()).toEqual([]);
  expect(trouble).toEqual([]);
});

test('logging out wipes what this device keeps', async () => {
  const { page, panel } = await visit();
  await panel.open();
  await panel.say('How much is shipping?');
  await panel.sees(/free from ¥99/);
  const rows = () =>
    page.evaluate(
      () =>
        new Promise<number>((resolve, reject) => {
          const open = indexedDB.open('xiaoer-page:hill-tea');
          open.onerror = () => reject(open.error);
          open.onsuccess = () => {
            const db = open.result;
            const count = db.transaction('rows').objectStore('rows').count();
            count.onsuccess = () => {
              db.close();
              resolve(count.result);
            };
          };
        }),
    );
  expect(await rows()).toBeGreaterThan(3);
  await page.evaluate(() => (window as unknown as { xiaoer(verb: string): unknown }).xiaoer('logout'));
  await expect.poll(rows).toBeLessThan(2);
});
