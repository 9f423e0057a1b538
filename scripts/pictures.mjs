import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from './chromium.mjs';
import { composerPictures } from './composer-pictures.mjs';
import { contentKinds } from './content-kinds.mjs';
import { openGallery } from './gallery.mjs';
import { ROOT } from './run.mjs';

/** The four faces of each kind. Rows of three fit a desktop picture; 360 px is the narrowest phone. */
const FACES = {
  light: { width: 1_180, query: '' },
  dark: { width: 1_180, query: '&scheme=dark' },
  rtl: { width: 1_180, query: '&dir=rtl&locale=ar' },
  360: { width: 360, query: '' },
};

/** The microphone of the composer's pictures beeps. */
const FLAGS = ['--no-sandbox', '--disable-gpu', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];

const OUT = join(ROOT, 'docs/pictures');

/**
 * Writes `docs/content-kinds.md`, `docs/pictures/KIND-FACE.png` and `docs/pictures/composer-PART-FACE.png`; of the pictures those
 * of the named kinds and parts only, where any are.
 */
async function pictures(named) {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium. Install it, or name it in CHROMIUM.');
  mkdirSync(OUT, { recursive: true });
  const gallery = await openGallery();
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  try {
    await composerPictures(browser, OUT, named);
    for (const [face, { width, query }] of Object.entries(FACES)) {
      const context = await browser.newContext({
        viewport: { width, height: 120 },
        reducedMotion: 'reduce',
        timezoneId: 'UTC',
      });
      const page = await context.newPage();
      await page.goto(`${gallery.address}/?kind=none`);
      const { now, samples, plain } = await page.evaluate(() => ({
        now: globalThis.gallery.now,
        samples: globalThis.gallery.samples,
        plain: globalThis.gallery.samples.map(({ content }) => globalThis.gallery.fallback(content)),
      }));
      const told = (content) => plain[samples.findIndex((sample) => sample.content === content)];
      writeFileSync(join(ROOT, 'docs/content-kinds.md'), contentKinds(samples, told));
      const all = [...new Set(samples.map(({ kind }) => kind))];
      await page.clock.setFixedTime(now);
      page.on('pageerror', (error) => console.error(`${face}: ${error.message}`));
      for (const kind of named.length > 0 ? all.filter((each) => named.includes(each)) : all) {
        await page.goto(`${gallery.address}/?kind=${kind}${query}`, { waitUntil: 'commit' });
        await page.locator('html[data-drawn]').waitFor({ timeout: 10_000 });
        await page.waitForTimeout(250);
        await page.screenshot({ path: join(OUT, `${kind}-${face}.png`), fullPage: true });
      }
      await context.close();
    }
  } finally {
    await browser.close();
    await gallery.close();
  }
}

await pictures(process.argv.slice(2));
