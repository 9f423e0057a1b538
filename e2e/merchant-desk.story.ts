import { expect, test } from 'vitest';
import { axe } from './axe.ts';
import { openVisitor, picture } from './browser.ts';
import { deskOf } from './desk.ts';
import { panelOf } from './shopper.ts';
import { stage } from './stage.ts';

const at = stage();

const ASKED = ['is engraving a name on the cups possible', 'can the cup be engraved with my name please'];
const REPLY = 'We engrave names of up to eight letters for 20 yuan a cup.';
const AGAIN = 'can the cup be engraved with my name';

test('an admin makes an answer of what shoppers asked, tries it, saves it, shoppers get it, and takes it back, by keyboard', async () => {
  const admin = await openVisitor(at.browser, { width: 1280, height: 860 });
  const desk = admin.page;
  const keys = desk.keyboard;
  await deskOf(desk).enter(await at.inn.addAgent('Mei', undefined, 'admin'));
  for (const question of ASKED) {
    const { context, page } = await openVisitor(at.browser);
    const panel = panelOf(page);
    await page.goto(at.inn.address);
    await panel.open();
    await panel.say(question);
    // Two lines at once would be one question.
    await panel.sees(/Talk to a person|Our catalogue/);
    await panel.say('human please');
    await deskOf(desk).choose('human please');
    await keys.press('t');
    await deskOf(desk).reply(REPLY);
    await panel.sees(REPLY);
    await context.close();
    await keys.press('Escape');
  }

  await keys.press('g');
  await keys.press('s');
  await desk.getByRole('heading', { name: 'Answers', level: 1 }).waitFor();
  await keys.press('2');
  await desk.getByRole('heading', { name: 'Unanswered', level: 1 }).waitFor();
  await desk.locator('.shop-row').first().waitFor();
  await keys.press('j');
  await desk.locator('blockquote').getByText(REPLY).waitFor();
  await keys.press('t');
  const dialog = desk.getByRole('dialog');
  await dialog.getByText(/^Tried on the newest/).waitFor();
  await dialog.getByRole('heading', { name: 'Won' }).waitFor();
  expect(await axe(desk)).toEqual([]);
  await picture(desk, 'merchant-effect');

  // Not saved yet: the test window asks both.
  await keys.press('Escape');
  await keys.press('3');
  const field = desk.getByRole('textbox', { name: 'Ask as a shopper would' });
  await field.fill(AGAIN);
  await field.press('Enter');
  await desk.getByRole('article', { name: 'With what is not saved' }).getByText(REPLY).waitFor();
  expect(await desk.getByRole('article', { name: 'Live' }).textContent()).not.toContain(REPLY);
  await desk.getByText('They differ').waitFor();
  expect(await axe(desk)).toEqual([]);
  await picture(desk, 'merchant-try');
  await field.press('Escape');

  // A reload loses neither the place nor what is not saved.
  await desk.reload();
  await desk.getByText('1 change is not saved').waitFor();
  expect(new URL(desk.url()).hash).toBe('#shop/try');
  await keys.press('s');
  await dialog.getByText(/^Tried on the newest/).waitFor();
  await dialog.getByRole('textbox', { name: /^Note/ }).fill('Asked twice this week');
  await keys.press('Enter');
  await desk.getByText('Saved as version 1').waitFor();
  const { context, page, trouble } = await openVisitor(at.browser);
  const panel = panelOf(page);
  await page.goto(at.inn.address);
  await panel.open();
  await panel.say(AGAIN);
  await panel.sees(REPLY);
  await context.close();

  await keys.press('5');
  await desk.getByText('Asked twice this week').waitFor();
  await keys.press('j');
  await desk.getByRole('heading', { name: 'Version 1', level: 2 }).waitFor();
  expect(await axe(desk)).toEqual([]);
  await picture(desk, 'merchant-versions');
  await keys.press('b');
  await dialog.getByRole('button', { name: 'Take back' }).press('Enter');
  await desk.getByText(/^Taken back by Mei/).waitFor();
  await keys.press('3');
  await field.fill(AGAIN);
  await field.press('Enter');
  await desk.getByRole('article', { name: 'Live' }).last().waitFor();
  expect(await desk.getByRole('article', { name: 'Live' }).last().textContent()).not.toContain(REPLY);
  expect([...trouble, ...admin.trouble]).toEqual([]);
  await admin.context.close();
});

test('who is no admin sees no shop; dark colours, a tablet, Chinese and colours of the system can be read', async () => {
  const lead = await openVisitor(at.browser, { locale: 'zh-CN' });
  await lead.page.goto(await at.inn.addAgent('赵敏', undefined, 'lead'));
  await lead.page.getByRole('heading', { name: '会话', exact: true }).waitFor();
  await lead.page.goto(`${at.inn.address}/desk/#shop/answers`);
  await lead.page.getByRole('heading', { name: '会话', exact: true }).waitFor();
  expect(await lead.page.getByRole('button', { name: '店铺' }).count()).toBe(0);
  expect(await lead.page.evaluate(async () => (await fetch('/desk/api/learning')).status)).toBe(403);
  for (const look of [{ dark: true }, { forced: true }]) {
    const { context, page, trouble } = await openVisitor(at.browser, {
      locale: 'zh-CN',
      width: 820,
      height: 1180,
      ...look,
    });
    await page.goto(await at.inn.addAgent('Wang', undefined, 'admin'));
    await page.goto(`${at.inn.address}/desk/#shop/answers/shipping-cost`);
    await page.getByRole('heading', { name: '运费怎么算？' }).waitFor();
    expect(await axe(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(820);
    await picture(page, `merchant-answers-${look.dark ? 'dark' : 'forced'}`);
    // Too narrow for both: back to the list.
    await page.getByRole('button', { name: '回到列表' }).click();
    await page.locator('.shop-row').first().waitFor();
    expect(await axe(page)).toEqual([]);
    expect(trouble).toEqual([]);
    await context.close();
  }
  expect(lead.trouble).toEqual([]);
  await lead.context.close();
});
