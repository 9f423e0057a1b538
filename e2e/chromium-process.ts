import { spawn } from 'node:child_process';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { CHROMIUM_FLAGS, chromiumPath } from './browser.ts';

/** A Chromium on a profile that outlives it. */
export interface ChromiumProcess {
  readonly context: BrowserContext;
  readonly page: Page;
  /** kill -9 to the browser and all its processes, which do not get to say anything to each other. */
  kill(): Promise<void>;
  /** Ends it as a person does, so that everything it holds is written. */
  quit(): Promise<void>;
  /**
   * Whether it has found a database of this profile corrupt and deleted it, as it says in its log. To be asked after
   * {@link ChromiumProcess.kill}, or a while after the page has opened its store.
   */
  discarded(): boolean;
}

/** A page that lives for a while before anybody looks: with a debugger at it Chromium prerenders nothing. */
export interface Unwatched {
  readonly address: string;
  readonly ms: number;
}

/** Starts Chromium on the profile in `folder`, which may be that of one that was killed. */
export async function startChromium(folder: string, unwatched?: Unwatched): Promise<ChromiumProcess> {
  const child = spawn(
    chromiumPath(),
    [
      ...CHROMIUM_FLAGS,
      '--enable-logging=stderr',
      '--remote-debugging-port=0',
      `--user-data-dir=${folder}`,
      unwatched?.address ?? 'about:blank',
    ],
    // A group of its own, so that one signal reaches every process of it.
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const kill = () =>
    new Promise<void>((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return resolve();
      // What it has said is read by then.
      child.once('close', () => resolve());
      process.kill(-child.pid, 'SIGKILL');
    });
  try {
    const address = await new Promise<string>((resolve, reject) => {
      child.stderr.on('data', () => {
        const [, found] = /DevTools listening on (ws:\S+)/.exec(said) ?? [];
        if (found) resolve(found);
      });
      child.once('error', reject);
      child.once('exit', (code) => reject(new Error(`Chromium ended with ${code}:\n${said}`)));
    });
    if (unwatched) await new Promise((resolve) => setTimeout(resolve, unwatched.ms));
    // Without the defaults a page is hidden behind another tab and can be frozen, as in a browser that somebody uses.
    const browser = await chromium.connectOverCDP(address, { noDefaults: true });
    const context = browser.contexts()[0];
    if (!context) throw new Error('Chromium has no profile');
    return {
      context,
      page: (unwatched && context.pages()[0]) ?? (await context.newPage()),
      kill,
      async quit() {
        const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
        const session = await browser.newBrowserCDPSession();
        await session.send('Browser.close').catch(() => undefined);
        await ended;
      },
      discarded: () => /corrupted \(and deleted\) database/.test(said),
    };
  } catch (error) {
    await kill();
    throw error;
  }
}
