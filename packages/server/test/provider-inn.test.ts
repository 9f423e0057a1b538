import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { type Config, readConfig } from '../src/config.ts';
import { createSqliteLog } from '../src/engines/sqlite-log.ts';
import type { ProviderSettings } from '../src/provider/settings.ts';
import { factWith, openModel, streamOf } from './fake-model.ts';
import { makeFolder } from './folder.ts';
import { append, dial, hello, openInn } from './inn.ts';

const CONVERSATION = 'c'.repeat(22);
const LOUD = 'is it loud when I turn over in bed';

const SHOP = {
  'mapping.json': { shop: { id: 'inn', name: 'The Inn', locales: ['en'], currency: 'CNY' } },
  'products.json': [
    {
      id: 'quilt',
      title: 'Silk quilt',
      price: { amount: 89_900, currency: 'CNY' },
      attributes: [{ name: 'Noise', value: 'Does not rustle at night' }],
    },
  ],
  'answers.json': [
    { id: 'fee', question: 'How much is shipping?', answer: 'Shipping is free from ¥88.' },
    {
      id: 'moth',
      question: 'How do I store wool over the summer?',
      answer: 'Put it into the cotton bag with a cedar block.',
    },
  ],
};

/** The settings as a merchant writes them. */
const settings = (url: string, more: NodeJS.ProcessEnv = {}): ProviderSettings | undefined =>
  readConfig({ PROVIDER_URL: url, PROVIDER_MODEL: 'fake', PROVIDER_KEY: 'sk-1', ...more }, []).provider;

/** A shopper at an inn with a model: asks, and reads what comes until the turn is over. */
async function visit(provider: ProviderSettings | undefined, more: Partial<Config> = {}) {
  const inn = await openInn({ shop: makeFolder(SHOP), provider, ...more });
  const line = await dial(inn, '/ws');
  line.send(hello({ secret: 's'.repeat(43), locale: 'en' }));
  await line.next('welcome');
  let n = 0;
  const say = async (text: string, about?: string) => {
    const id = `q${++n}`;
    line.send(append(CONVERSATION, id, text, { body: { text, ...(about ? { about: { product: about } } : {}) } }));
    await line.next((frame) => JSON.stringify(frame).includes('"hidden"'));
  };
  const log = createSqliteLog(inn.store);
  const events = async () => log.read(CONVERSATION, 0, 50);
  const bot = async () =>
    (await events())
      .filter(({ from }) => from.role === 'bot')
      .map(({ kind, body }) => [kind, body['text'] ?? body['decision']]);
  return { inn, say, events, bot, line };
}

test('a sentence is on the screen before the next is written, and the log has one opening, one final, one trace', async () => {
  let goOn = (): void => undefined;
  const model = await openModel((request) =>
    request.stage !== 'answer'
      ? '0'
      : (response) => {
          const noise = `The Silk quilt does not rustle at night [${factWith(request, 'rustle')}]. `;
          const price = `It is ¥899 [${factWith(request, '¥899')}]. It is ¥1 [1]. `;
          response.writeHead(200, { 'content-type': 'text/event-stream' });
          response.write(streamOf([`${noise}It`], false));
          goOn = () => {
            response.write(streamOf([price.slice(2)], false));
            goOn = () => response.end(streamOf([' It']));
          };
        },
  );
  const { say, bot, line, events } = await visit(settings(model.url));
  const whole = say(LOUD, 'quilt');
  const opening = await line.next((frame) => JSON.stringify(frame).includes('"streaming":true'));
  expect(JSON.stringify(opening)).toContain('The Silk quilt does not rustle at night.');
  expect(await bot()).toEqual([['text', 'The Silk quilt does not rustle at night.']]);
  goOn();
  const delta = await line.next((frame) => frame.t === 'signal' && JSON.stringify(frame).includes('¥899'));
  expect(JSON.stringify(delta)).not.toContain('¥1');
  goOn();
  await whole;
  expect(await bot()).toEqual([
    ['text', 'The Silk quilt does not rustle at night.'],
    ['final', 'The Silk quilt does not rustle at night. It is ¥899.'],
    ['trace', 'written'],
  ]);
  const trace = (await events()).find(({ kind }) => kind === 'trace')?.body;
  expect(trace?.['provider']).toMatchObject([
    { stage: 'rank', decided: 'none' },
    { stage: 'answer', decided: '2 said', dropped: [{ why: 'price', text: 'It is ¥1.' }] },
  ]);
  expect((trace?.['understood'] as readonly string[] | undefined)?.[1]).toMatch(
    /^provider answer \d+ ms: 2 said \(price\)$/,
  );
});

