import { appendFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type ChromiumProcess, startChromium } from './chromium-process.ts';
import { openClient, openClientShop, ownTexts, type PageParts, send, settled } from './client-page.ts';
import { openInn } from './inn.ts';
import { textsInLog } from './log-of.ts';

/** Times that the browser is killed: 5, and 50 in `npm run test:long`. */
const KILLS = Number(process.env['XIAOER_KILLS'] ?? 5);

/** What `send()` has resolved for. */
interface Accepted {
  readonly id: string;
  readonly text: string;
  /** The client said that it could not store it: on a busy machine IndexedDB may take too long to open. */
  readonly unsaved: boolean;
}

/** Sends until the browser is killed, `ms` after the first op was accepted; tells what was accepted by then. */
async function killInMidSend(chromium: ChromiumProcess, round: number, ms: number): Promise<readonly Accepted[]> {
  const { page } = chromium;
  const accepted: Accepted[] = [];
  let first: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => {
    first = resolve;
  });
  await page.exposeBinding('accepted', (_source, id: string, text: string, unsaved: boolean) => {
    accepted.push({ id, text, unsaved });
    first();
  });
  const sending = page.evaluate(
    async (round) => {
      const { client } = globalThis as unknown as PageParts;
      const { accepted } = globalThis as unknown as {
        accepted(id: string, text: string, unsaved: boolean): Promise<void>;
      };
      for (let n = 0; ; n++) {
        // Three at once, so that the next one is in its transaction when the one before it is told.
        const texts = [0, 1, 2].map((k) => `round ${round} line ${String(3 * n + k).padStart(3, '0')}`);
        await Promise.all(
          texts.map(async (text) => {
            const id = await client.send('text', { text });
            const own = client.messages.value.find((row) => row.id === id);
            // What could not be stored says so, and dies with the page (rule 1).
            void accepted(id, text, own?.unsaved === true);
          }),
        );
        await new Promise((resolve) => setTimeout(resolve, 60));
      }
    },
    String(round).padStart(3, '0'),
  );
  // It ends with the browser.
  sending.catch(() => undefined);
  await begun;
  await new Promise((resolve) => setTimeout(resolve, ms));
  await chromium.kill();
  return accepted;
}

/** A browser profile, a page and a server of their own; the browser can be started again and again. */
async function openLives() {
  const profile = await mkdtemp(join(tmpdir(), 'xiaoer-profile-'));
  const shop = await openClientShop();
  const inn = await openInn({ env: { ORIGINS: shop.origin } });
  let chromium: ChromiumProcess | undefined;
  onTestFinished(async () => {
    await chromium?.kill();
    await inn.close();
    shop.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });
  const live = async (): Promise<ChromiumProcess> => {
    chromium = await startChromium(profile);
    await openClient(chromium.page, shop, inn.address);
    return chromium;
  };
  return { profile, inn, live };
}

test(`rules 1 and 4: the browser is killed with -9 in mid-send ${KILLS} times; what send() had accepted is in the log once, in order`, {
  timeout: 120_000 + KILLS * 15_000,
}, async ({ annotate }) => {
  const { inn, live } = await openLives();
  /** What must be in the log, and of it what must be on the screen. */
  let stored: readonly Accepted[] = [];
  let own: readonly Accepted[] = [];
  let unsaved = 0;
  let discards = 0;
  const judge = async (chromium: ChromiumProcess, accepted: readonly Accepted[]) => {
    if (chromium.discarded()) {
      // At its start the browser has thrown away what lives before had stored (docs/offline.md): only the server has it.
      const recorded = new Set((await textsInLog(inn)).map(({ id }) => id));
      stored = stored.filter(({ id }) => recorded.has(id));
      own = [];
      discards++;
    }
    const saved = accepted.filter((one) => !one.unsaved);
    unsaved += accepted.length - saved.length;
    stored = [...stored, ...saved];
    own = [...own, ...saved];
  };
  for (let round = 0; round < KILLS; round++) {
    const chromium = await live();
    // At other moments each time: from within the first transactions to after the first answers.
    await judge(chromium, await killInMidSend(chromium, round, (round * 67) % 200));
  }

  const last = await live();
  // The server takes two new ops a second of one shopper.
  await settled(last.page, 60_000 + stored.length * 600);
  await judge(last, []);
  const shown = await ownTexts(last.page);
  const log = await textsInLog(inn);
  await annotate(
    `${stored.length} stored, ${unsaved} said not to be, ${discards} databases thrown away by the browser`,
  );

  const recorded = new Set(log.map(({ id }) => id));
  expect(
    stored.filter(({ id }) => !recorded.has(id)),
    'accepted, and not in the log',
  ).toEqual([]);
  expect(log.length, 'each once').toBe(recorded.size);
  const missing = own.filter(({ id, text }) => !shown.some((one) => one.id === id && one.text === text));
  expect(missing, 'accepted, and not on the screen').toEqual([]);
  const texts = shown.map(({ text }) => text);
  expect(texts, 'in order of composition, each once').toEqual([...new Set(texts)].sort());
  const here = log.find(({ id }) => id === shown[0]?.id)?.conversation;
  expect(
    log.filter(({ conversation }) => conversation === here).map(({ id, seq }) => `${seq} ${id}`),
    'the log holds what the screen shows',
  ).toEqual(shown.map(({ id, seq }) => `${seq} ${id}`));
  // Who can store nothing is somebody else; so is who has lost everything.
  if (!unsaved) expect(new Set(log.map(({ conversation }) => conversation)).size).toBeLessThanOrEqual(1 + discards);
  expect(stored.length + unsaved).toBeGreaterThanOrEqual(KILLS);
  expect(stored.length, 'stored').toBeGreaterThan(unsaved);
  expect(discards, 'databases thrown away').toBeLessThanOrEqual(Math.ceil(KILLS / 10));
});

test('a torn write: Chromium reads the database once more, then throws it away; the client begins anew', async () => {
  const { profile, inn, live } = await openLives();
  const said = async (chromium: ChromiumProcess, text: string) => {
    await send(chromium.page, [text]);
    await settled(chromium.page);
    const texts = (await ownTexts(chromium.page)).map((one) => one.text);
    await chromium.kill();
    return [chromium.discarded(), ...texts];
  };
  expect(await said(await live(), 'one')).toEqual([false, 'one']);
  const folder = join(profile, 'Default', 'IndexedDB');
  const database = (await readdir(folder)).find((name) => name.endsWith('.leveldb')) ?? '';
  const logs = (await readdir(join(folder, database))).filter((name) => name.endsWith('.log')).sort();
  // The header of a record of 200 bytes that never came: the process died between two writes.
  await appendFile(join(folder, database, logs.at(-1) ?? ''), Buffer.from([1, 2, 3, 4, 200, 0, 1]));
  expect(await said(await live(), 'two')).toEqual([false, 'one', 'two']);
  expect(await said(await live(), 'three')).toEqual([true, 'three']);
  expect((await textsInLog(inn)).map(({ conversation, seq }) => [conversation, seq > 0])).toEqual([
    [1, true],
    [1, true],
    [2, true],
  ]);
});
