import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from './chromium.mjs';
import { agent, openShop, PICTURES, shopper } from './picture-stage.mjs';

const ENGRAVING = ['is engraving a name on the cups possible', 'can the cup be engraved with my name please'];
const REPLY = 'We engrave names of up to eight letters for ¥20 a cup. It is sent two days later.';
const OTHERS = [
  'How much is shipping?',
  'what does shipping cost',
  'How long does delivery take?',
  'Can I return something?',
];

/** Goes to a page of the shop. */
async function go(desk, page, title) {
  await desk.evaluate((hash) => location.assign(hash), `#shop/${page}`);
  await desk.getByRole('heading', { name: title, level: 1 }).waitFor();
}

/** Writes `docs/pictures/merchant-*.png`: answers, what was not answered, the effect, the test window, versions. Needs a build. */
async function pictures() {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium. Install it, or name it in CHROMIUM.');
  const shop = await openShop();
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const take = (page, name) => page.screenshot({ path: join(PICTURES, `merchant-${name}.png`) });
  try {
    const desk = await agent(browser, await shop.link('Mei', '--role', 'admin'));
    for (const question of ENGRAVING) {
      const page = await shopper(browser, shop.address, '/', question, 'human please');
      await desk.locator('[data-conversation]').filter({ hasText: 'human please' }).first().click();
      await desk.keyboard.press('t');
      const field = desk.getByRole('textbox', { name: /^Reply/ });
      await field.fill(REPLY);
      await field.press('Enter');
      await page.locator('xiaoer-chat').getByText(REPLY).waitFor();
      await field.press('Escape');
      await page.close();
    }
    for (const question of OTHERS) await (await shopper(browser, shop.address, '/', question)).close();
    await go(desk, 'answers', 'Answers');
    await desk.locator('.shop-row').nth(1).click();
    await take(desk, 'answers');
    await go(desk, 'unanswered', 'Unanswered');
    await desk.locator('.shop-row').first().click();
    await desk.locator('blockquote').waitFor();
    await take(desk, 'unanswered');
    await desk.keyboard.press('t');
    await desk.getByText(/^Tried on the newest/).waitFor();
    await take(desk, 'effect');
    await desk.keyboard.press('Escape');
    await go(desk, 'try', 'Try it');
    const ask = desk.getByRole('textbox', { name: 'Ask as a shopper would' });
    await ask.fill('can the cup be engraved with my name');
    await ask.press('Enter');
    await desk.getByRole('article', { name: 'With what is not saved' }).waitFor();
    await take(desk, 'try');
    await ask.press('Escape');
    await desk.keyboard.press('s');
    await desk.getByText(/^Tried on the newest/).waitFor();
    await desk.keyboard.press('Enter');
    await desk.getByText('Saved as version').waitFor();
    await go(desk, 'versions', 'Versions');
    await desk.locator('.shop-row').first().click();
    await take(desk, 'versions');
  } finally {
    await browser.close();
    shop.close();
  }
}

await pictures();
