import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openVisitor, picture, type Visitor, type VisitorOptions } from './browser.ts';
import { startChromium } from './chromium-process.ts';
import { linksOf } from './log-of.ts';
import { siteStage } from './shop-site.ts';
import { panelOf } from './shopper.ts';

const at = siteStage();

/** Calls the function of the tag. */
const xiaoer = (page: Page, ...call: readonly unknown[]): Promise<unknown> =>
  page.evaluate((call) => (window as unknown as { xiaoer(...call: unknown[]): unknown }).xiaoer(...call), call);

/** Everything that the page fetched from the server of the chat. */
function requestsOf(page: Page): string[] {
  const names: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin === at.inn.address) names.push(url.pathname);
  });
  return names;
}

/** Opens a page of `e2e/pages`. */
async function visit(path: string, options?: VisitorOptions): Promise<Visitor & { readonly asked: readonly string[] }> {
  const visitor = await openVisitor(at.browser, options);
  onTestFinished(() => visitor.context.close());
  const asked = requestsOf(visitor.page);
  await visitor.page.goto(`${at.site.origin}/${path}`);
  return { ...visitor, asked };
}

/** Opens the panel, asks and is answered. */
async function chats(page: Page, question = 'What does delivery cost?'): Promise<void> {
  const panel = panelOf(page);
  await panel.open();
  await panel.say(question);
  await panel.sees(/From:/);
}

const elements = (page: Page): Promise<number> => page.locator('xiaoer-chat').count();

describe('the tag', () => {
  test('with data attributes: the launcher is theirs before the widget has come, and nothing else is fetched until then', async () => {
    const { context, page, trouble, asked } = await visit('script-tag/index.html');
    const launcher = page.locator('xiaoer-chat').getByRole('button', { name: '问问小二' });
    await launcher.waitFor();
    const box = await launcher.boundingBox();
    expect(box?.x).toBe(24);
    expect(await page.locator('xiaoer-chat').getAttribute('data-scheme')).toBe('dark');
    await page.waitForTimeout(300);
    expect(asked).toEqual(['/xiaoer/xiaoer.js']);
    await launcher.click();
    const panel = page.locator('xiaoer-chat').getByRole('dialog');
    await panel.getByText('自动').first().waitFor();
    expect(await panel.getByRole('link').getAttribute('href')).toBe('/privacy');
    expect(await page.locator('xiaoer-chat').getAttribute('data-position')).toBe('start');
    await picture(page, 'platform script tag');
    expect(trouble).toEqual([]);
    await context.close();
  });

  test('from a tag manager: late, fired three times, after calls of the page: one widget, every call heard', async () => {
    const { context, page, trouble } = await visit('tag-manager/index.html');
    await page.waitForLoadState('load');
    await page.evaluate(() => {
      const shop = window as unknown as { xiaoer(...call: unknown[]): void; fireTag(): void; opened: number };
      shop.opened = 0;
      shop.xiaoer('on', 'panel:opened', () => {
        shop.opened += 1;
      });
      shop.fireTag();
      shop.fireTag();
    });
    const panel = panelOf(page);
    await panel.open();
    await page.evaluate(() => (window as unknown as { fireTag(): void }).fireTag());
    await panel.root.getByText('Asking about').waitFor();
    await panel.say('What is it filled with?');
    await panel.sees(/wool/i);
    expect([await elements(page), await page.evaluate('opened')]).toEqual([1, 1]);
    expect(trouble).toEqual([]);
    await context.close();
  });

  test('put in when the page is idle, as next/script does by lazyOnload: what was called before is heard', async () => {
    const { context, page, trouble } = await visit('tag-manager/index.html');
    await page.evaluate(() => requestIdleCallback((window as unknown as { fireTag(): void }).fireTag));
    const panel = panelOf(page);
    await panel.open();
    await panel.root.getByText('Asking about').waitFor();
    expect(trouble).toEqual([]);
    await context.close();
  });
});

