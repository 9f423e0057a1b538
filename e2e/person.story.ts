import { expect, test } from 'vitest';
import { openVisitor } from './browser.ts';
import { deskOf } from './desk.ts';
import { panelOf } from './shopper.ts';
import { stage } from './stage.ts';

const at = stage();

test('nobody at the desk: a message can be left, and stands in the inbox', async () => {
  const { context, page, trouble } = await openVisitor(at.browser);
  const panel = panelOf(page);
  await page.goto(at.inn.address);
  await panel.open();
  await panel.say('I want to talk to a person');
  await panel.sees('Nobody is at the counter just now');
  await panel.root.getByRole('textbox', { name: 'Mail or phone' }).fill('mei@example.com');
  await panel.root.getByRole('textbox', { name: 'Message', exact: true }).fill('The lid does not close');
  await panel.press('Leave it');
  await panel.sees('Message left');
  const agent = await openVisitor(at.browser);
  const desk = deskOf(agent.page);
  await desk.enter(await at.inn.addAgent('Early'));
  await agent.page.getByText('Left messages').waitFor();
  await desk.choose(/Visitor/);
  await desk.sees(/The lid does not close/);
  expect([...trouble, ...agent.trouble]).toEqual([]);
  await Promise.all([context.close(), agent.context.close()]);
});

test('找人工 → queue position → the agent answers → handed back; a reload at any point shows the same', async () => {
  const agent = await openVisitor(at.browser, { width: 1440, height: 900 });
  const desk = deskOf(agent.page);
  await desk.enter(at.inn.deskLink);

  const { context, page, trouble } = await openVisitor(at.browser, { locale: 'zh-CN' });
  const panel = panelOf(page, 'zh-CN');
  await page.goto(at.inn.address);
  await panel.open();
  await panel.say('我要找人工');
  await panel.sees(/下一位|您前面|排队/);
  await page.reload();
  await panel.open();
  await panel.sees(/下一位|您前面|排队/);

  await desk.choose(/Visitor/);
  await desk.press(/^Take/);
  await desk.reply('您好，我在。请问有什么可以帮您？');
  await panel.sees('您好，我在。请问有什么可以帮您？');
  await panel.say('茶壶的盖子合不上');
  await desk.sees('茶壶的盖子合不上');
  const rows = await panel.rows();
  await page.reload();
  await panel.open();
  await panel.sees('茶壶的盖子合不上');
  expect(await panel.rows()).toEqual(rows);
  // The bot keeps quiet while an agent serves.
  expect(rows.at(-1)).toContain('茶壶的盖子合不上');

  await desk.press(/^Hand back/);
  await panel.sees(/小二/);
  await panel.say('运费怎么算');
  await panel.sees(/来源/);
  expect([...trouble, ...agent.trouble]).toEqual([]);
  await Promise.all([context.close(), agent.context.close()]);
});

test('the agent sees what the bot tried, sends a product card, and closes', async () => {
  const agent = await openVisitor(at.browser, { width: 1440, height: 900 });
  const desk = deskOf(agent.page);
  await desk.enter(await at.inn.addAgent('Lin'));
  const { context, page, trouble } = await openVisitor(at.browser);
  const panel = panelOf(page);
  await page.goto(`${at.inn.address}/product/clay-teapot`);
  await panel.open();
  await panel.say('How big is it?');
  await panel.sees(/From:/);
  await panel.say('human please');
  await desk.choose(/Visitor/);
  await agent.page.getByText('What Xiaoer tried').waitFor();
  await agent.page
    .getByText(/Understood:/)
    .first()
    .waitFor();
  await desk.press(/^Take/);
  await desk.reply('This one fits better.');
  await desk.press(/^Product/);
  await agent.page
    .getByRole('textbox', { name: /Name, category/ })
    .or(agent.page.getByRole('searchbox'))
    .or(agent.page.getByRole('combobox'))
    .first()
    .fill('gaiwan');
  await agent.page
    .getByRole('button', { name: /^Send .*gaiwan/i })
    .or(agent.page.getByRole('option', { name: /gaiwan/i }))
    .first()
    .click();
  await panel.sees(/gaiwan/i);
  await desk.press(/^Close/);
  await desk.press('Close it');
  await panel.sees(/closed/);
  expect([...trouble, ...agent.trouble]).toEqual([]);
  await Promise.all([context.close(), agent.context.close()]);
});
