import { expect, test } from 'vitest';
import { axe } from './axe.ts';
import { openVisitor, picture } from './browser.ts';
import { deskOf } from './desk.ts';
import { openNodeAgent, openNodeShopper } from './node-clients.ts';
import { stage } from './stage.ts';

const at = stage();
const SHOP = 'yunlai';
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('a lead reviews by keyboard what an agent said: drawn, replayed with its waits and findings, judged, kept', async () => {
  const zhao = await openNodeAgent(at.inn, await at.inn.addAgent('Zhao'), SHOP);
  const mei = await openNodeShopper(at.inn, { shop: SHOP });
  await expect.poll(() => zhao.connection.value.state).toBe('online');
  await mei.send('text', { text: 'human please, it is about the return policy' });
  const row = () => zhao.inbox.value.find(({ mode }) => mode !== 'bot');
  await expect.poll(() => row()?.mode).toBe('queued');
  const talk = zhao.conversation(row()?.conversation ?? '');
  const me = zhao.principal.value;
  await talk.send('handoff', { state: 'joined', agent: { id: me?.id ?? '', name: me?.name ?? '' } }, row());
  await expect.poll(() => row()?.mode).toBe('agent');
  // A wait that can be seen.
  await pause(11_000);
  const say = (text: string) => talk.send('text', { text }, { serving: row()?.serving });
  await say('Goods can be returned within 90 days of delivery.');
  await say('The Yixing clay teapot is ¥99.');
  await expect.poll(() => zhao.outbox.value.length).toBe(0);

  const lead = await openVisitor(at.browser, { width: 1280, height: 860 });
  const { page } = lead;
  await deskOf(page).enter(await at.inn.addAgent('Lin Yue', undefined, 'lead'));
  await page.getByRole('button', { name: 'Quality' }).waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('q');
  await page.getByRole('heading', { name: 'Quality', level: 1 }).waitFor();
  const drawn = page.getByRole('button', { name: /^Zhao, / });
  await drawn.waitFor();
  expect(await axe(page)).toEqual([]);
  await picture(page, 'quality-sample');
  await drawn.press('Enter');
  const findings = page.locator('.judgement');
  await findings.first().waitFor();
  // What happened until the session began stands there; the rest comes in its own time.
  const place = page.getByRole('slider', { name: 'Place in the conversation' });
  await page.getByRole('heading', { name: /^Replay/ }).click();
  await page.keyboard.press('f');
  await page.locator('.finding-line').first().waitFor();
  await page.getByText(/The shopper waited 0:1\d/).waitFor();
  expect(await place.getAttribute('aria-valuetext')).toMatch(/^0:1\d of 0:1\d$/);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => page.locator('.finding-line').count()).toBe(0);
  // Four times as fast eleven seconds are three.
  await page.keyboard.press('v');
  await page.keyboard.press('Space');
  await page.getByText(/has been waiting for 0:0[2-9]/).waitFor();
  await page.locator('.finding-line').first().waitFor();
  await expect.poll(() => page.getByRole('button', { name: /^Play/ }).count()).toBe(1);
  expect(await page.locator('.finding-line').count()).toBe(2);
  expect(await axe(page)).toEqual([]);
  await picture(page, 'quality-replay');

  // Nothing is saved before everything is said.
  await page.getByRole('button', { name: 'Save review' }).press('Enter');
  await page.getByText('Judge every finding').waitFor();
  for (const finding of await findings.all()) await finding.getByLabel('Right', { exact: true }).press('Space');
  await page.getByLabel('Your score, 0 to 100').fill('40');
  await page.getByLabel('Comment').fill('Look at the policy before you promise.');
  await page.getByRole('button', { name: 'Save review' }).press('Enter');
  await page.getByText('Saved. The rules give 60, you give 40.').waitFor();
  await page.getByText('Look at the policy before you promise.').last().waitFor();
  await page.getByRole('button', { name: 'Back to the sample' }).press('Enter');
  await page.getByText('1 reviewed').waitFor();
  expect(await page.getByRole('rowheader', { name: 'Said what the data do not' }).count()).toBe(0);
  await page.keyboard.press('g');
  await page.keyboard.press('n');
  await page.getByRole('heading', { name: 'Numbers', level: 1 }).waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('q');
  await page.getByRole('rowheader', { name: 'Said what the data do not' }).waitFor();

  const tablet = await openVisitor(at.browser, { locale: 'zh-CN', width: 820, height: 1180, dark: true });
  await tablet.page.goto(await at.inn.addAgent('Wang', undefined, 'admin'));
  await tablet.page.getByRole('button', { name: '质检' }).click();
  await tablet.page.getByRole('button', { name: /^Zhao，/ }).click();
  await tablet.page.getByRole('heading', { name: /^回放/ }).waitFor();
  await tablet.page.getByRole('button', { name: /下一处发现/ }).click();
  await tablet.page.locator('.finding-line').first().waitFor();
  // What another reviewer found is told to who has said what they found.
  expect(await tablet.page.getByText('Look at the policy').count()).toBe(0);
  expect(await axe(tablet.page)).toEqual([]);
  expect(await tablet.page.evaluate(() => document.documentElement.scrollWidth)).toBe(820);
  await picture(tablet.page, 'quality-tablet-dark');
  expect(await tablet.page.evaluate(async () => (await fetch('/desk/api/quality')).status)).toBe(200);

  const other = await openVisitor(at.browser);
  await deskOf(other.page).enter(await at.inn.addAgent('He Ping'));
  expect(await other.page.getByRole('button', { name: 'Quality' }).count()).toBe(0);
  expect(await other.page.evaluate(async () => (await fetch('/desk/api/quality')).status)).toBe(403);
  expect([...lead.trouble, ...tablet.trouble, ...other.trouble]).toEqual([]);
  mei.destroy();
  zhao.destroy();
  await Promise.all([lead, tablet, other].map(({ context }) => context.close()));
});
