import { expect, test } from 'vitest';
import { openVisitor } from './browser.ts';
import { layCable } from './cable.ts';
import { panelOf } from './shopper.ts';
import { stage } from './stage.ts';

const at = stage();

test('a first visit costs the loader alone: no widget, nothing stored, no socket before intent', async () => {
  const { context, page, trouble } = await openVisitor(at.browser);
  const requests: string[] = [];
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  const sockets: string[] = [];
  page.on('websocket', (socket) => sockets.push(socket.url()));
  await page.goto(at.inn.address);
  await panelOf(page).root.getByRole('button', { name: /^Open/ }).waitFor();
  await page
    .getByRole('link', { name: /Highland wool duvet/ })
    .first()
    .waitFor();
  await page.waitForTimeout(1_500);
  expect(requests.filter((path) => path.startsWith('/xiaoer/'))).toEqual(['/xiaoer/xiaoer.js']);
  expect(sockets).toEqual([]);
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('xiaoer')))).toEqual([]);
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
  expect(trouble).toEqual([]);
  await context.close();
});

test('ask → answer from the merchant with its source; a reload shows the same conversation', async () => {
  const { context, page, trouble } = await openVisitor(at.browser);
  const panel = panelOf(page);
  await page.goto(at.inn.address);
  await panel.open();
  await panel.say('How much is shipping?');
  await panel.sees(/free from ¥199|¥\d+/);
  await panel.sees(/From:/);
  const before = await panel.rows();
  await page.reload();
  await panel.open();
  await panel.sees('How much is shipping?');
  await panel.sees(/From:/);
  expect(await panel.rows()).toEqual(before);
  expect(trouble).toEqual([]);
  await context.close();
});

test('问中文得中文：运费怎么算', async () => {
  const { context, page, trouble } = await openVisitor(at.browser, { locale: 'zh-CN' });
  const panel = panelOf(page, 'zh-CN');
  await page.goto(at.inn.address);
  await panel.open();
  await panel.say('运费怎么算');
  await panel.sees(/199/);
  await panel.sees(/来源/);
  expect(trouble).toEqual([]);
  await context.close();
});

test('a message written offline waits in sight, leaves after the network is back, and is there once', async () => {
  const cable = await layCable(at.inn.address);
  const { context, page, trouble } = await openVisitor(at.browser);
  const panel = panelOf(page);
  await page.goto(cable.address);
  await panel.open();
  await panel.say('Do you ship abroad?');
  await panel.sees(/From:|person/);
  await cable.cut();
  await panel.root
    .getByRole('dialog')
    .getByText(/^Offline/)
    .waitFor();
  await panel.say('How do I return something?');
  await panel.sees('Leaves when you are online');
  await cable.plug();
  await panel.sees(/days/, 40_000);
  const rows = await panel.rows();
  expect(rows.filter((row) => row.includes('How do I return something?')).length).toBe(1);
  expect(rows.some((row) => row.includes('Leaves when you are online'))).toBe(false);
  expect(trouble).toEqual([]);
  await context.close();
  await cable.close();
});

test('two shoppers never see each other', async () => {
  const [one, two] = await Promise.all([openVisitor(at.browser), openVisitor(at.browser)]);
  const [first, second] = [panelOf(one.page), panelOf(two.page)];
  await Promise.all([one.page.goto(at.inn.address), two.page.goto(at.inn.address)]);
  await Promise.all([first.open(), second.open()]);
  await first.say('My secret word is lantern, how much is shipping?');
  await second.say('My secret word is teapot, how much is shipping?');
  await Promise.all([first.sees(/From:/), second.sees(/From:/)]);
  expect((await first.rows()).join()).not.toContain('teapot');
  expect((await second.rows()).join()).not.toContain('lantern');
  expect([...one.trouble, ...two.trouble]).toEqual([]);
  await Promise.all([one.context.close(), two.context.close()]);
});
