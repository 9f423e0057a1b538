/**
 * Lighthouse on the bundled shop, with the widget's tag and without it, one of each in turn: the scores of a page may not
 * be worse for having us, nothing may move because of us, and no task on load may be long.
 *
 *   node bench/lighthouse.mjs [--json] [--runs 7]
 *
 * The first run fetches Lighthouse 12 from npm into node_modules/.cache: the last that Node 20 can run.
 */
import { findChromium } from '../scripts/chromium.mjs';
import { barsOf, tell } from './bars.mjs';
import { fetchPackages } from './fetch-packages.mjs';
import { openShop } from './lighthouse/shop.mjs';
import { median, option, round } from './statistics.mjs';

const RUNS = option('runs', 7);
const CATEGORIES = ['performance', 'accessibility', 'best-practices'];
const TIMES = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'speed-index'];
const OURS = /\/xiaoer\//;

const { load } = fetchPackages('xiaoer-bench-lighthouse', { lighthouse: '12.8.2', 'chrome-launcher': '1.2.1' });
const [{ default: lighthouse }, { launch }] = await Promise.all([load('lighthouse'), load('chrome-launcher')]);

/** One load of a page by a phone, in a browser of its own. */
async function visit(address) {
  const browser = await launch({
    chromePath: findChromium(),
    chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic'],
    logLevel: 'error',
  });
  try {
    const { lhr } = await lighthouse(address, { port: browser.port, logLevel: 'error', onlyCategories: CATEGORIES });
    if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
    const { audits, categories } = lhr;
    const items = (audit) => audits[audit]?.details?.items ?? [];
    return {
      ...Object.fromEntries(CATEGORIES.map((name) => [name, 100 * categories[name].score])),
      ...Object.fromEntries(TIMES.map((name) => [name, audits[name].numericValue])),
      shift: audits['cumulative-layout-shift'].numericValue,
      ourShifts: items('layout-shifts').filter((item) => JSON.stringify(item).includes('xiaoer-chat')).length,
      longTasks: items('long-tasks').length,
      ourLongTasks: items('long-tasks').filter(({ url }) => OURS.test(url)).length,
      failed: Object.values(audits)
        .filter(({ score, scoreDisplayMode }) => scoreDisplayMode === 'binary' && score === 0)
        .map(({ id }) => id),
    };
  } finally {
    await browser.kill();
  }
}

const shop = await openShop();
const runs = { with: [], without: [] };
try {
  for (let run = 0; run < RUNS; run++)
    for (const which of run % 2 ? ['with', 'without'] : ['without', 'with']) runs[which].push(await visit(shop[which]));
} finally {
  await shop.close();
}

const figuresOf = (list) => ({
  ...Object.fromEntries(
    Object.keys(list[0])
      .filter((name) => name !== 'failed')
      .map((name) => [name, round(median(list.map((one) => one[name])), 3)]),
  ),
  failed: [...new Set(list.flatMap(({ failed }) => failed))],
});
const figures = { with: figuresOf(runs.with), without: figuresOf(runs.without) };
const most = (name) => Math.max(...runs.with.map((one) => one[name]));

tell(
  { ...figures, runs: RUNS },
  barsOf({
    ...Object.fromEntries(
      CATEGORIES.map((name) => [`${name}.lost`, [round(figures.without[name] - figures.with[name]), '<', 1]]),
    ),
    'shift.added': [round(figures.with.shift - figures.without.shift, 3), '≤', 0],
    'shift.ours': [most('ourShifts'), '≤', 0],
    'longTasks.added': [figures.with.longTasks - figures.without.longTasks, '≤', 0],
    'longTasks.ours': [most('ourLongTasks'), '≤', 0],
  }),
);
