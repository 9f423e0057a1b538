import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, openVisitor } from './browser.ts';
import { type Inn, openInn } from './inn.ts';
import { panelOf } from './shopper.ts';

const SECRET = 'what the shop and its endpoint share';

/** A merchant's system that cancels orders, and writes down what it was asked. */
const asked: Readonly<Record<string, unknown>>[] = [];
const system = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  asked.push(JSON.parse(body) as Readonly<Record<string, unknown>>);
  response.end('{}');
});
let inn: Inn;
let browser: Browser;

beforeAll(async () => {
  await new Promise<void>((resolve) => system.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(system.address() as AddressInfo).port}/`;
  [inn, browser] = await Promise.all([
    openInn({ env: { TASKS_URL: url, TASKS_SECRET: SECRET, TASKS: 'orders.cancel' } }),
    openBrowser(),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await inn?.close();
  system.close();
});

/** A page where Mei is signed in, with the panel open. */
async function signedIn() {
  const visitor = await openVisitor(browser);
  const panel = panelOf(visitor.page);
  await visitor.page.goto(inn.address);
  await visitor.page.getByRole('button', { name: 'Sign in' }).click();
  await visitor.page.getByRole('button', { name: /Mei/ }).click();
  await panel.open();
  return { ...visitor, panel };
}

test('an order is cancelled by the merchant’s system, once, after a reason and a yes', async () => {
  const { context, panel, trouble } = await signedIn();
  await panel.say('Please cancel my order');
  await panel.sees(/May I ask why/);
  await panel.press('Ordered by mistake');
  await panel.sees(/Shall I cancel it/);
  expect(asked).toEqual([]);
  await panel.press(/^Yes/);
  await panel.sees(/is cancelled/, 20_000);
  expect(asked).toMatchObject([{ task: 'orders.cancel', subject: 'mei', args: { reason: 'mistake' } }]);
  expect(trouble).toEqual([]);
  await context.close();
});

test('what the merchant’s system cannot do is said, and handed over with what was told', async () => {
  const { context, panel, trouble } = await signedIn();
  await panel.say('I would like to change the items in my order');
  await panel.sees(/what should change/);
  await panel.say('two pillows instead of one');
  await panel.sees(/cannot do this from here/);
  await panel.sees(/Change: two pillows instead of one/);
  expect(asked.filter(({ task }) => task !== 'orders.cancel')).toEqual([]);
  expect(trouble).toEqual([]);
  await context.close();
});
