import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { axe } from './axe.ts';
import { openVisitor, picture } from './browser.ts';
import { deskOf } from './desk.ts';
import { serveFolder } from './serve-folder.ts';
import { panelOf } from './shopper.ts';
import { stage } from './stage.ts';

const at = stage();

/** The example as its readme says, apart from the port of the server. */
async function openExample(page: Page): Promise<void> {
  const base = `${at.inn.address}/custom-card`;
  const replace = { 'http://127.0.0.1:4173': at.inn.address };
  await serveFolder(page.context(), base, 'examples/custom-card', { replace });
  await page.goto(`${base}/index.html`);
}

/** Sends a message of any kind from the desk, as a program of the merchant's with the agent's cookie would. */
const sendFromDesk = (page: Page, n: number, kind: string, body: object): Promise<unknown> =>
  page.evaluate(
    ([n, kind, body]) =>
      new Promise((resolve, reject) => {
        const socket = new WebSocket(`${location.origin.replace('http', 'ws')}/desk/ws`);
        const say = (frame: object) => socket.send(JSON.stringify(frame));
        const conversation = document.querySelector('[data-conversation]')?.getAttribute('data-conversation');
        socket.onopen = () => say({ t: 'hello', v: 1, shop: 'yunlai', install: 'a-program', nonce: 'n1', cursors: [] });
        socket.onmessage = ({ data }) => {
          const frame = JSON.parse(data);
          const id = `${n}`.padStart(22, '0');
          if (frame.t === 'welcome') say({ t: 'append', conversation, id, kind, body });
          if (frame.t === 'ack') resolve(socket.close());
          if (frame.t === 'nack') reject(new Error(data));
        };
      }),
    [n, kind, body] as const,
  );

test('examples/custom-card: an action sends it, the page draws and styles it, a press answers it, the desk reads it as words', async () => {
  const { context, page, trouble } = await openVisitor(at.browser);
  const agent = await openVisitor(at.browser, { width: 1440, height: 900 });
  const desk = deskOf(agent.page);
  const panel = panelOf(page);
  await openExample(page);
  await panel.open();
  await panel.root.getByText('open until 20:00 today').waitFor();
  await panel.root.getByRole('button', { name: 'Add to the message' }).click();
  await panel.root.getByRole('menuitem', { name: 'Visit our shop' }).click();
  const friday = panel.root.getByRole('button', { name: 'Friday 15:00' });
  await friday.waitFor();
  expect(await friday.evaluate((button) => getComputedStyle(button).borderRadius)).toBe('6px');
  await picture(page, 'custom card');
  expect(await axe(page)).toEqual([]);
  await friday.click();
  await panel.sees('Friday 15:00, please.');
  await expect.poll(() => friday.getAttribute('aria-pressed')).toBe('true');
  expect(await friday.evaluate((button) => [button.ariaDisabled, document.activeElement === button])).toEqual([
    'true',
    true,
  ]);

  // After a reload the log has it all.
  await page.reload();
  await panel.open();
  await expect.poll(() => friday.getAttribute('aria-pressed')).toBe('true');

  await desk.enter(at.inn.deskLink);
  await desk.choose(/Visitor/);
  await desk.sees('I would like to visit your shop in Hangzhou.');
  await desk.sees('Friday 15:00, please.');

  // The house offers one, and something that is not one: the page is not given that.
  await desk.press(/^Take/);
  await panel.sees(/is here|joined/i);
  const times = [{ value: 'sun', label: 'Sunday 9:00' }];
  await sendFromDesk(agent.page, 1, 'store-visit', {
    text: 'Or this one?',
    place: 'West Lake',
    address: 'Beishan 1',
    times,
  });
  await panel.root.getByRole('button', { name: 'Sunday 9:00' }).waitFor();
  await sendFromDesk(agent.page, 2, 'store-visit', { text: 'Or come by whenever you like.', place: 7 });
  await panel.sees('Or come by whenever you like.');
  expect([...trouble, ...agent.trouble]).toEqual([]);
  await Promise.all([context.close(), agent.context.close()]);
});

test('a card that throws shows its text and harms nobody; the page is told; the rest of the panel works', async () => {
  const { context, page, trouble } = await openVisitor(at.browser, { width: 360, height: 740 });
  const panel = panelOf(page);
  await openExample(page);
  await page.evaluate(() => {
    const shop = window as unknown as { xiaoer(...call: unknown[]): unknown };
    shop.xiaoer('extend', {
      cards: {
        'store-visit': {
          draw() {
            throw new Error('boom');
          },
        },
      },
    });
  });
  await panel.open();
  await panel.root.getByRole('button', { name: 'Add to the message' }).click();
  await panel.root.getByRole('menuitem', { name: 'Visit our shop' }).click();
  await panel.sees('I would like to visit your shop in Hangzhou.');
  await panel.sees('This card could not be shown in full.');
  await panel.say('What is the filling of the wool duvet?');
  await panel.sees(/wool/i);
  expect(trouble).toEqual(['error: xiaoer: extend: the card store-visit: boom']);
  await picture(page, 'custom card broken');
  await context.close();
});

test('places in HTML alone: what stands in the element is shown in the panel, with the page’s own style', async () => {
  const { context, page, trouble } = await openVisitor(at.browser);
  const panel = panelOf(page);
  await openExample(page);
  await page.evaluate(() => {
    const empty = Object.assign(document.createElement('a'), {
      href: '/sale',
      slot: 'empty',
      textContent: 'Winter sale',
    });
    const above = Object.assign(document.createElement('p'), {
      slot: 'composer',
      textContent: 'We answer within an hour',
    });
    document.querySelector('xiaoer-chat')?.append(empty, above);
  });
  await panel.open();
  for (const text of ['Winter sale', 'We answer within an hour', 'open until 20:00 today'])
    await panel.root.getByText(text).waitFor();
  await picture(page, 'slots');
  expect(await axe(page)).toEqual([]);
  await panel.say('hello');
  await panel.root.getByText('Winter sale').waitFor({ state: 'hidden' });
  expect(trouble).toEqual([]);
  await context.close();
});
