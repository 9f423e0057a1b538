import { expect, test } from 'vitest';
import { axe } from './axe.ts';
import { openVisitor, picture } from './browser.ts';
import { deskOf } from './desk.ts';
import { panelOf } from './shopper.ts';
import { stage } from './stage.ts';

const at = stage();

const FACES = [
  { name: 'desktop', width: 1440, height: 900 },
  { name: 'desktop dark', width: 1440, height: 900, dark: true },
  { name: 'phone', width: 360, height: 740 },
  { name: 'right to left', width: 1024, height: 800, rtl: true },
] as const;

for (const face of FACES) {
  test(`axe finds nothing on storefront and panel: ${face.name}`, async () => {
    const { context, page, trouble } = await openVisitor(at.browser, face);
    const panel = panelOf(page);
    await page.goto(`${at.inn.address}/product/wool-duvet`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    if ('rtl' in face) await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
    expect(await axe(page)).toEqual([]);
    await panel.open();
    await picture(page, `${face.name} empty`);
    expect(await axe(page)).toEqual([]);
    await panel.say('What is the filling?');
    await panel.sees(/From:/);
    await panel.say('tea cups under 300');
    await panel.sees(/Add/);
    await panel.say('I want to talk to a person');
    await panel.sees('Nobody is at the counter just now');
    await picture(page, `${face.name} conversation`);
    // Only the timeline scrolls; a panel that could would lose its head.
    const spare = await panel.root
      .locator('[part~=panel]')
      .evaluate((element) => element.scrollHeight - element.clientHeight);
    expect(spare).toBeLessThanOrEqual(1);
    expect(await axe(page)).toEqual([]);
    expect(trouble).toEqual([]);
    await context.close();
  });
}

test('axe finds nothing on the desk, light and dark', async () => {
  const shopper = await openVisitor(at.browser);
  const panel = panelOf(shopper.page);
  for (const dark of [false, true]) {
    const agent = await openVisitor(at.browser, { width: 1440, height: 900, dark });
    const desk = deskOf(agent.page);
    await desk.enter(await at.inn.addAgent(dark ? 'Night' : 'Day'));
    if (!dark) {
      await shopper.page.goto(`${at.inn.address}/product/clay-teapot`);
      await panel.open();
      await panel.say('I want to talk to a person');
    }
    await desk.choose(/Visitor/);
    await agent.page.getByText('What Xiaoer tried').waitFor();
    await picture(agent.page, dark ? 'desk dark' : 'desk');
    expect(await axe(agent.page)).toEqual([]);
    expect(agent.trouble).toEqual([]);
    await agent.context.close();
  }
  await shopper.context.close();
});

test('the whole way by keyboard: open, ask, add to cart, close, and the focus is back where it was', async () => {
  const { context, page, trouble } = await openVisitor(at.browser);
  const panel = panelOf(page);
  await page.goto(at.inn.address);
  await panel.root.getByRole('button', { name: /^Open/ }).focus();
  await page.keyboard.press('Enter');
  await panel.field.waitFor();
  await page.waitForFunction(
    () => document.querySelector('xiaoer-chat')?.shadowRoot?.activeElement?.tagName === 'TEXTAREA',
  );
  await page.keyboard.type('an iron kettle under 600');
  await page.keyboard.press('Enter');
  await panel.sees('Cast-iron kettle');
  await panel.root.getByRole('button', { name: /^Add/ }).first().focus();
  await page.keyboard.press('Enter');
  await panel.sees(/In cart/);
  await page.keyboard.press('Escape');
  await page.waitForFunction(
    () => document.querySelector('xiaoer-chat')?.shadowRoot?.activeElement?.getAttribute('part') === 'launcher',
  );
  expect(trouble).toEqual([]);
  await context.close();
});
