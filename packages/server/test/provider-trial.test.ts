import { buildKnowledge, DEFAULT_STAGES, turn } from '@xiaoer/assistant';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openProvider } from '../src/provider/open-provider.ts';
import type { Provider } from '../src/provider/provider.ts';
import { ProviderError } from '../src/provider/provider.ts';
import { SHOP } from './provider-turns.ts';

const ROWS = [
  { text: 'will my cedar thing keep moths away', label: 'moth' },
  { text: 'could my brother fetch it', label: 'pick' },
  { text: 'who won the match', label: 'none' },
];

/** One row of a table, as the store keeps it. */
function makeStore() {
  const rows = new Map<string, string>();
  return {
    rows,
    run: async (_sql: string, name: unknown, value: unknown) => rows.set(String(name), String(value)).size,
    reader: {
      prepare: () => ({ get: (name: string) => (rows.has(name) ? { value: rows.get(name) } : undefined) }),
    } as never,
  };
}

async function open(provider: Provider, store = makeStore(), rows = ROWS) {
  // A library that is there and says nothing.
  const knowledge = buildKnowledge(SHOP, () => ({ read: () => undefined }) as never);
  const log: string[] = [];
  const limits = { callsPerConversation: 9, tokensPerConversation: 99_999, callsPerDay: 9, tokensPerDay: 99_999 };
  const settings = { url: 'http://model', model: provider.name, deadlineMs: 1_000, limits, replay: rows };
  const parts = { settings, store, now: () => 0, monotonic: () => 0, provider };
  const write = (level: string, name: string, fields?: object) =>
    void log.push(`${level} ${name} ${JSON.stringify(fields)}`);
  const opened = openProvider({ ...parts, log: write });
  onTestFinished(opened.close);
  opened.assistOf({ knowledge, turn, stages: DEFAULT_STAGES });
  return { log, store };
}

/** A model that knows which of the answers a word stands for. */
function knows(words: Readonly<Record<string, string>>): Provider & { asked: number } {
  const provider = {
    name: 'fake',
    asked: 0,
    async rank({ message, candidates }: { message: string; candidates: readonly { text: string }[] }) {
      provider.asked++;
      const about = Object.entries(words).find(([word]) => message.includes(word))?.[1];
      return { value: about === undefined ? 0 : candidates.findIndex(({ text }) => text.includes(about)) + 1 };
    },
  };
  return provider;
}

test('what a trial came to is remembered until the set, the model or the answers change', async () => {
  const right = knows({ cedar: 'wool', brother: 'collect' });
  const first = await open(right);
  await vi.waitFor(() => expect(first.log).toHaveLength(1));
  expect(first.log).toEqual(['info provider.tried {"model":"fake","rows":3,"embedded":"0/0","provided":"2/2"}']);
  expect(right.asked).toBe(3);
  await vi.waitFor(() => expect(first.store.rows.has('provider-trial')).toBe(true));
  const again = await open(right, first.store);
  expect([right.asked, again.log]).toEqual([3, []]);
  await open(right, first.store, ROWS.slice(1));
  await vi.waitFor(() => expect(right.asked).toBe(5));
});

test('one answer of three wrong is less than nine in ten: off', async () => {
  const { log } = await open(knows({ cedar: 'wool', brother: 'collect', match: 'shipping' }));
  await vi.waitFor(() => expect(log).toHaveLength(1));
  expect(log[0]).toBe('warn provider.off {"model":"fake","rows":3,"embedded":"0/0","provided":"2/3"}');
});

test('a trial whose calls fail says nothing: it is begun again later, and nobody is asked meanwhile', async () => {
  const { log, store } = await open({ name: 'fake', rank: () => Promise.reject(new ProviderError('http-500')) });
  await vi.waitFor(() => expect(log.some((line) => line.includes('provider.not-tried'))).toBe(true));
  expect(log.at(-1)).toContain('3 of 3 calls failed');
  expect(store.rows.has('provider-trial')).toBe(false);
});
