import { expect, test } from 'vitest';
import { axe } from './axe.ts';
import { openVisitor } from './browser.ts';
import { deskOf } from './desk.ts';
import { panelOf } from './shopper.ts';
import { stage } from './stage.ts';

const at = stage();

/** One red pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==',
  'base64',
);

test('by keyboard: a saved reply, a suggestion, a note that asks a colleague, and the conversation passed on', async () => {
  const [lin, zhao] = [
    await openVisitor(at.browser, { width: 1440, height: 900 }),
    await openVisitor(at.browser, { width: 1440, height: 900 }),
  ];
  await deskOf(lin.page).enter(await at.inn.addAgent('Lin Yue'));
  await deskOf(zhao.page).enter(await at.inn.addAgent('Zhao', 'after-sales,vip'));
  const { context, page: shop, trouble } = await openVisitor(at.browser);
  const panel = panelOf(shop);
  await shop.goto(at.inn.address);
  await panel.open();
  await panel.say('How much is shipping?');
  await panel.sees(/From:/);
  await panel.say('human please');

  const { page } = lin;
  const field = page.locator('#composer');
  await page.locator('[data-conversation] .wait').waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('t');
  await page.getByRole('button', { name: /^Pass on/ }).waitFor();

  // A saved reply: found by words, filled in, sent.
  await page.keyboard.press('m');
  await page.keyboard.type('greet');
  await page.getByRole('option', { name: /^Greeting/ }).waitFor();
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect.poll(() => field.inputValue()).toBe('Hello, this is Lin Yue. I will see to it at once.');
  await page.keyboard.press('Enter');
  await panel.sees('Hello, this is Lin Yue. I will see to it at once.');

  // Taken back by two keys: the words are gone on the other side.
  await page.keyboard.type('the wrong words');
  await page.keyboard.press('Enter');
  await panel.sees('the wrong words');
  await page.getByRole('button', { name: 'Take back' }).nth(1).waitFor();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await panel.rows()).filter((row) => row.includes('the wrong words'))).toEqual([]);

  // A picture out of the file picker.
  await page.locator('input[type=file]').setInputFiles({ name: 'lid.png', mimeType: 'image/png', buffer: PIXEL });
  await panel.root
    .getByRole('button', { name: /lid\.png|picture|Larger/i })
    .or(panel.root.locator('img[alt]'))
    .last()
    .waitFor();

  // A note with a name in it is told to the colleague, and to nobody else.
  await page.locator('#composer').focus();
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await page.keyboard.type('does the lid fit? @zh');
  await page.getByRole('option', { name: 'Zhao' }).waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => field.inputValue()).toBe('does the lid fit? @Zhao ');
  await page.keyboard.press('Enter');
  await zhao.page.getByText('asks you').waitFor();
  await zhao.page.keyboard.press('j');
  await expect.poll(() => zhao.page.getByText('asks you').count()).toBe(0);
  await deskOf(zhao.page).sees('does the lid fit? @Zhao');
  expect(await panel.root.getByText('does the lid fit').count()).toBe(0);

  // Passed on with a reason: the shopper is told who is there now, not why.
  await page.keyboard.press('Escape');
  await page.keyboard.press('a');
  await page.getByRole('radio', { name: /^Zhao/ }).check();
  await page.getByLabel(/^Why/).fill('knows teapots');
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: 'Pass on now' }).click();
  await deskOf(zhao.page).sees('To Zhao: knows teapots');
  await zhao.page.getByRole('button', { name: /^Hand back/ }).waitFor();
  await panel.sees(/Zhao is here/);
  expect(await panel.root.getByText('knows teapots').count()).toBe(0);
  await deskOf(zhao.page).reply('Zhao here. I know that lid.');
  await panel.sees('Zhao here. I know that lid.');
  await expect.poll(() => zhao.page.locator('.delivery', { hasText: 'Read' }).count()).toBe(1);

  // Away: nothing new comes to Zhao, whom Lin cannot choose now.
  await zhao.page.getByRole('button', { name: 'I am away' }).click();
  await zhao.page.getByRole('button', { name: '中文' }).click();
  await zhao.page.getByRole('button', { name: '暂停接待' }).waitFor();
  expect(await axe(zhao.page)).toEqual([]);
  expect([...trouble, ...lin.trouble, ...zhao.trouble]).toEqual([]);
  await Promise.all([context.close(), lin.context.close(), zhao.context.close()]);
});

test('passed on to a group the shopper waits again, and whoever takes it sees why', async () => {
  const [lin, zhao] = [await openVisitor(at.browser), await openVisitor(at.browser)];
  await deskOf(lin.page).enter(await at.inn.addAgent('He Ping'));
  await deskOf(zhao.page).enter(await at.inn.addAgent('Wu', 'vip'));
  const { context, page: shop, trouble } = await openVisitor(at.browser, { locale: 'zh-CN' });
  const panel = panelOf(shop, 'zh-CN');
  await shop.goto(at.inn.address);
  await panel.open();
  await panel.say('我要找人工');
  await lin.page.locator('[aria-labelledby=section-waiting] [data-conversation]').click();
  await deskOf(lin.page).press(/^Take/);
  await deskOf(lin.page).press(/^Pass on/);
  await lin.page.getByRole('radio', { name: 'Whoever of vip is free' }).check();
  await lin.page.getByLabel(/^Why/).fill('asks for a rebate');
  await lin.page.getByRole('button', { name: 'Pass on now' }).click();
  await panel.sees(/下一位/);
  await zhao.page.locator('[data-conversation]', { hasText: 'vip' }).click();
  await deskOf(zhao.page).sees('To vip: asks for a rebate');
  await deskOf(zhao.page).press(/^Take/);
  await panel.sees(/Wu来了/);
  expect([...trouble, ...lin.trouble, ...zhao.trouble]).toEqual([]);
  await Promise.all([context.close(), lin.context.close(), zhao.context.close()]);
});
