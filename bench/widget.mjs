/**
 * The widget in real Chromium beside chats written by hand and three from npm, all on the same work: from the script tag
 * until one can write, with a history, one message more, a reply as it is written.
 *
 *   node bench/widget.mjs [--json] [--runs 7] [--only NAME,NAME]
 *
 * The first run fetches the three from npm into node_modules/.cache.
 */
import { mainThread, openBrowser } from './browser.mjs';
import { median, option, round, wantsJson } from './statistics.mjs';
import { bundleChats } from './widget/bundle-chats.mjs';
import { serve } from './widget/serve.mjs';

const RUNS = option('runs', 7);
const ALL = ['xiaoer', 'all-rows', 'windowed', 'deep-chat', 'chatui', 'botframework-webchat'];
const only = process.argv.includes('--only') && process.argv[process.argv.indexOf('--only') + 1].split(',');
const NAMES = only || ALL;
const HISTORIES = [100, 1_000, 10_000];
const OURS_ALONE = 100_000;
const APPENDED = 20;
const STREAMED = 500;
/** A chat that takes longer with a history is not waited for. */
const PATIENCE_MS = 60_000;
const WORDS = 'silk keeps you warm in winter and cool in summer because it breathes '.split(' ');

const served = await serve(await bundleChats());
const browser = await openBrowser();

/** Something in a page of a new profile, with a processor slowed so many times. */
async function inPage(work, slowed = 1) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const devtools = await context.newCDPSession(page);
  await page.goto(served.address);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowed });
  try {
    return await work(page, devtools);
  } finally {
    await context.close();
  }
}

const start = (page, name, count) => {
  served.sayerOf(name).hold(count);
  return Promise.race([
    page.evaluate(([name, count]) => window.start(name, count), [name, count]),
    new Promise((_, reject) => setTimeout(() => reject(new Error('too slow')), PATIENCE_MS).unref()),
  ]);
};

/** The medians of what several runs measured, by name; undefined when the first is not waited for to its end. */
async function medians(work) {
  const runs = [];
  for (let run = 0; run < RUNS; run++)
    try {
      runs.push(await work());
    } catch (error) {
      if (error.message !== 'too slow') throw error;
      return undefined;
    }
  return Object.fromEntries(Object.keys(runs[0]).map((key) => [key, round(median(runs.map((one) => one[key])), 2)]));
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const started = (name, slowed) =>
  medians(() =>
    inPage(async (page) => {
      const { field, fetched, blocked, longest } = await start(page, name, 0);
      return { field, blocked, longest, bytes: served.bytesOf(fetched) };
    }, slowed),
  );

const history = (name, count) =>
  medians(() =>
    inPage(async (page, devtools) => {
      const { newest, rows, nodes } = await start(page, name, count);
      await devtools.send('HeapProfiler.collectGarbage');
      const { usedSize } = await devtools.send('Runtime.getHeapUsage');
      return { newest, rows, nodes, heapMb: usedSize / 1e6 };
    }),
  );

/** Something said to a chat that holds 1,000 messages: milliseconds of main thread until it is painted. */
const said = (name, say) =>
  medians(() =>
    inPage(async (page) => {
      await start(page, name, 1_000);
      if (name !== 'xiaoer') await page.evaluate(() => window.listen());
      const sayer = served.sayerOf(name);
      const ms = await mainThread(page, async () => {
        const last = await say(sayer);
        await page.evaluate((words) => window.shows(words), last);
      });
      return { ms };
    }),
  );

async function append(sayer) {
  let text = '';
  for (let n = 0; n < APPENDED; n++) {
    text = `one more, number ${n}`;
    sayer.append({ role: 'bot', text });
    await pause(60);
  }
  return text;
}

async function stream(sayer) {
  let text = '';
  for (let n = 0; n < STREAMED; n++) {
    text += `${WORDS[n % WORDS.length]}${n} `;
    sayer.stream(text);
    await pause(5);
  }
  return `${WORDS[(STREAMED - 1) % WORDS.length]}${STREAMED - 1}`;
}

const figures = {};
try {
  for (const name of NAMES) {
    const normal = await started(name, 1);
    const slowed = await started(name, 4);
    const appended = await said(name, append);
    figures[name] = {
      bytes: normal?.bytes,
      start: normal?.field,
      startSlowed: slowed?.field,
      blockedSlowed: slowed?.blocked,
      longestSlowed: slowed?.longest,
      append: appended && round(appended.ms / APPENDED),
      stream: (await said(name, stream))?.ms,
      history: {},
    };
    for (const count of name === 'xiaoer' ? [...HISTORIES, OURS_ALONE] : HISTORIES)
      figures[name].history[count] = await history(name, count);
    if (!wantsJson) console.log(name, JSON.stringify(figures[name], null, 1).replace(/\n\s*/g, ' '));
  }
} finally {
  await browser.close();
  served.close();
}
if (wantsJson) console.log(JSON.stringify(figures));
process.exit();
