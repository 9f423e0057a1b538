import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { idbStore } from '../packages/core/dist/stores/idb-store.js';
import { storeContract } from '../packages/core/dist/testing/store-contract.js';
import { ROOT } from '../scripts/run.mjs';
import { openBrowser } from './browser.ts';

const ORIGIN = 'https://stores.test';
const IMPORTS = { 'idb-keyval': '/node_modules/idb-keyval/dist/index.js' };
const HTML = `<!doctype html><script type="importmap">${JSON.stringify({ imports: IMPORTS })}</script>
<script type="module">
  import { idbStore } from '/packages/core/dist/stores/idb-store.js';
  import { storeContract } from '/packages/core/dist/testing/store-contract.js';
  globalThis.built = { idbStore, storeContract };
</script>`;

/** What the page has of the built package. */
interface Built {
  readonly idbStore: typeof idbStore;
  readonly storeContract: typeof storeContract;
}
declare const built: Built;

let browser: Browser;
let page: Page;

/** A page that can import the built package; nothing leaves the machine. */
async function openPage(origin = ORIGIN, prepare = async (_page: Page) => {}): Promise<Page> {
  const context = await browser.newContext();
  await context.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url());
    const file = join(ROOT, pathname);
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: HTML });
    if (!existsSync(file)) return route.fulfill({ status: 404 });
    return route.fulfill({ contentType: 'text/javascript', body: readFileSync(file, 'utf8') });
  });
  const opened = await context.newPage();
  await prepare(opened);
  await opened.goto(`${origin}/`);
  await opened.waitForFunction(() => 'built' in globalThis);
  return opened;
}

/** Runs one promise of the contract in the page; the answer is what was broken. */
const keep = (name: string) =>
  page.evaluate(async (wanted) => {
    const one = built.storeContract(built.idbStore).find((each) => each.name === wanted);
    try {
      await one?.run();
      return 'kept';
    } catch (error) {
      return String(error);
    }
  }, name);

describe('rule 14: the store in real Chromium', () => {
  beforeAll(async () => {
    browser = await openBrowser();
    page = await openPage();
  });
  afterAll(() => browser?.close());

  // The names are known here; the promises are kept there.
  for (const { name } of storeContract(() => Promise.reject(new Error('the store is in the page'))))
    test(name, async () => expect(await keep(name)).toBe('kept'));

  test('a full disk is refused with quota and changes nothing', async () => {
    // Chromium remembers for a while how much room an origin has: one that never asked before is told at once.
    const full = await openPage('https://full.test', async (opened) => {
      const session = await opened.context().newCDPSession(opened);
      await session.send('Storage.overrideQuotaForOrigin', { origin: 'https://full.test', quotaSize: 1_000_000 });
    });
    const found = await full.evaluate(async () => {
      const store = await built.idbStore('full');
      await store.transact([], () => [{ put: ['a'], value: 1 }]);
      const noise = Array.from({ length: 200_000 }, () => Math.random().toString(36)).join('');
      const refused = await store
        .transact([], () => [
          { put: ['a'], value: 2 },
          { put: ['b'], value: noise },
        ])
        .then(
          () => 'taken',
          (error: { code: string }) => error.code,
        );
      const rows: readonly { key: unknown; value: unknown }[] = await store.list([]);
      return [refused, rows.map(({ key, value }) => [key, String(value).slice(0, 9)])];
    });
    expect(found).toEqual(['quota', [[['a'], '1']]]);
  });

  test('another tab of a newer version may upgrade or delete the database: the handle lets go and opens anew', async () => {
    const other = await page.context().newPage();
    await other.goto(`${ORIGIN}/`);
    await page.evaluate(async () => {
      const store = await built.idbStore('shared');
      await store.transact([], () => [{ put: ['a'], value: 1 }]);
      Object.assign(globalThis, { held: store });
    });
    const deleted = await other.evaluate(
      () =>
        new Promise((resolve) => {
          const request = indexedDB.deleteDatabase('shared');
          request.onsuccess = () => resolve('deleted');
          request.onblocked = () => resolve('blocked');
        }),
    );
    expect(deleted).toBe('deleted');
    const after = await page.evaluate(() =>
      (globalThis as unknown as { held: { list(prefix: string[]): Promise<unknown> } }).held.list([]),
    );
    expect(after).toEqual([]);
  });
});
