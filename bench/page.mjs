/**
 * A shop without a server: milliseconds to the first answer, and the bytes that its house takes. Chromium, the bundled shop's
 * own questions and products as plain files, a profile of its own for every question, so that nothing was fetched, compiled
 * or trained before. A worker is not slowed by Chromium's throttling; the row `thread` forbids it, so that all of it runs
 * on the page's slowed thread: the worst that a phone may have.
 *
 *   node bench/page.mjs [--json] [--repeat 5] [--slow 4]
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { openBrowser } from './browser.mjs';
import { median, option, round, wantsJson } from './statistics.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const WIDGET = join(ROOT, 'packages/widget/dist/browser');
const SHOP = join(ROOT, 'examples/storefront/shop');
const REPEAT = option('repeat', 5);
const SLOW = option('slow', 4);
const BAR_MS = 1_500;

const QUESTIONS = {
  en: ['How much is shipping?', '¥199'],
  'zh-CN': ['运费怎么算？', '199 元包邮'],
};
const TYPES = { '.js': 'text/javascript', '.json': 'application/json' };

const page = (lang, worker) => `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>Shop</title>
${worker ? '' : `<meta http-equiv="Content-Security-Policy" content="worker-src 'none'">`}
<script src="/xiaoer/xiaoer.js" data-shop="bench" data-knowledge="/answers.json" data-catalog="/products.json"
  data-orders="/orders" data-messages="/messages"></script>`;

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://site');
  if (pathname === '/') {
    response.writeHead(200, { 'Content-Type': 'text/html' });
    return response.end(page(searchParams.get('lang'), searchParams.get('worker') === '1'));
  }
  const file = pathname.startsWith('/xiaoer/') ? join(WIDGET, pathname.slice(8)) : join(SHOP, pathname);
  if (!existsSync(file)) return response.writeHead(404).end();
  response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' });
  response.end(readFileSync(file));
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = `http://127.0.0.1:${server.address().port}`;
const browser = await openBrowser();

/** One question in a fresh profile: from the press that opens the panel, and from sending, to the answer on the screen. */
async function ask(lang, worker, slow) {
  const context = await browser.newContext({ locale: lang });
  const tab = await context.newPage();
  try {
    await tab.goto(`${address}/?lang=${lang}&worker=${worker ? 1 : 0}`);
    const session = await context.newCDPSession(tab);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slow });
    return await tab.evaluate(async ([question, answer]) => {
      const chat = document.querySelector('xiaoer-chat');
      const until = async (find) => {
        for (;;) {
          const found = find();
          if (found) return found;
          await new Promise(requestAnimationFrame);
        }
      };
      const pressed = performance.now();
      chat.shadowRoot.querySelector('button').click();
      const field = await until(() => chat.shadowRoot.querySelector('textarea'));
      // The field is painted before it listens.
      const send = await until(() => {
        field.value = question;
        field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
        return chat.shadowRoot.querySelector('[part~=send]:not([aria-disabled=true])');
      });
      const sent = performance.now();
      send.click();
      await until(() => chat.shadowRoot.textContent.includes(answer));
      const now = performance.now();
      return { pressed: now - pressed, sent: now - sent };
    }, QUESTIONS[lang]);
  } finally {
    await context.close();
  }
}

const brotli = (name) => brotliCompressSync(readFileSync(join(WIDGET, name))).length;
const files = readdirSync(WIDGET).filter((name) => /^(?:xiaoer-page|page-).*\.js$/.test(name));
const sum = (names) => names.reduce((bytes, name) => bytes + brotli(name), 0);
const packs = files.filter((name) => /^page-(?:pack|intent-words)-/.test(name));
const later = packs.filter((name) => name.startsWith('page-intent-words-'));
const isChinese = (name) => /\p{Script=Han}{20}/u.test(readFileSync(join(WIDGET, name), 'utf8'));
const flows = files.filter((name) => name.startsWith('page-engine-'));
const assistant = files.filter((name) => name.startsWith('page-open-brain-'));
const house = files.filter((name) => ![...packs, ...flows, ...assistant].includes(name));
const bytes = {
  house: sum(house),
  assistant: sum(assistant),
  zh: sum(packs.filter(isChinese)),
  en: sum(packs.filter((name) => !isChinese(name))),
  flows: sum(flows),
};

const times = {};
for (const [where, worker, slow] of [
  ['worker', true, 1],
  [`workerSlowed${SLOW}`, true, SLOW],
  [`threadSlowed${SLOW}`, false, SLOW],
])
  for (const lang of Object.keys(QUESTIONS)) {
    const runs = [];
    for (let run = 0; run < REPEAT; run++) runs.push(await ask(lang, worker, slow));
    times[`${where}.${lang}`] = {
      sent: round(median(runs.map(({ sent }) => sent))),
      pressed: round(median(runs.map(({ pressed }) => pressed))),
    };
  }
await browser.close();
server.close();

const missed = Object.entries(times)
  .filter(([name, { sent }]) => name.includes('Slowed') && sent > BAR_MS)
  .map(([name]) => name);
const zhAlone = bytes.house + bytes.assistant + bytes.zh;
const enAlone = bytes.house + bytes.assistant + bytes.en;
if (Math.max(zhAlone, enAlone) > 130_000) missed.push('bytes');
const first = (lang) => bytes.house + bytes.assistant + bytes[lang];
const untilSure = {
  zh: first('zh') - sum(later.filter(isChinese)),
  en: first('en') - sum(later.filter((name) => !isChinese(name))),
};
const found = {
  repeat: REPEAT,
  slow: SLOW,
  barMs: BAR_MS,
  times,
  bytes: { ...bytes, zhAlone, enAlone, untilSure },
  missed,
};
if (wantsJson) console.log(JSON.stringify(found));
else console.log(JSON.stringify(found, null, 2));
