import { expect, test } from 'vitest';
import { openVisitor } from './browser.ts';
import { panelOf } from './shopper.ts';
import { stage } from './stage.ts';

const at = stage();

test('need → carousel within the budget → add to cart, seen by the page', async () => {
  const { context, page, trouble } = await openVisitor(at.browser);
  const panel = panelOf(page);
  await page.goto(at.inn.address);
  await panel.open();
  await panel.say('a warm duvet under 1000');
  await panel.sees('Highland wool duvet');
  await panel.press(/^Add/);
  await panel.sees('Choose an option first');
  await panel.root.getByText('200 × 230 cm / Winter').click();
  await panel.press(/^Add/);
  await panel.sees(/In cart/);
  await page.getByRole('link', { name: /Cart, 1 item/ }).waitFor();
  expect(trouble).toEqual([]);
  await context.close();
});

test('the product in focus: a question about it is answered from its attributes', async () => {
  const { context, page, trouble } = await openVisitor(at.browser);
  const panel = panelOf(page);
  await page.goto(`${at.inn.address}/product/wool-duvet`);
  await panel.open();
  await panel.root.getByText('Asking about').waitFor();
  await panel.say('What is the filling?');
  await panel.sees(/wool/i);
  await page.goto(at.inn.address);
  await panel.open();
  await panel.sees('What is the filling?');
  expect(await panel.root.getByText('Asking about').count()).toBe(0);
  expect(trouble).toEqual([]);
  await context.close();
});

test('sign in → order card → the address is changed once, after an explicit yes', async () => {
  const { context, page, trouble } = await openVisitor(at.browser);
  const panel = panelOf(page);
  await page.goto(at.inn.address);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: /Mei/ }).click();
  await panel.open();
  await panel.say('Where is my order?');
  await panel.sees(/Which order|order/i);
  await panel.say('Change the address of my order');
  await panel.sees(/new address|Where should/i);
  await panel.say('Wulin Road 88, 3-1202, Hangzhou');
  await panel.press(/^Yes/);
  await panel.sees(/changed|goes to/i);
  await panel.sees(/Wulin Road 88/);
  // What the merchant's system has now is what the desk and every later question see.
  await page.reload();
  await panel.open();
  await panel.sees(/Wulin Road 88/);
  expect(trouble).toEqual([]);
  await context.close();
});

test('a visitor who asks for orders is asked to sign in, and sees nobody’s', async () => {
  const { context, page, trouble } = await openVisitor(at.browser);
  const panel = panelOf(page);
  await page.goto(at.inn.address);
  await panel.open();
  await panel.say('Where is my order?');
  await panel.sees(/sign in/i);
  expect(trouble).toEqual([]);
  await context.close();
});
