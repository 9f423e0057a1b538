import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { writeLog } from '../bench/numbers-log.mjs';
import { findChromium } from './chromium.mjs';
import { ROOT } from './run.mjs';

const OUT = join(ROOT, 'docs/pictures');

/** A port that nobody listens on. */
const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** The output of a process until it fits; rejects when the process ends before. */
const untilSaid = (child, pattern) =>
  new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk) => {
      said += chunk;
      const match = pattern.exec(said);
      if (match) resolve(match[0]);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => reject(new Error(`the process ended:\n${said}`)));
  });

/** The bundled shop on a database of its own, which is gone afterwards. `prepare` may write it first. */
async function openShop(prepare = async () => undefined) {
  const port = await freePort();
  const dataDir = mkdtempSync(join(tmpdir(), 'xiaoer-pictures-'));
  await prepare(dataDir);
  const env = { ...process.env, PORT: String(port), DATA_DIR: dataDir };
  const run = (...args) => spawn(process.execPath, args, { cwd: ROOT, env });
  const server = run('packages/server/dist/cli.js');
  await untilSaid(server, /\/health/);
  return {
    address: `http://127.0.0.1:${port}`,
    link: (...agent) => untilSaid(run('packages/server/dist/agent-cli.js', 'add', ...agent), /http\S+key=\S+/),
    close() {
      server.kill('SIGKILL');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A shopper who says these, one after the other, each once the one before was answered. */
async function shopper(browser, address, path, ...lines) {
  const page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await page.goto(address + path);
  const panel = page.locator('xiaoer-chat');
  await panel.getByRole('button', { name: /^Open/ }).click();
  for (const line of lines) {
    await panel.getByRole('textbox').last().fill(line);
    await panel.getByRole('button', { name: 'Send', exact: true }).click();
    await page.waitForTimeout(1_500);
  }
  return page;
}

async function agent(browser, link) {
  const context = await browser.newContext({
    locale: 'en-GB',
    viewport: { width: 1440, height: 860 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(link);
  await page.getByRole('heading', { name: 'Inbox' }).waitFor();
  return page;
}

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
