import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { writeLog } from '../bench/numbers-log.mjs';
import { findChromium } from './chromium.mjs';
import { agent, PICTURES as OUT, openShop, shopper } from './picture-stage.mjs';
import { ROOT } from './run.mjs';

/** The numbers of a shop with sixty days behind it: conversations that were made up by the bench. */
async function numbersPicture(browser) {
  const products = JSON.parse(readFileSync(join(ROOT, 'examples/storefront/shop/products.json'), 'utf8'));
  const shop = await openShop((dataDir) =>
    writeLog({
      path: join(dataDir, 'xiaoer.db'),
      events: 30_000,
      days: 60,
      until: Date.now(),
      products: products.map(({ id }) => id),
    }),
  );
  try {
    const desk = await agent(browser, await shop.link('Lin Yue', '--role', 'lead'));
    await desk.keyboard.press('g');
    await desk.keyboard.press('n');
    await desk.locator('.tiles').waitFor({ timeout: 120_000 });
    await desk.waitForTimeout(500);
    await desk.screenshot({ path: join(OUT, 'desk-numbers.png') });
    await desk.close();
  } finally {
    shop.close();
  }
}

/** A conversation in which an agent said what the data do not, played again by a lead. */
async function qualityPicture(browser) {
  const shop = await openShop();
  try {
    const zhao = await agent(browser, await shop.link('Zhao'));
    const page = await shopper(browser, shop.address, '/product/clay-teapot', 'How much is shipping?', 'human please');
    await zhao.locator('[data-conversation]').first().click();
    await zhao.keyboard.press('t');
    await zhao.getByRole('button', { name: /^Pass on/ }).waitFor();
    await zhao.waitForTimeout(12_000);
    for (const line of ['Goods can be returned within 90 days of delivery.', 'The Yixing clay teapot is ¥99.']) {
      await zhao.locator('#composer').fill(line);
      await zhao.locator('#composer').press('Enter');
      await page.locator('xiaoer-chat').getByText(line).last().waitFor();
    }
    const lead = await agent(browser, await shop.link('Lin Yue', '--role', 'lead'));
    await lead.keyboard.press('g');
    await lead.keyboard.press('q');
    await lead.getByRole('button', { name: /^Zhao, / }).click();
    await lead.locator('.judgement').first().waitFor();
    await lead.getByRole('heading', { name: /^Replay/ }).click();
    await lead.keyboard.press('f');
    await lead.locator('.finding-line').first().waitFor();
    await lead.waitForTimeout(500);
    await lead.screenshot({ path: join(OUT, 'desk-quality.png') });
  } finally {
    shop.close();
  }
}

/** Writes `docs/pictures/desk-*.png`: the list, what is offered while one writes, passing on, and a ticket. Needs a build. */
async function pictures() {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium. Install it, or name it in CHROMIUM.');
  const shop = await openShop();
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const take = (page, name) => page.screenshot({ path: join(OUT, `desk-${name}.png`) });
  try {
    const desk = await agent(browser, await shop.link('Lin Yue', '--groups', 'presales'));
    const colleague = await agent(browser, await shop.link('Zhao', '--groups', 'after-sales,vip'));
    await shopper(browser, shop.address, '/', 'Do you ship to Norway?');
    await shopper(browser, shop.address, '/', 'human please');
    await shopper(
      browser,
      shop.address,
      '/product/clay-teapot',
      'How big is it?',
      'How much is shipping?',
      'human please',
    );
    await desk.locator('[aria-labelledby=section-waiting] [data-conversation]').nth(1).click();
    await desk.getByText('What Xiaoer tried').waitFor();
    await desk.getByLabel('What Xiaoer would say').waitFor();
    await take(desk, 'list');
    await desk.keyboard.press('t');
    await desk.getByRole('button', { name: /^Pass on/ }).waitFor();
    await desk.keyboard.press('m');
    await desk.getByRole('option').first().waitFor();
    await take(desk, 'replies');
    await desk.keyboard.press('Escape');
    await desk.keyboard.press('Backspace');
    await desk.keyboard.press('Escape');
    await desk.keyboard.press('a');
    await desk.getByRole('radio', { name: /^Zhao/ }).check();
    await desk.getByLabel(/^Why/).fill('Wants to know whether the lid fits.');
    await take(desk, 'passing');
    await desk.keyboard.press('Escape');
    await shopper(browser, shop.address, '/', 'I paid ¥18 to send it back, waybill SF1234567890123');
    await colleague.locator('[data-conversation]').filter({ hasText: 'waybill' }).first().click();
    await colleague.keyboard.press('c');
    await colleague.getByLabel('Type', { exact: true }).selectOption('return-freight');
    await colleague.getByLabel(/^Paid/).fill('18');
    await colleague.getByLabel(/^Paid/).press('Enter');
    await colleague.locator('.side-tickets').waitFor();
    await colleague.keyboard.press('g');
    await colleague.keyboard.press('t');
    await colleague.getByRole('heading', { name: /Return freight/ }).waitFor();
    await colleague.getByText('Zhao opened it').waitFor();
    await take(colleague, 'tickets');
    await colleague.close();
    await numbersPicture(browser);
    await qualityPicture(browser);
  } finally {
    await browser.close();
    shop.close();
  }
}

await pictures();
