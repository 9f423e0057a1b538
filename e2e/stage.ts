import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { openBrowser } from './browser.ts';
import { type Inn, type InnOptions, openInn } from './inn.ts';

/** Where a file's stories play: one server with a database of its own, and one browser, opened before and closed after. */
export interface Stage {
  readonly inn: Inn;
  readonly browser: Browser;
}

/** Sets the stage for the stories of a file or a `describe`. */
export function stage(options?: InnOptions): Stage {
  const open: { inn?: Inn; browser?: Browser } = {};
  beforeAll(async () => {
    [open.inn, open.browser] = await Promise.all([openInn(options), openBrowser()]);
  });
  afterAll(async () => {
    await open.browser?.close();
    await open.inn?.close();
  });
  return open as Stage;
}
