import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openVisitor } from './browser.ts';
import { type ChromiumProcess, startChromium } from './chromium-process.ts';
import { deskOf } from './desk.ts';
import { openNodeShopper } from './node-clients.ts';
import { stage } from './stage.ts';

const at = stage();
const SHOP = 'yunlai';

const section = (page: ChromiumProcess['page'], name: string) =>
  page.locator(`[aria-labelledby=section-${name}] [data-conversation]`);

test('an agent’s browser is killed with -9 and started again: conversations, drafts and who waits are there, and can be passed on', {
  timeout: 120_000,
}, async () => {
  const profile = await mkdtemp(join(tmpdir(), 'xiaoer-desk-profile-'));
  let browser: ChromiumProcess | undefined;
  onTestFinished(async () => {
    await browser?.kill();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });
  const start = async () => {
    browser = await startChromium(profile);
    browser.context.setDefaultTimeout(10_000);
    await browser.page.setViewportSize({ width: 1440, height: 900 });
    return browser.page;
  };
  // The shift began a while ago: a browser keeps a cookie within half a minute, or when it ends as one should.
  let page = await start();
  await page.goto(await at.inn.addAgent('Lin Yue'));
  await page.getByRole('heading', { name: /^(Inbox|会话)$/ }).waitFor();
  await browser?.quit();
  page = await start();
  await page.goto(`${at.inn.address}/desk/`);
  const lin = deskOf(page);
  await page.getByRole('button', { name: 'English' }).click();

  const zhao = await openVisitor(at.browser, { width: 1440, height: 900 });
  await deskOf(zhao.page).enter(await at.inn.addAgent('Zhao', 'after-sales'));
  const shoppers = await Promise.all(
    ['the lid', 'the cup', 'the tray'].map(async (about) => ({
      about,
      client: await openNodeShopper(at.inn, { shop: SHOP }),
    })),
  );
  onTestFinished(() => {
    for (const { client } of shoppers) client.destroy();
  });
  for (const { about, client } of shoppers) {
    await client.send('text', { text: `human please, it is about ${about}` });
    await section(page, 'waiting').filter({ hasText: about }).waitFor();
  }
  // Two are taken; in one an answer stands half written, in the other a note. The third still waits.
  for (const about of ['the lid', 'the cup']) {
    await lin.choose(about);
    await page.keyboard.press('Escape');
    await page.keyboard.press('t');
    await section(page, 'mine').filter({ hasText: about }).waitFor();
    await lin.reply(`Hello, tell me more of ${about}`);
    await lin.sees(`Hello, tell me more of ${about}`);
  }
  await page.locator('#composer').pressSequentially('I think the glaze of the cup', { delay: 5 });
  await lin.choose('the lid');
  await page.getByRole('button', { name: /^Note/ }).click();
  await page.locator('#composer').pressSequentially('ask the potter', { delay: 5 });
  await expect.poll(() => page.locator('#composer').inputValue()).toBe('ask the potter');
  await browser?.kill();
  // Words that come meanwhile are not missed.
  await shoppers[1]?.client.send('text', { text: 'there is a crack in the cup' });

  page = await start();
  await page.goto(`${at.inn.address}/desk/`);
  const again = deskOf(page);
  await expect.poll(() => section(page, 'mine').count()).toBe(2);
  expect(await section(page, 'waiting').filter({ hasText: 'the tray' }).count()).toBe(1);
  await again.choose('the cup');
  await again.sees('there is a crack in the cup');
  const field = page.locator('#composer');
  expect(await field.inputValue()).toBe('I think the glaze of the cup');
  await field.press('Enter');
  await expect
    .poll(() => shoppers[1]?.client.messages.value.map(({ content: { body } }) => ('text' in body ? body.text : '')))
    .toContain('I think the glaze of the cup');
  await again.choose('the lid');
  await page.getByRole('button', { name: /^Note/ }).click();
  expect(await field.inputValue()).toBe('ask the potter');

  // One goes to a colleague, one to a group: each is somebody’s at any time.
  await page.keyboard.press('Escape');
  await page.keyboard.press('a');
  await page.getByRole('radio', { name: /^Zhao/ }).check();
  await page.getByLabel(/^Why/).fill('knows lids');
  await page.getByRole('button', { name: 'Pass on now' }).click();
  await section(zhao.page, 'mine').filter({ hasText: 'the lid' }).waitFor();
  await again.choose('glaze of the cup');
  await page.keyboard.press('Escape');
  await page.keyboard.press('a');
  await page.getByRole('radio', { name: /^Whoever of after-sales/ }).check();
  await page.getByLabel(/^Why/).fill('a crack');
  await page.getByRole('button', { name: 'Pass on now' }).click();
  // Its head start puts it before whoever waited already.
  await expect.poll(() => section(zhao.page, 'waiting').allInnerTexts()).toHaveLength(2);
  await expect.poll(async () => (await section(zhao.page, 'waiting').allInnerTexts())[0]).toMatch(/cup/);
  await expect.poll(() => section(page, 'mine').count()).toBe(0);
  expect(zhao.trouble).toEqual([]);
  await zhao.context.close();
});
