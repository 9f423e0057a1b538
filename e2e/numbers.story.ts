import { expect, test } from 'vitest';
import { axe } from './axe.ts';
import { openVisitor, picture } from './browser.ts';
import { deskOf } from './desk.ts';
import { panelOf } from './shopper.ts';
import { stage } from './stage.ts';

const at = stage();

test('a lead reads the numbers of today by keyboard alone: who waited, what was asked, and opens the conversation behind it', async () => {
  // Somebody is at the desk, so that the wish waits and is not declined.
  const agent = await openVisitor(at.browser, { width: 1280, height: 860 });
  const desk = agent.page;
  await deskOf(desk).enter(await at.inn.addAgent('Lin Yue', undefined, 'lead'));
  const { context, page, trouble } = await openVisitor(at.browser);
  const panel = panelOf(page);
  await page.goto(`${at.inn.address}/product/clay-teapot`);
  await panel.open();
  await panel.say('How much is shipping?');
  await panel.sees(/¥|free/i);
  await panel.say('human please');
  await deskOf(desk).choose('human please');
  await desk.keyboard.press('t');
  await deskOf(desk).reply('Hello, how can I help?');
  await panel.sees('Hello, how can I help?');
  await desk.keyboard.press('Escape');
  await desk.keyboard.press('g');
  await desk.keyboard.press('n');
  await desk.getByRole('heading', { name: 'Numbers', level: 1 }).waitFor();
  // Within a minute counts open hours alone, and stories play at any hour.
  const tile = desk.locator('.tile').filter({ hasText: 'first words' });
  await tile.getByText(/^\d+ sec$/).waitFor();
  await desk.getByRole('rowheader', { name: /teapot/i }).waitFor();
  const chart = desk.getByRole('slider', { name: 'Waiting' });
  await chart.focus();
  await chart.press('End');
  expect(await chart.getAttribute('aria-valuetext')).toMatch(/: Median \d+ sec · Nine of ten \d+ sec$/);
  expect(await axe(desk)).toEqual([]);
  await picture(desk, 'numbers-desk');
  const load = await desk.getByRole('link', { name: 'CSV' }).getAttribute('href');
  const csv = await desk.evaluate(async (address) => (await fetch(address ?? '')).text(), load);
  expect(csv).toContain('waiting,asked,,,,1\r\n');
  // The conversation behind the bar.
  const summary = desk.getByRole('rowheader', { name: /teapot/i }).locator('summary');
  await summary.press('Enter');
  await desk
    .getByRole('rowheader', { name: /teapot/i })
    .getByRole('button')
    .first()
    .press('Enter');
  await deskOf(desk).sees('How much is shipping?');
  expect([...trouble, ...agent.trouble]).toEqual([]);
  await Promise.all([context.close(), agent.context.close()]);
});

test('who is no lead sees neither the room nor its numbers; dark colours and a tablet can be read', async () => {
  const other = await openVisitor(at.browser, { locale: 'zh-CN' });
  await other.page.goto(await at.inn.addAgent('赵敏', 'after-sales'));
  await other.page.getByRole('heading', { name: '会话', exact: true }).waitFor();
  await other.page.keyboard.press('g');
  await other.page.keyboard.press('n');
  expect(await other.page.getByRole('button', { name: '数据' }).count()).toBe(0);
  expect(await other.page.evaluate(async () => (await fetch('/desk/api/numbers')).status)).toBe(403);
  const lead = await openVisitor(at.browser, { locale: 'zh-CN', width: 820, height: 1180, dark: true });
  await lead.page.goto(await at.inn.addAgent('Wang', undefined, 'admin'));
  await lead.page.getByRole('button', { name: '数据' }).click();
  await lead.page.getByRole('heading', { name: '数据', level: 1 }).waitFor();
  await lead.page.locator('.tiles').waitFor();
  expect(await axe(lead.page)).toEqual([]);
  expect(await lead.page.evaluate(() => document.documentElement.scrollWidth)).toBe(820);
  await picture(lead.page, 'numbers-tablet-dark');
  expect(lead.trouble).toEqual([]);
  await Promise.all([other.context.close(), lead.context.close()]);
});
