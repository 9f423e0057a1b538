import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openVisitor, picture } from './browser.ts';
import { openShopPage } from './shop-page.ts';
import { SHOP_STYLES } from './shop-styles.ts';
import { stage } from './stage.ts';

const at = stage();

const BODY = `<header class="header"><h1>Shop</h1><a href="#x">Link</a></header>
<main class="panel"><ul class="list"><li class="row">One</li><li>Two</li></ul><p class="card">Words<button class="tool">Buy</button></p>
<form><input placeholder="Mail"><textarea></textarea><select><option>1</option></select></form><table><tr><td>cell</td></tr></table>
<div class="badge"></div></main><footer>Foot</footer>`;

/** Every computed property, and the place, of every element below `inside`. */
const look = (page: Page, inside: 'widget' | 'page'): Promise<readonly string[]> =>
  page.evaluate((where) => {
    const root = where === 'widget' ? document.querySelector('xiaoer-chat')?.shadowRoot : document;
    const all = [...(root?.querySelectorAll<HTMLElement>('*') ?? [])].filter(
      // Neither our tags, nor what paints nothing: the box of everything, and what is only read aloud.
      (each) =>
        !each.matches('xiaoer-chat, style, script, link[rel=modulepreload], .root, .root > .c-hidden, [data-probe]'),
    );
    return all.map((each, n) => {
      const style = getComputedStyle(each);
      const { x, y, width, height } = each.getBoundingClientRect();
      // Private variables come in any order; what is made of them is among the rest.
      const names = [...style].filter((name) => !name.startsWith('--'));
      const values = names.map((name) => `${name}: ${style.getPropertyValue(name)}`);
      return [`${n} ${each.tagName}.${each.getAttribute('class')} ${[x, y, width, height]}`, ...values].join('; ');
    });
  }, inside);

/** What differs, property by property: a line for each, and not two texts of ten thousand letters. */
function differences(one: readonly string[], other: readonly string[]): readonly string[] {
  if (one.length !== other.length) return [`${one.length} elements, but ${other.length}`];
  return one.flatMap((line, n) => {
    const [mine, theirs] = [line.split('; '), other[n]?.split('; ') ?? []];
    return mine.flatMap((value, at) => (value === theirs[at] ? [] : [`${mine[0]}: ${value} → ${theirs[at]}`]));
  });
}

/** The widget with the samples of the playground, whose times and words are always the same. */
async function openSamples(page: Page, css: string, html?: string): Promise<void> {
  const head = `<style>${css}</style><script type="module" src="/playground/preview.js"></script>`;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openShopPage(page, at.inn.address, { tag: null, head, body: BODY, ...(html ? { html } : {}) });
  await page.waitForFunction(() => 'preview' in window);
  await page.evaluate(() =>
    (window as unknown as { preview: { show(shown: object): Promise<unknown> } }).preview.show({
      css: '',
      scheme: 'light',
      locale: 'en',
      dir: 'ltr',
      view: 'conversation',
    }),
  );
  await page.locator('xiaoer-chat').getByRole('button', { name: 'Claim' }).waitFor();
  // At the end, where no pill offers to go there: cards that came late may have pushed it away.
  await page.waitForTimeout(400);
  await page.locator('xiaoer-chat [part=timeline]').evaluate((timeline) => {
    timeline.scrollTop = timeline.scrollHeight;
  });
  await page.locator('xiaoer-chat .pill').waitFor({ state: 'detached' });
  // The cursor in the field blinks.
  await page.getByRole('dialog').focus();
}

/** The inside of the panel as it is painted, without its corners, through which the page is seen. */
async function painted(page: Page): Promise<string> {
  const box = await page.getByRole('dialog').boundingBox();
  if (!box) throw new Error('there is no panel');
  const clip = { x: box.x + 24, y: box.y + 24, width: box.width - 48, height: box.height - 48 };
  return (await page.screenshot({ clip })).toString('base64');
}

