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
  // What the admin passes on to another group is nothing of theirs.
  await desk.keyboard.press('Escape');
  await desk
    .getByRole('button', { name: /^Pass on/ })
    .first()
    .click();
  await desk.getByRole('dialog').getByText('after-sales').first().waitFor();
  await desk.keyboard.press('Escape');
  expect([...admin.trouble, ...agent.trouble, ...shopper.trouble, ...other.trouble]).toEqual([]);
  await Promise.all([admin, agent, shopper, other].map(({ context }) => context.close()));
});
