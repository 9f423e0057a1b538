import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type ChromiumProcess, startChromium } from './chromium-process.ts';
import { openClient, openClientShop, ownTexts, type PageParts, settled } from './client-page.ts';
import { openInn } from './inn.ts';
import { textsInLog } from './log-of.ts';

/** Times that the browser is killed: 5, and 50 in `npm run test:long`. */
const KILLS = Number(process.env['XIAOER_KILLS'] ?? 5);

/** What `send()` has resolved for. */
interface Accepted {
  readonly id: string;
  readonly text: string;
}

/** Ops of which the client said that they were not stored: on a busy machine IndexedDB may take too long to open. */
const unstored = 0;

/** Sends until the browser is killed, `ms` after the first op was accepted; tells what was accepted by then. */
async function killInMidSend(chromium: ChromiumProcess, round: number, ms: number): Promise<readonly Accepted[]> {
  const { page } = chromium;
  const accepted: Accepted[] = [];
  let first: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => {
    first = resolve;
  });
  await page.exposeBinding('accepted', (_source, id: string, text: string) => {
    accepted.push({ id, text });
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

test(`rules 1 and 4: the browser is killed with -9 in mid-send ${KILLS} times; what send() had accepted is in the log once, in order`, {
  timeout: 120_000 + KILLS * 15_000,
}, async () => {
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

  const accepted: Accepted[] = [];
  for (let round = 0; round < KILLS; round++) {
    chromium = await startChromium(profile);
    await openClient(chromium.page, shop, inn.address);
    // At other moments each time: from within the first transactions to after the first answers.
    accepted.push(...(await killInMidSend(chromium, round, (round * 67) % 200)));
  }

  chromium = await startChromium(profile);
  await openClient(chromium.page, shop, inn.address);
  // The server takes two new ops a second of one shopper.
  await settled(chromium.page, 60_000 + accepted.length * 600);
  const shown = await ownTexts(chromium.page);
  const log = await textsInLog(inn);

  const recorded = new Set(log.map(({ id }) => id));
  expect(
    accepted.filter(({ id }) => !recorded.has(id)),
    `accepted, and not in the log; ${unstored} were said not to be stored`,
  ).toEqual([]);
  expect(log.length, 'each once').toBe(recorded.size);
  expect(new Set(log.map(({ conversation }) => conversation)).size, 'conversations').toBe(1);
  const missing = accepted.filter(({ id, text }) => !shown.some((own) => own.id === id && own.text === text));
  expect(missing, 'accepted, and not on the screen').toEqual([]);
  const texts = shown.map(({ text }) => text);
  expect(texts, 'in order of composition, each once').toEqual([...new Set(texts)].sort());
  expect(
    log.map(({ id, seq }) => `${seq} ${id}`),
    'the log holds what the screen shows',
  ).toEqual(shown.map(({ id, seq }) => `${seq} ${id}`));
  expect(accepted.length + unstored).toBeGreaterThanOrEqual(KILLS);
  expect(accepted.length, 'stored').toBeGreaterThan(unstored);
});
