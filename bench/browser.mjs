import { chromium } from 'playwright-core';
import { findChromium } from '../scripts/chromium.mjs';

/** A Chromium that asks nobody for anything. */
export const openBrowser = () =>
  chromium.launch({
    executablePath: findChromium(),
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
    ],
  });

/**
 * Milliseconds of processor that the main thread of a page took meanwhile, as the browser counts them: what other programs took
 * from it is not in them.
 */
export async function mainThread(page, work) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const worked = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1_000 * metrics.find(({ name }) => name === 'TaskDuration').value;
  };
  const before = await worked();
  await work();
  return (await worked()) - before;
}
