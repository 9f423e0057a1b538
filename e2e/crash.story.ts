import { expect, test } from 'vitest';
import { openVisitor } from './browser.ts';
import { deskOf } from './desk.ts';
import { panelOf } from './shopper.ts';
import { stage } from './stage.ts';

const at = stage();

test('the server is killed with -9 in mid-conversation and started again: nothing lost, nothing twice', async () => {
  const { context, page, trouble } = await openVisitor(at.browser);
  const panel = panelOf(page);
  await page.goto(at.inn.address);
  await panel.open();
  await panel.say('How much is shipping?');
  await panel.sees(/From:/);
  for (const [round, question] of ['How do I return something?', 'Can I pay with Alipay?'].entries()) {
    // Killed right after the press: the op is in the browser's store, perhaps in the log, perhaps not.
    await panel.say(question);
    await at.inn.kill();
    await page.waitForTimeout(500);
    await panel.say(`Are you still there ${round}?`);
    await at.inn.start();
    await panel.root.getByRole('dialog').getByText('Offline').waitFor({ state: 'detached', timeout: 30_000 });
    await page.waitForFunction(
      () => !document.querySelector('xiaoer-chat')?.shadowRoot?.textContent?.includes('Leaves when you are online'),
      undefined,
      { timeout: 30_000 },
    );
  }
  const texts = [
    'How much is shipping?',
    'How do I return something?',
    'Are you still there 0?',
    'Can I pay with Alipay?',
    'Are you still there 1?',
  ];
  // The bot answers the last turn before the picture is compared.
  await page.waitForTimeout(2_000);
  const rows = await panel.rows();
  for (const text of texts) expect(rows.filter((row) => row.startsWith(`You${text}`)).length, text).toBe(1);
  const order = texts.map((text) => rows.findIndex((row) => row.startsWith(`You${text}`)));
  expect(order).toEqual([...order].sort((a, b) => a - b));
  await page.reload();
  await panel.open();
  await panel.sees('Are you still there 1?');
  expect(await panel.rows()).toEqual(rows);

  // The house remembers the same: the desk reads the log from its start.
  const agent = await openVisitor(at.browser, { width: 1440, height: 900 });
  const desk = deskOf(agent.page);
  await desk.enter(await at.inn.addAgent('Witness'));
  await desk.choose(/Visitor/);
  await desk.sees('How much is shipping?');
  for (const text of texts)
    expect(
      await agent.page.getByLabel('Messages').locator('[data-role=shopper]', { hasText: text }).count(),
      text,
    ).toBe(1);
  expect([...trouble, ...agent.trouble]).toEqual([]);
  await Promise.all([context.close(), agent.context.close()]);
});

test('Ctrl-C drains and stops cleanly, and a second start resumes', async () => {
  const { context, page } = await openVisitor(at.browser);
  const panel = panelOf(page);
  await page.goto(at.inn.address);
  await panel.open();
  await panel.say('How much is shipping?');
  await panel.sees(/From:/);
  expect(await at.inn.stop()).toBe(0);
  await at.inn.start();
  await panel.say('How do I return something?');
  await panel.sees(/days/, 30_000);
  await context.close();
});
