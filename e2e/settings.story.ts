import { expect, test } from 'vitest';
import { axe } from './axe.ts';
import { openVisitor, picture } from './browser.ts';
import { deskOf } from './desk.ts';
import { panelOf } from './shopper.ts';
import { stage } from './stage.ts';

const at = stage();

test('an admin closes the shop for today and changes greeting and questions; the next shopper sees them, until they are taken back', async () => {
  const admin = await openVisitor(at.browser, { width: 1280, height: 860 });
  const desk = admin.page;
  await deskOf(desk).enter(await at.inn.addAgent('Mei', undefined, 'admin'));
  const page = async (id: string, title: string) => {
    await desk.goto(`${at.inn.address}/desk/#shop/${id}`);
    await desk.getByRole('heading', { level: 1, name: title }).waitFor();
    await desk.locator('.settings').waitFor();
  };
  const save = async (note: string) => {
    await desk.getByRole('heading', { level: 1 }).click();
    await desk.keyboard.press('s');
    await desk.getByLabel(/^Why/).fill(note);
    await desk.keyboard.press('Enter');
    await desk.getByText(/Saved as version/).waitFor();
  };
  // Nobody is there for shoppers.
  await desk.getByRole('button', { name: 'I am away' }).click();

  await page('hours', 'Hours');
  await desk.getByRole('button', { name: 'Closed today' }).click();
  await desk.getByText(/^Closed now\. Opens/).waitFor();
  expect(await axe(desk)).toEqual([]);
  await picture(desk, 'settings-hours');
  await save('Stocktaking');

  await page('words', 'Greeting and questions');
  await desk.getByRole('button', { name: 'Add a greeting' }).click();
  const greeting = desk.getByRole('group', { name: 'Greeting 1' });
  await greeting.getByLabel(/^Words.*Chinese/).fill('今天店休，明天见。');
  await greeting.getByLabel(/^Words.*English/).fill('Closed today, back tomorrow.');
  await greeting.getByLabel(/^Pages/).fill('/product/*');
  await greeting.getByLabel(/^Seconds/).fill('1');
  await desk.getByRole('button', { name: 'Add questions for pages' }).click();
  const row = desk.getByRole('group', { name: 'Questions 1' });
  await row.getByLabel(/^Question 1.*Chinese/).fill('明天几点开门？');
  await row.getByLabel(/^Question 1.*English/).fill('When do you open again?');
  await desk.getByLabel('On the page', { exact: true }).fill('/product/clay-teapot');
  await desk.locator('.greeting-preview').getByText('今天店休').waitFor();
  expect(await axe(desk)).toEqual([]);
  await picture(desk, 'settings-words');
  await save('Words for today');

  const { context, page: shop, trouble } = await openVisitor(at.browser);
  const panel = panelOf(shop);
  await shop.goto(`${at.inn.address}/product/clay-teapot`);
  await shop.getByRole('button', { name: 'Closed today, back tomorrow.' }).waitFor();
  await picture(shop, 'settings-shopper');
  await panel.open();
  await panel.root.getByRole('button', { name: 'When do you open again?' }).waitFor();
  await panel.say('human please');
  await panel.sees(/^The counter is closed until/);
  await context.close();

  await page('set-versions', 'What was set');
  for (const n of [2, 1]) {
    await desk.getByRole('button', { name: `Take back, Version ${n}` }).click();
    await desk.getByRole('dialog').getByRole('button', { name: 'Take back' }).click();
    await desk
      .getByText(/^Taken back by Mei/)
      .nth(2 - n)
      .waitFor();
  }
  expect(await axe(desk)).toEqual([]);
  await picture(desk, 'settings-versions');
  const later = await openVisitor(at.browser);
  await later.page.goto(`${at.inn.address}/product/clay-teapot`);
  const other = panelOf(later.page);
  await other.open();
  await other.root.getByRole('button', { name: 'Talk to a person' }).first().waitFor();
  await other.root.locator('.question').first().waitFor();
  expect(await other.root.getByRole('button', { name: 'When do you open again?' }).count()).toBe(0);
  await other.say('human please');
  await other.sees('Nobody is at the counter just now');
  expect([...trouble, ...admin.trouble, ...later.trouble]).toEqual([]);
  await Promise.all([later.context.close(), admin.context.close()]);
});

test('the pages of the settings can be read in Chinese, in the dark, on a tablet and in a narrow window', async () => {
  const { page, context, trouble } = await openVisitor(at.browser, {
    locale: 'zh-CN',
    width: 820,
    height: 1180,
    dark: true,
  });
  await page.goto(await at.inn.addAgent('王敏', undefined, 'admin'));
  await page.getByRole('heading', { name: '会话', exact: true }).waitFor();
  for (const [id, title] of [
    ['hours', '营业时间'],
    ['words', '欢迎语和快捷问题'],
    ['persona', '人设'],
    ['promises', '承诺'],
    ['replies', '快捷回复'],
    ['set-versions', '设置记录'],
  ] as const) {
    await page.setViewportSize({ width: 820, height: 1180 });
    await page.goto(`${at.inn.address}/desk/#shop/${id}`);
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await page.locator('.settings').waitFor();
    expect([id, await axe(page)]).toEqual([id, []]);
    await picture(page, `settings-${id}-tablet-dark`);
    expect([id, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([id, 820]);
  }
  expect(trouble).toEqual([]);
  await context.close();
});
