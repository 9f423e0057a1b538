import { expect, test } from 'vitest';
import { axe } from './axe.ts';
import { openVisitor, picture } from './browser.ts';
import { deskOf } from './desk.ts';
import { panelOf } from './shopper.ts';
import { stage } from './stage.ts';

const at = stage();

test('an admin adds an agent with a group, who comes in by the link and sees only what is theirs; all of it is written down', async () => {
  const admin = await openVisitor(at.browser, { width: 1280, height: 800 });
  const desk = admin.page;
  await deskOf(desk).enter(at.inn.deskLink);
  // Who one is, and with it the room, is told a moment after the desk is there.
  await desk.getByRole('button', { name: 'Shop', exact: true }).waitFor();
  await desk.keyboard.press('g');
  await desk.keyboard.press('s');
  await desk.getByRole('link', { name: /^Agents and groups/ }).click();
  await desk.getByRole('heading', { level: 1, name: 'Agents and groups' }).waitFor();

  // By keyboard alone: the button, the fields, Enter.
  await desk.getByRole('button', { name: 'Add somebody' }).press('Enter');
  await desk.getByLabel('Name, as shoppers read it').focus();
  await desk.keyboard.type('Tang');
  await desk.getByLabel('after-sales').press('Space');
  await picture(desk, 'house-add');
  expect(await axe(desk)).toEqual([]);
  await desk.getByLabel('Name, as shoppers read it').press('Enter');
  const link = await desk.getByLabel('One-time link').inputValue();
  await picture(desk, 'house-people');
  expect(await axe(desk)).toEqual([]);
  await desk.getByRole('button', { name: 'Done' }).press('Enter');

  const shopper = await openVisitor(at.browser);
  const panel = panelOf(shopper.page);
  await shopper.page.goto(at.inn.address);
  await panel.open();
  await panel.say('the lamp flickers, please get me a person');
  const other = await openVisitor(at.browser);
  const others = panelOf(other.page);
  await other.page.goto(at.inn.address);
  await others.open();
  await others.say('the quilt is too warm, please get me a person');
  await desk.keyboard.press('g');
  await desk.keyboard.press('a');
  await deskOf(desk).choose(/quilt is too warm/);
  await desk.keyboard.press('t');
  await desk.getByRole('textbox', { name: /^Reply/ }).waitFor();

  const agent = await openVisitor(at.browser, { width: 1280, height: 800 });
  await deskOf(agent.page).enter(link);
  await agent.page.locator('[data-conversation]').filter({ hasText: 'lamp flickers' }).first().waitFor();
  expect(await agent.page.getByRole('button', { name: 'Shop' }).count()).toBe(0);
  const wang = await openVisitor(at.browser);
  await deskOf(wang.page).enter(await at.inn.addAgent('Wang', 'finance'));
  // What is passed on to another group is nothing of theirs: the row goes.
  await agent.page.locator('[data-conversation]').filter({ hasText: 'quilt is too warm' }).first().waitFor();
  await desk.keyboard.press('Escape');
  await desk
    .getByRole('button', { name: /^Pass on/ })
    .first()
    .click();
  await desk
    .getByRole('dialog')
    .getByRole('radio', { name: /Whoever of finance/ })
    .check();
  await desk.getByRole('dialog').getByRole('textbox').fill('a refund');
  await desk
    .getByRole('dialog')
    .getByRole('button', { name: /^Pass on now/ })
    .click();
  await agent.page
    .locator('[data-conversation]')
    .filter({ hasText: 'quilt is too warm' })
    .first()
    .waitFor({ state: 'detached' });

  // A flow is switched off by keyboard, and the next shopper is not asked by it.
  const guest = await openVisitor(at.browser);
  const asks = panelOf(guest.page);
  await guest.page.goto(at.inn.address);
  await asks.open();
  await asks.say('can I leave a message');
  await asks.sees(/what shall I write down/);
  await desk.keyboard.press('Escape');
  await desk.goto(`${at.inn.address}/desk/#shop/flows/leave-message`);
  await desk.getByRole('switch').press('Space');
  await desk.getByText(/Who is in the middle of it goes on/).waitFor();
  await picture(desk, 'house-flow');
  expect(await axe(desk)).toEqual([]);
  const late = await openVisitor(at.browser);
  const told = panelOf(late.page);
  await late.page.goto(at.inn.address);
  await told.open();
  await told.say('can I leave a message');
  await expect.poll(async () => (await told.rows()).length, { timeout: 10_000 }).toBeGreaterThan(1);
  expect((await told.rows()).join()).not.toMatch(/what shall I write down/);
  await asks.say('please ring twice');
  await asks.sees(/Where should the answer go/);
  // A text with a mistake is told with its line, and cannot be saved.
  await desk.getByText('Text of the flow').click();
  const text = desk.getByRole('textbox', { name: 'Text of the flow' });
  await text.fill((await text.inputValue()).replace('"ask": "message"', '"ask": "nothing"'));
  await desk.getByText('there is no slot “nothing”').waitFor();
  await picture(desk, 'house-flow-text');
  expect(await axe(desk)).toEqual([]);

  await desk.getByRole('link', { name: /^Audit log/ }).click();
  await desk.getByRole('cell', { name: 'added somebody' }).first().waitFor();
  await desk.getByRole('cell', { name: 'set something of the shop' }).first().waitFor();
  await desk.getByRole('combobox', { name: 'What' }).selectOption('people');
  await desk.getByRole('cell', { name: 'set something of the shop' }).first().waitFor({ state: 'detached' });
  await picture(desk, 'house-audit');
  expect(await axe(desk)).toEqual([]);
  const all = [admin, agent, wang, shopper, other, guest, late];
  expect(all.flatMap(({ trouble }) => trouble)).toEqual([]);
  await Promise.all(all.map(({ context }) => context.close()));
});
