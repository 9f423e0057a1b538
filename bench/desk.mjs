/**
 * The desk in Chromium while 200 conversations are open and five messages a second come, for ten minutes: tasks over
 * 50 ms, the heap after collecting what is garbage, and how long a key takes until it is painted.
 *
 *   npm run -s bench:desk -- [--json] [--seconds 600] [--open 200] [--rate 5] [--trace 30]
 *
 * One agent holds the most that the server lets one hold, 100; the others wait. One message of ten comes into the
 * conversation that is looked at. The agent types all the time, sends, and goes on to the next. `--trace` seconds at the
 * end are traced as well, which tells the processor time of a task apart from its waiting for a core.
 */
import { readFileSync } from 'node:fs';
import { barsOf, tell } from './bars.mjs';
import { openBrowser } from './browser.mjs';
import { openHouse } from './desk/house.mjs';
import { longestTasks } from './desk/trace.mjs';
import { median, option, quantile, round } from './statistics.mjs';

const SECONDS = option('seconds', 600);
const OPEN = option('open', 200);
const RATE = option('rate', 5);
const TRACE = option('trace', 30);
const HELD = Math.min(100, OPEN);
/** The heap is looked at so often, in seconds; what is loaded and compiled at first is no growth. */
const LOOK = Math.max(5, Math.min(30, SECONDS / 20));
const WARM = Math.min(120, SECONDS / 4);
const LONG_MS = 50;
const KEY_MS = 180;
const LINES = [
  'Is the lid of the clay teapot sold alone?',
  '壶盖单独卖吗？',
  'And when would it arrive in Hangzhou?',
  '好的，谢谢您',
];
const REPLY = 'I am looking it up for you, one moment please. ';

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const until = async (holds, what) => {
  for (const end = Date.now() + 120_000; Date.now() < end; await pause(100)) if (await holds()) return;
  throw new Error(`this took too long: ${what}`);
};