test('it stalls: the embedded reply is there within a second and a half, once, and the next turn goes on', async () => {
  const model = await openModel(() => () => undefined);
  const { say, bot } = await visit(settings(model.url, { PROVIDER_DEADLINE_MS: '300' }));
  await say(LOUD, 'quilt');
  const [[kind, text] = [], ...rest] = await bot();
  expect([kind, String(text).slice(0, 28)]).toEqual(['choices', 'I am not sure about that and']);
  expect(rest).toEqual([['trace', 'unknown']]);
  await say('How much is shipping?');
  expect((await bot()).slice(2)).toEqual([
    ['text', 'Shipping is free from ¥88.'],
    ['trace', 'answer'],
  ]);
  expect(model.asked).toHaveLength(1);
});

test('on a replay set it must not be worse: one that chooses wrongly is off, one that is right is on', async () => {
  const folder = makeFolder({
    'replay.csv':
      'text,answer\nwill my cedar thing keep moths away,moth\nHow much is shipping?,fee\nwho won the match,none\n',
  });
  const replay = { PROVIDER_REPLAY: join(folder, 'replay.csv') };
  const choosing = (right: boolean) =>
    openModel(({ stage, data }) => {
      const about = data.message.includes('cedar') ? (right ? 'wool' : 'shipping') : right ? '-' : 'wool';
      return stage === 'rank' ? String(data.candidates?.find(({ text }) => text.includes(about))?.n ?? 0) : 'NONE';
    });
  const cedar = 'will my cedar thing keep moths away';

  const bad = await choosing(false);
  const written: string[] = [];
  const stderr = vi.spyOn(process.stderr, 'write').mockImplementation((line) => written.push(String(line)) > 0);
  const worse = await visit(settings(bad.url, replay), { logLevel: 'warn' });
  await vi.waitFor(() => expect(written.join('')).toContain('provider.off'), 20_000);
  stderr.mockRestore();
  expect(JSON.parse(written.find((line) => line.includes('provider.off')) ?? '{}')).toMatchObject({
    rows: 3,
    embedded: '1/1',
    provided: '1/3',
  });
  const tried = bad.asked.length;
  await worse.say(cedar);
  expect(await worse.bot()).toMatchObject([
    ['choices', expect.stringMatching(/^I am not sure/)],
    ['trace', 'unknown'],
  ]);
  expect(bad.asked).toHaveLength(tried);

  const good = await choosing(true);
  const better = await visit(settings(good.url, replay));
  // Three rows, of which one is above the band: a choice each for the other two, and one answer that is none.
  await vi.waitFor(() => expect(good.asked.length).toBeGreaterThanOrEqual(3), 20_000);
  const kept = () =>
    better.inn.store.reader.prepare("SELECT value FROM meta WHERE name = 'provider-trial'").get()?.['value'];
  await vi.waitFor(() => expect(JSON.parse(String(kept())).keep).toBe(true), 20_000);
  await better.say(cedar);
  expect(await better.bot()).toEqual([
    ['text', 'Put it into the cotton bag with a cedar block.'],
    ['trace', 'answer'],
  ]);
});

test('what is set wrongly is told with what to write', () => {
  const wrong = (env: NodeJS.ProcessEnv) => () => readConfig(env, []);
  expect(wrong({ PROVIDER_URL: 'https://api.example/v1' })).toThrow('PROVIDER_URL and PROVIDER_MODEL belong together');
  expect(wrong({ PROVIDER_KEY: 'sk-1' })).toThrow('PROVIDER_URL names where the language model is');
  expect(wrong({ PROVIDER_URL: 'api.example', PROVIDER_MODEL: 'm' })).toThrow('PROVIDER_URL: write the address');
  expect(wrong({ PROVIDER_URL: 'https://key@api.example/v1', PROVIDER_MODEL: 'm' })).toThrow(
    'write the key into PROVIDER_KEY',
  );
  const set = { PROVIDER_URL: 'https://api.example/v1', PROVIDER_MODEL: 'm' };
  expect(wrong({ ...set, PROVIDER_DEADLINE_MS: '5000' })).toThrow(
    'PROVIDER_DEADLINE_MS: write a whole number from 200 to 1500',
  );
  expect(wrong({ ...set, PROVIDER_BODY: '[1]' })).toThrow('PROVIDER_BODY: write a JSON object');
  expect(wrong({ ...set, PROVIDER_REPLAY: '/nowhere/replay.csv' })).toThrow('there is no such file');
  const folder = makeFolder();
  writeFileSync(join(folder, 'r.csv'), 'question,id\na,b\n');
  expect(wrong({ ...set, PROVIDER_REPLAY: join(folder, 'r.csv') })).toThrow('there is no column "text"');
  expect(readConfig(set, []).provider).toMatchObject({
    deadlineMs: 1_400,
    limits: { callsPerDay: 2_000 },
    key: undefined,
  });
  expect(readConfig({}, []).provider).toBeUndefined();
});
