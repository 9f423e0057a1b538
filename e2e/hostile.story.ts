import { createHmac } from 'node:crypto';
import { rmSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { openVisitor, picture, type Visitor } from './browser.ts';
import { deskOf } from './desk.ts';
import { hold } from './foreign-elements.ts';
import { IMAGE, LINKS, OVERRIDE, QUOTES, SCRIPT, word, writeHostileShop } from './hostile-shop.ts';
import { panelOf } from './shopper.ts';
import { stage } from './stage.ts';

const SHOP_SECRET = 'the-secret-of-a-shop-that-is-long-enough';
const NAME = `Mei ${IMAGE} ${OVERRIDE}`;
/** The name as the house keeps it: characters that turn the direction of the text are left out. */
const SHOWN = NAME.replace(/\u202e/g, '');

const folder = writeHostileShop();
const at = stage({ args: ['--shop', folder], env: { SHOP_SECRET } });

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the merchant's server does: signs who the shopper is, under a name that she chose herself. */
function tokenOf(sub: string): string {
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const iat = Math.floor(Date.now() / 1000);
  const claims = { aud: 'hostile', sub, name: NAME, iat, exp: iat + 600 };
  const signed = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
  return `${signed}.${createHmac('sha256', SHOP_SECRET).update(signed).digest('base64url')}`;
}

/** Signs the shopper of a page in, as the merchant's page does. */
const signIn = (page: Page, sub: string): Promise<unknown> =>
  page.evaluate(
    (token) => (window as unknown as { xiaoer(...call: unknown[]): void }).xiaoer('identify', token),
    tokenOf(sub),
  );

/** A browser in which every dialog that a script opens is trouble. */
async function visitor(options: Parameters<typeof openVisitor>[1] = {}): Promise<Visitor> {
  const opened = await openVisitor(at.browser, options);
  opened.page.on('dialog', (dialog) => {
    opened.trouble.push(`a script ran: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return opened;
}

/** Nothing on the page came out of a text, and these texts are there as they were written. */
async function expectTexts(page: Page, ...texts: readonly string[]): Promise<void> {
  const { foreign, text, tooWide } = await hold(page);
  expect(foreign).toEqual([]);
  expect(texts.filter((wanted) => !text.includes(wanted))).toEqual([]);
  expect([page.url(), tooWide]).toEqual([page.url(), false]);
}

const EVERY = [IMAGE, SCRIPT, QUOTES, OVERRIDE];

test('what a text taken for markup would leave behind is found, in a shadow root as well', async () => {
  const { context, page } = await openVisitor(at.browser);
  await page.goto(at.inn.address);
  await panelOf(page).open();
  await page.evaluate(() => {
    const inside = document.querySelector('xiaoer-chat')?.shadowRoot;
    for (const [tag, name, value] of [
      ['img', 'src', 'x'],
      ['a', 'href', ' javascript:alert(1)'],
      ['iframe', 'title', ''],
      ['form', 'action', 'data:text/html,x'],
    ] as const) {
      const made = document.createElement(tag);
      made.setAttribute(name, value);
      inside?.append(made);
    }
  });
  expect((await hold(page)).foreign).toEqual([
    'img src=x',
    'a href= javascript:alert(1)',
    'iframe',
    'form action=data:text/html,x',
  ]);
  await context.close();
});

test('the storefront shows the texts of the catalogue as texts', async () => {
  const { context, page, trouble } = await visitor();
  await page.goto(at.inn.address);
  await page.getByText(`Teapot ${IMAGE}`).first().waitFor();
  await expectTexts(page, ...EVERY.map((evil) => `Teapot ${evil}`), IMAGE);
  expect(await page.title()).toContain(IMAGE);
  await picture(page, 'hostile list');
  for (const [id, evil] of [
    ['markup', IMAGE],
    ['script', SCRIPT],
    ['quotes', QUOTES],
    ['override', OVERRIDE],
    ['long', word(200)],
  ] as const) {
    await page.goto(`${at.inn.address}/product/${id}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expectTexts(
      page,
      `Teapot ${evil}`,
      `summary ${evil}`,
      `Material ${evil.slice(0, 80)}`,
      `clay ${evil}`,
      LINKS,
    );
  }
  for (const evil of [IMAGE, SCRIPT, QUOTES, `${OVERRIDE}%`]) {
    await page.goto(`${at.inn.address}/?q=${encodeURIComponent(evil)}&category=${encodeURIComponent(evil)}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expectTexts(page);
    await page.goto(`${at.inn.address}/product/${encodeURIComponent(evil)}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expectTexts(page);
  }
  expect(trouble).toEqual([]);
  await context.close();
});

test('the widget shows messages, answers, product cards and order cards as texts', async () => {
  const { context, page, trouble } = await visitor();
  const panel = panelOf(page);
  await page.goto(`${at.inn.address}/product/markup`);
  await signIn(page, 'mei');
  await panel.open();
  await expectTexts(page);

  await panel.say('How much is shipping?');
  await panel.sees(/Free from 88/);
  await panel.root.getByRole('button', { name: 'Read on' }).click();
  await expectTexts(page, `Free from 88. ${IMAGE}`, SCRIPT, QUOTES, '[press](javascript:alert(4))', '<b>x</b>');

  await panel.say('What teapots do you have?');
  const missing = async () => {
    const { text } = await hold(page);
    return EVERY.filter((evil) => !text.includes(`Teapot ${evil}`)).length;
  };
  await expect.poll(missing).toBeLessThan(EVERY.length);
  // Three at a time.
  for (let left = await missing(); left > 0; left = await missing()) {
    await panel.say('Show me others');
    await expect.poll(missing).toBeLessThan(left);
  }
  await expectTexts(page, ...EVERY.map((evil) => `Teapot ${evil}`));
  await picture(page, 'hostile products');

  await panel.say('What is the material?');
  await panel.sees(/clay/);
  await expectTexts(page);

  await panel.say([...EVERY, LINKS, word(300)].join(' '));
  await panel.sees(word(300));
  await expectTexts(page, ...EVERY, '[press](javascript:alert(4))');
  await expect.poll(async () => (await panel.rows()).at(-1), { timeout: 20_000 }).not.toMatch(/^You/);

  await panel.say('Where is my order?');
  await panel.sees(/o1/);
  await expectTexts(page, ...EVERY.map((evil, n) => `o${n + 1} ${evil}`));
  for (const [id, evil] of [
    ['o1', IMAGE],
    ['o2', SCRIPT],
    ['o3', QUOTES],
    ['o5', word(60)],
  ] as const) {
    await panel.root.getByRole('radio', { name: `${id} ${evil}`, disabled: false }).waitFor({ state: 'attached' });
    await panel.root
      .locator('label')
      .filter({ hasText: `${id} ${evil}` })
      .last()
      .click();
    await panel.press('This one');
    await panel.sees(`carrier ${evil}`);
    await expectTexts(page, `carrier ${evil}`, `last ${evil}`);
    await panel.say('Where is my order?');
    await panel.sees(/Which order/);
  }
  await picture(page, 'hostile orders');
  expect(trouble).toEqual([]);
  await context.close();
});

test('the desk shows the shopper’s name, page, words and orders as texts, and the shopper the agent’s', async () => {
  const shopper = await visitor();
  const panel = panelOf(shopper.page);
  await shopper.page.goto(`${at.inn.address}/product/script`);
  await signIn(shopper.page, 'lin');
  await panel.open();
  await panel.say(`${[...EVERY, LINKS].join(' ')} ${word(300)}`);

  const agent = await visitor({ width: 1440, height: 900 });
  const desk = deskOf(agent.page);
  await desk.enter(await at.inn.addAgent(`Tang ${QUOTES}`));
  await panel.say('I want to talk to a person');
  await desk.choose(/Mei/);
  await desk.sees(new RegExp(word(300)));
  await expectTexts(agent.page, SHOWN, ...EVERY, '[press](javascript:alert(4))');
  await agent.page.getByText(`o6 ${IMAGE}`).first().waitFor({ state: 'attached' });
  await expectTexts(agent.page, `o6 ${IMAGE}`);
  await picture(agent.page, 'hostile desk');
  const send = await agent.page.getByRole('button', { name: `Send Teapot ${SCRIPT}` }).boundingBox();
  expect((send?.x ?? 0) + (send?.width ?? 0)).toBeLessThan(1440);

  await desk.press(/^Take/);
  await desk.reply(`${IMAGE} ${SCRIPT} ${QUOTES} ${LINKS} from the desk`);
  await panel.sees(/from the desk/);
  await expectTexts(shopper.page, `Tang ${QUOTES}`, SCRIPT, '[press](javascript:alert(4))');
  await desk.press(/^Product/);
  await agent.page.getByRole('combobox').or(agent.page.getByRole('searchbox')).first().fill('teapot');
  await agent.page.getByText(`Teapot ${SCRIPT}`).first().waitFor();
  await expectTexts(agent.page);
  expect([...shopper.trouble, ...agent.trouble]).toEqual([]);
  await Promise.all([shopper.context.close(), agent.context.close()]);
});
