import { expect, onTestFinished, test } from 'vitest';
import { openBrowser, openVisitor } from './browser.ts';
import { openClientShop, type PageParts } from './client-page.ts';
import { openInn } from './inn.ts';
import { linksOf } from './log-of.ts';

const ROUNDS = 200;

/** What a page holds at a moment. */
type Held = Readonly<Record<'timers' | 'listeners' | 'sockets' | 'databases' | 'channels' | 'locks', number>>;

/** Puts a counter around everything of the page that one can take and must give back. Runs before the page's own code. */
function countWhatIsHeld(): void {
  const timers = new Set<number>();
  const listeners = new Map<string, AbortSignal | undefined>();
  const sockets = new Set<WebSocket>();
  const databases = new Set<IDBDatabase>();
  const channels = new Set<BroadcastChannel>();

  for (const [start, stop, once] of [
    ['setTimeout', 'clearTimeout', true],
    ['setInterval', 'clearInterval', false],
  ] as const) {
    const [begin, end] = [window[start].bind(window), window[stop].bind(window)];
    Object.assign(window, {
      [start](task: () => void, ms?: number) {
        const timer = begin(() => {
          if (once) timers.delete(timer);
          task();
        }, ms) as unknown as number;
        timers.add(timer);
        return timer;
      },
      [stop](timer: number) {
        timers.delete(timer);
        end(timer);
      },
    });
  }

  const names = new WeakMap<object, number>();
  let named = 0;
  const name = (thing: object) => {
    if (!names.has(thing)) names.set(thing, ++named);
    return names.get(thing);
  };
  for (const target of [window, document]) {
    const [add, remove] = [target.addEventListener.bind(target), target.removeEventListener.bind(target)];
    const key = (type: string, listener: object, how: unknown) =>
      `${target === window} ${type} ${name(listener)} ${how === true || (how as AddEventListenerOptions)?.capture === true}`;
    target.addEventListener = (
      type: string,
      listener: EventListenerOrEventListenerObject,
      how?: boolean | AddEventListenerOptions,
    ) => {
      listeners.set(key(type, listener, how), typeof how === 'object' ? how.signal : undefined);
      add(type, listener, how);
    };
    target.removeEventListener = (
      type: string,
      listener: EventListenerOrEventListenerObject,
      how?: boolean | EventListenerOptions,
    ) => {
      listeners.delete(key(type, listener, how));
      remove(type, listener, how);
    };
  }

  window.WebSocket = class extends WebSocket {
    constructor(address: string | URL) {
      super(address);
      sockets.add(this);
    }
  };
  window.BroadcastChannel = class extends BroadcastChannel {
    constructor(name: string) {
      super(name);
      channels.add(this);
    }
    override close() {
      channels.delete(this);
      super.close();
    }
  };
  const open = indexedDB.open.bind(indexedDB);
  indexedDB.open = (...args) => {
    const request = open(...args);
    request.addEventListener('success', () => databases.add(request.result));
    return request;
  };
  const close = IDBDatabase.prototype.close;
  IDBDatabase.prototype.close = function () {
    databases.delete(this);
    close.call(this);
  };

  Object.assign(window, {
    held: async (): Promise<Held> => {
      const { held = [], pending = [] } = await navigator.locks.query();
      return {
        timers: timers.size,
        listeners: [...listeners.values()].filter((signal) => !signal?.aborted).length,
        sockets: [...sockets].filter(({ readyState }) => readyState !== WebSocket.CLOSED).length,
        databases: databases.size,
        channels: channels.size,
        locks: held.length + pending.length,
      };
    },
  });
}

test(`destroy() leaves nothing: ${ROUNDS} clients are made and destroyed at every stage of their life`, async () => {
  const [browser, shop] = await Promise.all([openBrowser(), openClientShop()]);
  const inn = await openInn({ env: { ORIGINS: shop.origin } });
  const { context, page, trouble } = await openVisitor(browser);
  onTestFinished(async () => {
    await browser.close();
    await inn.close();
    shop.close();
  });
  await context.addInitScript(countWhatIsHeld);
  await page.goto(shop.origin);
  await page.waitForFunction('globalThis.ready');
  const held = () => page.evaluate(() => (globalThis as unknown as { held(): Promise<Held> }).held());
  const before = await held();

  /** How many lives got how far. */
  const reached = await page.evaluate(
    async ({ address, rounds }) => {
      const { makeClient } = globalThis as unknown as PageParts;
      const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
      const reached = { made: 0, connecting: 0, sending: 0, sent: 0, online: 0 };
      const stages = Object.keys(reached) as (keyof typeof reached)[];
      for (let round = 0; round < rounds; round++) {
        const stage = stages[round % stages.length] ?? 'made';
        const client = makeClient(address);
        const stops = [client.on('message:received', () => undefined), client.messages.subscribe(() => undefined)];
        if (stage !== 'made') client.connect();
        const sending = stage === 'sending' || stage === 'sent' ? client.send('text', { text: `life ${round}` }) : null;
        if (stage === 'sent') await sending;
        for (let n = 0; stage === 'online' && client.connection.value.state !== 'online' && n < 500; n++)
          await pause(10);
        if (stage === 'connecting') await pause(round % 20);
        if (stage !== 'online' || client.connection.value.state === 'online') reached[stage]++;
        for (const stop of stops) stop();
        client.destroy();
        // Refused, or stored after all: both are an end.
        await sending?.catch(() => undefined);
      }
      return reached;
    },
    { address: inn.address, rounds: ROUNDS },
  );
  expect(reached).toEqual({ made: 40, connecting: 40, sending: 40, sent: 40, online: 40 });
  await expect.poll(held, { timeout: 10_000 }).toEqual(before);
  await expect.poll(() => linksOf(inn), { timeout: 10_000 }).toBe(0);

  // The count itself can see: a living client holds some of everything.
  await page.evaluate((address) => {
    const parts = globalThis as unknown as PageParts;
    parts.client = parts.makeClient(address);
    parts.client.connect();
  }, inn.address);
  await page.waitForFunction("client.connection.value.state === 'online'");
  const alive = await held();
  for (const part of ['timers', 'listeners', 'sockets', 'databases'] as const)
    expect(alive[part], part).toBeGreaterThan(before[part]);
  await page.evaluate(() => (globalThis as unknown as PageParts).client.destroy());
  await expect.poll(held, { timeout: 10_000 }).toEqual(before);
  expect(trouble).toEqual([]);
});
