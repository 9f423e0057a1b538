import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openGallery } from '../scripts/gallery.mjs';
import { axe, COLOURS } from './axe.ts';
import { openBrowser, openVisitor } from './browser.ts';

interface Shown {
  readonly kind: string;
  readonly state: string;
}
declare const gallery: { readonly samples: readonly Shown[]; readonly now: number };

let browser: Browser;
let served: { readonly address: string; close(): Promise<void> };
beforeAll(async () => {
  [browser, served] = await Promise.all([openBrowser(), openGallery()]);
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

/** One page of the gallery; what its policy refuses is trouble. */
async function openPage(options: Parameters<typeof openVisitor>[1] = {}) {
  const visitor = await openVisitor(browser, options);
  const { page } = visitor;
  await page.goto(`${served.address}/?kind=none`);
  const { now, samples } = await page.evaluate(() => ({
    now: gallery.now,
    samples: gallery.samples.map(({ kind, state }) => ({ kind, state })),
  }));
  await page.clock.setFixedTime(now);
  const show = async (query: Readonly<Record<string, string>>) => {
    await page.goto(`${served.address}/?${new URLSearchParams(query)}`, { waitUntil: 'commit' });
    await page.locator('html[data-drawn]').waitFor();
  };
  return { ...visitor, samples, show };
}

// All states of a kind stand on one page.
const FACES = [
  { name: 'light', query: {} },
  { name: 'dark', query: { scheme: 'dark' }, dark: true, how: COLOURS },
  { name: 'right to left', query: { dir: 'rtl' } },
  { name: 'in the colours of the system', query: {}, forced: true, how: COLOURS },
  { name: 'in the colours of the system, dark', query: { scheme: 'dark' }, forced: true, dark: true, how: COLOURS },
];

test.each(FACES)('axe finds nothing on any kind: $name', { timeout: 120_000 }, async ({ query, forced, dark, how }) => {
  const { context, page, trouble, samples, show } = await openPage({ width: 800, forced, dark });
  const found: string[] = [];
  for (const kind of new Set(samples.map((sample) => sample.kind))) {
    await show({ kind, ...query });
    for (const line of await axe(page, how)) found.push(`${kind}: ${line}`);
  }
  expect(found).toEqual([]);
  expect(trouble).toEqual([]);
  await context.close();
});

test('nothing is wider than a phone, in both directions', { timeout: 120_000 }, async () => {
  const { context, page, samples, show } = await openPage({ width: 360 });
  const wide: string[] = [];
  for (const kind of new Set(samples.map((sample) => sample.kind)))
    for (const dir of ['ltr', 'rtl']) {
      await show({ kind, dir });
      const spare = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (spare > 0) wide.push(`${kind} ${dir} by ${spare}`);
    }
  expect(wide).toEqual([]);
  await context.close();
});

test('everything to press is 24 px or more', { timeout: 120_000 }, async () => {
  const { context, page, samples, show } = await openPage({ width: 400 });
  const small: string[] = [];
  for (const kind of new Set(samples.map((sample) => sample.kind))) {
    await show({ kind });
    const found = await page.evaluate(() => {
      const root = document.querySelector('xiaoer-gallery')?.shadowRoot;
      return [
        ...(root?.querySelectorAll<HTMLElement>(
          'button, summary, select, textarea, label:has(input), input:not(.c-hidden)',
        ) ?? []),
      ]
        .map((each) => ({
          name: each.getAttribute('aria-label') ?? each.textContent,
          box: each.getBoundingClientRect(),
          inLabel: each.closest('label') !== null && each.tagName === 'INPUT',
        }))
        .filter(({ box, inLabel }) => !inLabel && box.width > 0 && (box.width < 24 || box.height < 24))
        .map(({ name, box }) => `${name} ${Math.round(box.width)}×${Math.round(box.height)}`);
    });
    small.push(...found.map((line) => `${kind}: ${line}`));
  }
  expect(small).toEqual([]);
  await context.close();
});

test('a picture is shown larger by keyboard: focus goes in, Escape brings it back', async () => {
  const { context, page, trouble, show } = await openPage();
  await show({ kind: 'image', state: 'there' });
  const opener = page.getByRole('button', { name: 'Show larger: The throw on the chair' });
  await opener.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'The throw on the chair' });
  await dialog.waitFor();
  const focused = () =>
    page.evaluate(() =>
      document.querySelector('xiaoer-gallery')?.shadowRoot?.activeElement?.getAttribute('aria-label'),
    );
  expect(await focused()).toBe('Close');
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: 'Original size' }).click();
  const ground = dialog.getByRole('region');
  await ground.focus();
  await page.setViewportSize({ width: 400, height: 400 });
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => ground.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await focused()).toBe('Show larger: The throw on the chair');
  expect(trouble).toEqual([]);
  await context.close();
});

test('a recording is decoded, played, paused and moved by keyboard under a strict policy', async () => {
  const { context, page, trouble, show } = await openPage();
  await show({ kind: 'voice', state: 'own, with its words' });
  const slider = page.getByRole('slider', { name: 'Position' });
  expect(await slider.getAttribute('aria-valuetext')).toBe('0:00 of 0:12');
  await page.getByRole('button', { name: 'Play' }).press('Enter');
  await page.getByRole('button', { name: 'Pause' }).waitFor();
  // The recording says by itself how long it is.
  expect(await slider.getAttribute('aria-valuetext')).toMatch(/ of 0:01$/);
  await page.getByRole('button', { name: 'Pause' }).press('Enter');
  await slider.press('End');
  expect(await slider.getAttribute('aria-valuetext')).toBe('0:01 of 0:01');
  await slider.press('PageDown');
  expect(await slider.getAttribute('aria-valuetext')).toBe('0:00 of 0:01');
  expect(trouble).toEqual([]);
  await context.close();
});