const house = await openHouse();
const browser = await openBrowser();
try {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  await context.addInitScript(readFileSync(new URL('desk/watch-page.js', import.meta.url), 'utf8'));
  const page = await context.newPage();
  await page.goto(house.deskLink);
  await page.getByRole('heading', { name: 'Inbox' }).waitFor();
  const devtools = await context.newCDPSession(page);
  await devtools.send('HeapProfiler.enable');

  const shoppers = [];
  for (let n = 0; n < OPEN; n++) {
    const client = house.shopper();
    await client.send('text', { text: 'human please' });
    shoppers.push(client);
    await pause(30);
  }
  const [{ name, value }] = await context.cookies();
  const agent = house.agent(`${name}=${value}`);
  const waiting = () => agent.inbox.value.filter(({ mode }) => mode === 'queued');
  await until(() => waiting().length === OPEN, 'everybody is in the queue');
  const me = agent.principal.value;
  for (const row of waiting().slice(0, HELD)) {
    const talk = agent.conversation(row.conversation);
    await talk.send('handoff', { state: 'joined', agent: { id: me.id, name: me.name } }, { serving: row.serving });
    await pause(20);
  }
  const mine = () => agent.inbox.value.filter(({ mode }) => mode === 'agent').map((row) => row.conversation);
  await until(() => mine().length === HELD, 'the agent holds what one may hold');
  const held = mine();
  const shopperOf = new Map();
  for (const { conversation, shopper } of agent.inbox.value)
    shopperOf.set(
      conversation,
      shoppers.find((one) => one.principal.value?.id === shopper.id),
    );
  agent.destroy();
  await until(async () => (await page.locator('[data-conversation]').count()) === OPEN, 'the desk shows them all');

  let looked = held[0];
  const look = async (conversation) => {
    await page.locator(`[data-conversation="${conversation}"]`).click();
    await page.locator('#composer').focus();
    looked = conversation;
  };
  await look(looked);

  let over = false;
  let said = 0;
  async function talk() {
    for (const begun = performance.now(); !over; said++) {
      await pause(Math.max(0, begun + (said * 1_000) / RATE - performance.now()));
      const client = said % 10 === 0 ? shopperOf.get(looked) : shoppers[(said * 37) % OPEN];
      client?.setTyping?.(true);
      void client?.send('text', { text: `${LINES[said % LINES.length]} ${said}` });
    }
  }
  async function type() {
    for (let n = 1; !over; n++) {
      for (const letter of REPLY) {
        await page.keyboard.press(letter);
        await pause(KEY_MS);
        if (over) return;
      }
      await page.keyboard.press('Enter');
      if (n % 3 === 0) await look(held[(n / 3) % held.length]);
    }
  }
  const collections = [];
  async function collect() {
    const now = () => page.evaluate(() => performance.now());
    const from = await now();
    await devtools.send('HeapProfiler.collectGarbage');
    const { usedSize } = await devtools.send('Runtime.getHeapUsage');
    collections.push({ from, to: (await now()) + 5, mb: usedSize / 1_048_576 });
  }

  const begun = performance.now();
  const since = await page.evaluate(() => performance.now());
  const working = [talk(), type()];
  while (performance.now() - begun < SECONDS * 1_000) {
    await collect();
    await pause(LOOK * 1_000);
  }
  await collect();
  const seen = await page.evaluate(() => globalThis.watched);
  const drawn = await page.locator('*').count();
  const traced = TRACE > 0 ? await longestTasks(browser, () => pause(TRACE * 1_000)) : undefined;
  over = true;
  await Promise.all(working);

  const own = ([at, ms]) => at > since && !collections.some(({ from, to }) => at < to && at + ms > from);
  const tasks = seen.tasks.filter(own).map(([, ms]) => ms);
  const keys = seen.keys
    .filter(own)
    .map(([, ms]) => ms)
    .sort((a, b) => a - b);
  const late = seen.events.filter(own).length;
  const heap = collections.filter(({ from }) => from - since >= WARM * 1_000);
  const minutes = heap.map(({ from }) => (from - since) / 60_000);
  const [x, y] = [minutes, heap.map(({ mb }) => mb)].map((all) => all.reduce((sum, n) => sum + n, 0) / all.length);
  const slope =
    minutes.reduce((sum, at, n) => sum + (at - x) * (heap[n].mb - y), 0) /
    minutes.reduce((sum, at) => sum + (at - x) ** 2, 0);
  const figures = {
    seconds: SECONDS,
    open: OPEN,
    held: HELD,
    messages: said,
    elements: drawn,
    tasksOver50: tasks.length,
    longestTaskMs: round(Math.max(0, ...tasks), 0),
    keys: keys.length,
    keyMedianMs: round(median(keys), 1),
    keyP95Ms: round(quantile(keys, 0.95), 1),
    keyMostMs: round(keys.at(-1) ?? 0, 0),
    keysOver16ByEventTiming: late,
    heapMb: collections.map(({ mb }) => round(mb, 1)),
    heapPerMinuteKb: round(slope * 1_024, 0),
    ...(traced ? { traced } : {}),
  };
  if (process.argv.includes('--why'))
    for (const [at, ms, scripts] of seen.frames
      .filter(own)
      .sort((a, b) => b[1] - a[1])
      .slice(0, 20))
      console.error(Math.round(at - since), Math.round(ms), scripts.join(' | '));
  tell(
    figures,
    barsOf({
      tasksOver50: [figures.tasksOver50, '≤', 0],
      keyP95Ms: [figures.keyP95Ms, '≤', LONG_MS],
      heapPerMinuteKb: [figures.heapPerMinuteKb, '≤', 50],
      ...(traced ? { longestTaskCpuMs: [traced.longestCpuMs, '≤', LONG_MS] } : {}),
    }),
  );
  for (const client of shoppers) client.destroy();
} finally {
  await browser.close();
  await house.close();
}
process.exit();
