import { expect, test } from 'vitest';
import { axe } from './axe.ts';
import { openVisitor } from './browser.ts';
import { deskOf } from './desk.ts';
import { panelOf } from './shopper.ts';
import { stage } from './stage.ts';

/** The minute and the merchant's limit, made short. */
const at = stage({ env: { TELL_AFTER_SECONDS: '3', ANSWER_LIMIT_SECONDS: '9' } });

test('who waits long is told, and leaves a message instead of waiting on', async () => {
  const agent = await openVisitor(at.browser, { width: 1440, height: 900 });
  const desk = deskOf(agent.page);
  await desk.enter(await at.inn.addAgent('Lin Yue'));
  const { context, page, trouble } = await openVisitor(at.browser);
  const panel = panelOf(page);
  await page.goto(at.inn.address);
  await panel.open();
  await panel.say('human please');
  await panel.sees('You are next');
  await panel.root.getByRole('textbox', { name: 'Mail or phone' }).fill('mei@example.com');
  await panel.root.getByRole('textbox', { name: 'Message', exact: true }).fill('The lid does not close');
  expect(await axe(page)).toEqual([]);
  await panel.press('Leave it');
  await panel.sees('Message left');
  await agent.page.locator('[aria-labelledby=section-left] [data-conversation]').click();
  await desk.sees(/The lid does not close/);
  await desk.sees('Was told that it takes long, and may leave a message');
  // It is not waited for any more.
  await expect.poll(() => agent.page.locator('[aria-labelledby=section-waiting] [data-conversation]').count()).toBe(0);
  expect([...trouble, ...agent.trouble]).toEqual([]);
  await Promise.all([context.close(), agent.context.close()]);
});

test('an agent who does not answer: the shopper is told, and then somebody else can take it', async () => {
  const [lin, zhao] = [await openVisitor(at.browser), await openVisitor(at.browser)];
  await deskOf(lin.page).enter(await at.inn.addAgent('He Ping'));
  await deskOf(zhao.page).enter(await at.inn.addAgent('Zhao'));
  const { context, page, trouble } = await openVisitor(at.browser, { locale: 'zh-CN' });
  const panel = panelOf(page, 'zh-CN');
  await page.goto(at.inn.address);
  await panel.open();
  await panel.say('我要找人工');
  await lin.page.locator('[aria-labelledby=section-waiting] [data-conversation]').click();
  await deskOf(lin.page).press(/^Take/);
  await deskOf(lin.page).reply('您好');
  await panel.sees('您好');
  await panel.say('茶壶的盖子合不上');
  await panel.sees('He Ping暂时还不能回复');
  await panel.sees(/下一位/, 15_000);
  await zhao.page.locator('[aria-labelledby=section-waiting] [data-conversation]').click();
  await deskOf(zhao.page).press(/^Take/);
  await deskOf(zhao.page).reply('我来看看盖子');
  await panel.sees('我来看看盖子');
  // What is promised stands in the list with its time, also once it is handed back.
  await deskOf(zhao.page).reply('核实好给您回复');
  await panel.sees('核实好给您回复');
  await zhao.page.locator('[aria-labelledby=section-mine] .tag.wait').waitFor();
  await deskOf(zhao.page).press(/^Hand back/);
  await zhao.page.locator('[aria-labelledby=section-promised] .tag.wait').waitFor();
  expect(await axe(zhao.page)).toEqual([]);
  expect([...trouble, ...lin.trouble, ...zhao.trouble]).toEqual([]);
  await Promise.all([context.close(), lin.context.close(), zhao.context.close()]);
});