describe('pages that change without being loaded', () => {
  const call = (page: Page, name: string, path: string): Promise<unknown> =>
    page.evaluate(([name, path]) => (window as unknown as Record<string, (path: string) => unknown>)[name]?.(path), [
      name,
      path,
    ] as const);

  test('routes, view transitions and Turbo’s other body: one widget, one link, the panel, the words and the cursor stay', async () => {
    const { context, page, trouble } = await visit('single-page-app/index.html');
    await page.evaluate(() => {
      (window as unknown as { sent: number }).sent = 0;
      addEventListener('xiaoer:message:sent', () => {
        (window as unknown as { sent: number }).sent += 1;
      });
    });
    const panel = panelOf(page);
    await chats(page);
    await panel.field.fill('half a sen');
    const stays = async () => {
      expect(await panel.field.inputValue()).toBe('half a sen');
      await panel.sees('What does delivery cost?');
      expect(await page.evaluate(() => document.querySelector('xiaoer-chat')?.shadowRoot?.activeElement?.tagName)).toBe(
        'TEXTAREA',
      );
      expect([await elements(page), await linksOf(at.inn)]).toEqual([1, 1]);
    };
    await call(page, 'go', '/duvet');
    await panel.root.getByText('Asking about').waitFor();
    await stays();
    await call(page, 'goGently', '/list');
    await panel.root.getByText('Asking about').waitFor({ state: 'hidden' });
    await stays();
    for (const path of ['/one', '/two']) await call(page, 'visit', path);
    await stays();
    await panel.say('And to Xinjiang?');
    await panel.sees('And to Xinjiang?');
    expect(await page.evaluate('sent')).toBe(2);
    expect(trouble).toEqual([]);
    await context.close();
  });

  test('destroyed with one route, neither an element nor a link is left; booted with another, the conversation goes on', async () => {
    const { context, page, trouble } = await visit('single-page-app/index.html');
    await chats(page);
    await xiaoer(page, 'destroy');
    await expect.poll(() => elements(page)).toBe(0);
    await expect.poll(() => linksOf(at.inn)).toBe(0);
    await call(page, 'go', '/list');
    await xiaoer(page, 'boot', { locale: 'de' });
    await page.locator('xiaoer-chat').getByRole('button', { name: 'Chat öffnen' }).click();
    await panelOf(page).sees('What does delivery cost?');
    // Both in one task, as a framework does that draws anew.
    await page.evaluate(() => {
      const { xiaoer } = window as unknown as { xiaoer(verb: string): unknown };
      xiaoer('destroy');
      xiaoer('boot');
      xiaoer('open');
    });
    await panelOf(page).sees('What does delivery cost?');
    await expect.poll(async () => [await elements(page), await linksOf(at.inn)]).toEqual([1, 1]);
    expect(trouble).toEqual([]);
    await context.close();
  });
});

describe('strict policies', () => {
  for (const [what, path] of [
    ['a nonce, and nothing else that is not named', 'strict-csp/nonce.html'],
    ['the hash of the loader', 'strict-csp/hash.html'],
    ['Trusted Types required', 'trusted-types/required.html'],
    ['Trusted Types required, and no policy may be made', 'trusted-types/none.html'],
    ['another origin, every file checked by its hash', 'cross-origin/index.html'],
  ] as const)
    test(what, async () => {
      const { context, page, trouble } = await visit(path);
      await chats(page);
      const panel = panelOf(page);
      // What comes last: the drawer, a sticker that is sent, another language.
      await panel.root.getByRole('button', { name: 'Emoji' }).click();
      await panel.root.getByRole('tab', { name: 'Stickers' }).click();
      await panel.root.getByRole('textbox', { name: 'Search stickers' }).fill('thank');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await panel.root.getByRole('img', { name: 'Thank you' }).waitFor();
      await xiaoer(page, 'setLocale', 'de');
      await panel.root
        .getByRole('button', { name: 'Senden' })
        .or(panel.root.getByPlaceholder(/Nachricht/))
        .first()
        .waitFor();
      expect(trouble).toEqual([]);
      await context.close();
    });

  test('a file that was changed on its way is not run', async () => {
    const { context, page } = await openVisitor(at.browser);
    const changed = (url: URL) => /\/xiaoer\/widget-.*\.js$/.test(url.pathname);
    await page.route(changed, async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, body: `${await answer.text()};document.title='changed'` });
    });
    await page.goto(`${at.site.origin}/cross-origin/index.html`);
    const launcher = page.locator('xiaoer-chat').getByRole('button', { name: /^Open/ });
    await launcher.click();
    await page.waitForTimeout(500);
    expect([await page.title(), await page.locator('xiaoer-chat').getByRole('dialog').count()]).toEqual(['Shop', 0]);
    await context.close();
  });
});

