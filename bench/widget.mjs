/**
 * The widget in real Chromium beside chats written by hand and three from npm, all on the same work: from the script tag
 * until one can write, with a history, one message more, a reply as it is written.
 *
 *   node bench/widget.mjs [--json] [--runs 7] [--only NAME,NAME]
 *
 * The first run fetches the three from npm into node_modules/.cache.
 */
import { barsOf, tell } from './bars.mjs';
import { mainThread, openBrowser } from './browser.mjs';
import { median, option, round } from './statistics.mjs';
import { bundleChats } from './widget/bundle-chats.mjs';
import { serve } from './widget/serve.mjs';

const RUNS = option('runs', 7);
const OURS = 'xiaoer';
const ALL = [OURS, 'all-rows', 'windowed', 'deep-chat', 'chatui', 'botframework-webchat'];
const only = process.argv.includes('--only') && process.argv[process.argv.indexOf('--only') + 1].split(',');
const NAMES = only || ALL;
const HISTORIES = [100, 1_000, 10_000];
const OURS_ALONE = 100_000;
const APPENDED = 20;
/** Until a chat has fetched what it wants after its first paint. */
const SETTLED_MS = 1_500;
const STREAMED = 500;
/** A chat that takes longer is not waited for. */
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

const start = (page, name, count, data) => {
  served.sayerOf(name).hold(count);
  return Promise.race([
    page.evaluate(([name, count, data]) => window.start(name, count, data), [name, count, data]),
    new Promise((_, reject) => setTimeout(() => reject(new Error('too slow')), PATIENCE_MS).unref()),
  ]);
};

/**
 * The medians of what several runs measured, by chat and name. The chats take turns, so that all meet the same
 * disturbances; one whose first run is not waited for to its end has none.
 */
async function medians(names, work) {
  const runs = new Map(names.map((name) => [name, []]));
  for (let run = 0; run < RUNS; run++)
    for (const [name, list] of runs)
      try {
        list.push(await work(name));
      } catch (error) {
        if (error.message !== 'too slow') throw error;
        runs.delete(name);
      }
  const middle = (list, key) => round(median(list.map((one) => one[key])), 2);
  return Object.fromEntries(
    [...runs].map(([name, list]) => [
      name,
      Object.fromEntries(Object.keys(list[0]).map((key) => [key, middle(list, key)])),
    ]),
  );
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const started = (slowed) =>
  medians(NAMES, (name) =>
    inPage(async (page) => {
      const { field, fetched, blocked, longest } = await start(page, name, 0);
      return { field, blocked, longest, bytes: served.bytesOf(fetched) };
    }, slowed),
  );

const history = (names, count) =>
  medians(names, (name) =>
    inPage(async (page, devtools) => {
      const { newest, rows, nodes } = await start(page, name, count);
      await devtools.send('HeapProfiler.collectGarbage');
      const { usedSize } = await devtools.send('Runtime.getHeapUsage');
      return { newest, rows, nodes, heapMb: usedSize / 1e6 };
    }),
  );

/** Something said to a chat that holds 1,000 messages: milliseconds of main thread until it is painted. */
const said = (say, names = NAMES, data = {}) =>
  medians(names, (name) =>
    inPage(async (page) => {
      await start(page, name, 1_000, data);
      // What a chat fetches once it can be used is no part of a message.
      await pause(SETTLED_MS);
      if (name !== OURS) await page.evaluate(() => window.listen());
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

const figures = Object.fromEntries(NAMES.map((name) => [name, { history: {} }]));
/** Notes what a part of the bench found, and says so to who waits. */
function note(what, found, read) {
  console.error(`${what} ${JSON.stringify(found)}`);
  for (const [name, values] of Object.entries(found)) read(figures[name], values);
}

try {
  note('start', await started(1), (at, { field, bytes }) => Object.assign(at, { bytes, start: field }));
  note('start slowed', await started(4), (at, { field, blocked, longest }) =>
    Object.assign(at, { startSlowed: field, blockedSlowed: blocked, longestSlowed: longest }),
  );
  note('append', await said(append), (at, { ms }) => {
    at.append = round(ms / APPENDED);
  });
  // The others keep nothing, and tell nobody that it was read: of ours, the same is a figure of its own.
  note(
    'append, nothing kept',
    await said(
      append,
      NAMES.filter((name) => name === OURS),
      { consent: 'none' },
    ),
    (at, { ms }) => {
      at.appendUnkept = round(ms / APPENDED);
    },
  );
  note('stream', await said(stream), (at, { ms }) => {
    at.stream = ms;
  });
  for (const count of [...HISTORIES, OURS_ALONE]) {
    const names = NAMES.filter((name) => count < OURS_ALONE || name === OURS);
    note(`history of ${count}`, await history(names, count), (at, values) => {
      at.history[count] = values;
    });
  }
} finally {
  await browser.close();
  served.close();
}

const ours = figures[OURS];
const hand = figures['all-rows'];
const times = (a, b) => round(a / b);
const [few, most] = [ours?.history[HISTORIES[0]], ours?.history[OURS_ALONE]];
tell(
  { ...figures, runs: RUNS },
  barsOf({
    'bytes.loader': [served.bytesOf(['/xiaoer/xiaoer.js']), '≤', 1_200],
    'bytes.openPanel': [ours?.bytes, '≤', 30_000],
    'startSlowed.timesHand': [times(ours?.startSlowed, hand?.startSlowed), '≤', 1.3],
    'startSlowed.longestTask': [ours?.longestSlowed, '≤', 50],
    'history.100000.times100': [times(most?.newest, few?.newest), '≤', 1.2],
    'history.100000.rows': [most?.rows, '≤', 200],
    'history.100000.heapMbMore': [round(most?.heapMb - few?.heapMb), '≤', 0.5],
    'append.timesHand': [times(ours?.append, hand?.append), '≤', 1],
    'stream.timesHand': [times(ours?.stream, hand?.stream), '≤', 2],
  }),
);
process.exit();