test('no stylesheet of a page changes anything in the open widget, and the page cannot tell that it is there', async () => {
  const plain = await openVisitor(at.browser);
  await openSamples(plain.page, '');
  const [styles, picture_] = [await look(plain.page, 'widget'), await painted(plain.page)];
  expect(styles.length).toBeGreaterThan(150);
  await plain.context.close();
  for (const [name, css] of Object.entries(SHOP_STYLES)) {
    const { context, page, trouble } = await openVisitor(at.browser);
    await openSamples(page, css);
    await picture(page, `host ${name}`);
    expect([name, differences(styles, await look(page, 'widget')).slice(0, 20)]).toEqual([name, []]);
    expect([name, (await painted(page)) === picture_]).toEqual([name, true]);
    expect(trouble).toEqual([]);
    await context.close();
  }
});

test.each([
  ['desktop', 1280, 860],
  ['phone', 360, 740],
])('the widget changes nothing in the page, open or closed: %s', async (_, width, height) => {
  for (const [name, css] of [['', ''], ...Object.entries(SHOP_STYLES)] as const) {
    const visitors = await Promise.all([
      openVisitor(at.browser, { width, height }),
      openVisitor(at.browser, { width, height }),
    ]);
    const [without, beside] = visitors;
    const head = `<style>${css}</style>`;
    await openShopPage(without.page, at.inn.address, { tag: null, head, body: BODY });
    await openShopPage(beside.page, at.inn.address, { head, body: BODY });
    const globals = (page: Page) =>
      page.evaluate(() => ({
        size: [document.documentElement.scrollWidth, document.documentElement.scrollHeight],
        sheets: [document.styleSheets.length, document.adoptedStyleSheets.length],
        attributes: [document.documentElement, document.body].map((each) => each.getAttributeNames().join(' ')),
        children: document.body.childElementCount,
      }));
    const [before, world] = [await look(without.page, 'page'), await globals(without.page)];
    const launcher = beside.page.locator('xiaoer-chat [part=launcher]');
    await launcher.waitFor({ state: 'attached' });
    expect([name, differences(before, await look(beside.page, 'page')).slice(0, 20)]).toEqual([name, []]);
    await beside.page.evaluate(() => (window as unknown as { xiaoer(verb: string): void }).xiaoer('open'));
    await beside.page.getByRole('dialog').waitFor();
    await beside.page.locator('xiaoer-chat .menu-box').waitFor();
    expect([name, differences(before, await look(beside.page, 'page')).slice(0, 20)]).toEqual([name, []]);
    expect([name, await globals(beside.page)]).toEqual([name, world]);
    await beside.page.keyboard.press('Escape');
    await beside.page.getByRole('dialog').waitFor({ state: 'detached' });
    expect([name, differences(before, await look(beside.page, 'page')).slice(0, 20)]).toEqual([name, []]);
    for (const { context, trouble } of visitors) {
      expect(trouble).toEqual([]);
      await context.close();
    }
  }
});

test('the launcher is the same on every page, before the widget has come and after', async () => {
  const shots: string[][] = [];
  // Before the widget comes, a sheet of a kilobyte's share stands against what pages do, and not against all they could.
  const { 'everything loud': _, ...pages } = SHOP_STYLES;
  for (const css of ['', ...Object.values(pages)]) {
    const { context, page } = await openVisitor(at.browser);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await openShopPage(page, at.inn.address, { head: `<style>${css}</style>`, body: BODY });
    const launcher = page.locator('xiaoer-chat [part=launcher]');
    await launcher.waitFor();
    const box = await launcher.boundingBox();
    const clip = { x: (box?.x ?? 0) + 6, y: (box?.y ?? 0) + 6, width: 44, height: 44 };
    const early = (await page.screenshot({ clip })).toString('base64');
    await launcher.focus();
    await page.waitForFunction(() => document.querySelector('xiaoer-chat')?.shadowRoot?.querySelector('.root'));
    const late = await launcher.boundingBox();
    expect(late).toEqual(box);
    shots.push([early, JSON.stringify(box)]);
    await context.close();
  }
  expect(new Set(shots.map((shot) => shot.join(' '))).size).toBe(1);
});