describe('lives of a page', () => {
  test('back out of the back/forward cache the open chat goes on', async () => {
    const { context, page, trouble } = await visit('bfcache/index.html');
    await page.evaluate(() => {
      addEventListener('pageshow', ({ persisted }) => {
        (window as unknown as { persisted: boolean }).persisted = persisted;
      });
    });
    await chats(page);
    await page.getByRole('link', { name: 'Away' }).click();
    await page.waitForURL('**/away.html');
    await expect.poll(() => linksOf(at.inn)).toBe(0);
    await page.evaluate(() => history.back());
    await expect.poll(() => page.evaluate('window.persisted')).toBe(true);
    const panel = panelOf(page);
    await panel.sees('What does delivery cost?');
    await panel.say('And to Xinjiang?');
    await panel.sees(/Xinjiang.*/);
    await expect.poll(() => linksOf(at.inn)).toBe(1);
    expect(trouble).toEqual([]);
    await context.close();
  });

  test('prerendered: nothing but the loader before the shopper comes; then it is there', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'xiaoer-prerender-'));
    const chromium = await startChromium(folder, { address: `${at.site.origin}/prerender/index.html`, ms: 6_000 });
    onTestFinished(async () => {
      await chromium.kill();
      await rm(folder, { recursive: true, force: true });
    });
    const { page } = chromium;
    expect(new URL(page.url()).pathname).toBe('/prerender/next.html');
    const early = await page.evaluate(() => {
      const [page] = performance.getEntriesByType('navigation') as (PerformanceEntry & { activationStart: number })[];
      const activated = page?.activationStart ?? 0;
      const fetched = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
      return {
        prerendered: (window as unknown as { wasPrerendered: boolean }).wasPrerendered,
        waited: activated > 0,
        fetched,
      };
    });
    expect(early).toEqual({ prerendered: true, waited: true, fetched: ['/xiaoer/xiaoer.js'] });
    await chats(page);
  });
});

describe('in a frame', () => {
  test('of the same site, and of a page of another: the chat works, and stands inside the frame', async () => {
    for (const host of [at.site.origin, at.site.origin.replace('127.0.0.1', 'localhost')]) {
      const { context, page, trouble } = await openVisitor(at.browser);
      await page.goto(`${at.site.origin}/iframe/index.html`);
      await page.evaluate((src) => {
        (document.querySelector('iframe') as HTMLIFrameElement).src = src;
      }, `${host}/iframe/shop.html`);
      const frame = page.frameLocator('iframe');
      await frame.getByRole('button', { name: /^Open/ }).click();
      const chat = frame.locator('xiaoer-chat');
      await chat.getByRole('textbox').last().fill('What does delivery cost?');
      await chat.getByRole('button', { name: 'Send', exact: true }).click();
      await chat.getByText(/From:/).first().waitFor();
      expect(trouble).toEqual([]);
      await context.close();
    }
  });

  test('without an origin of its own the server knows nobody: it says so, and what is written waits', async () => {
    const { context, page, trouble } = await visit('iframe/opaque.html');
    const frame = page.frameLocator('iframe');
    await frame.getByRole('button', { name: /^Open/ }).click();
    const chat = frame.locator('xiaoer-chat');
    await chat.getByText('Offline. Your messages wait here.').first().waitFor();
    await chat.getByRole('textbox').last().fill('Hello?');
    await chat.getByRole('button', { name: 'Send', exact: true }).click();
    await chat.getByText('Leaves when you are online').waitFor();
    expect(trouble).toEqual([]);
    await context.close();
  });
});
