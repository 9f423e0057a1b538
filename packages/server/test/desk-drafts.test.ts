import { expect, test } from 'vitest';
import { createSqliteLog } from '../src/engines/sqlite-log.ts';
import { makeFolder } from './folder.ts';
import { agentCookie, append, ask, dial, hello, openInn, ownOrigin } from './inn.ts';

const SECRET = 's'.repeat(43);
const CONVERSATION = 'c'.repeat(22);

/** A shop where people answer what is asked about postage, with what the assistant drafts. */
const SHOP = {
  'mapping.json': {
    shop: {
      id: 'inn',
      name: 'The Inn',
      locales: ['en'],
      currency: 'CNY',
      service: { rules: [{ mode: 'assisted', intents: ['shipping.*'] }] },
    },
  },
  'answers.json': [{ id: 'fee', question: 'How much is shipping?', answer: 'Shipping is free from ¥88.' }],
};

test('assisted: the shopper is given to a person, who finds what the assistant would say, and drafts after that', async () => {
  const inn = await openInn({ shop: makeFolder(SHOP) });
  const cookie = await agentCookie(inn);
  const drafts = async () => {
    const { status, text } = await ask(inn, `/desk/api/drafts?conversation=${CONVERSATION}`, { headers: { cookie } });
    return status === 200 ? JSON.parse(text).drafts : status;
  };
  const desk = await dial(inn, '/desk/ws', { origin: ownOrigin(inn), cookie });
  desk.send(hello());
  await desk.next('welcome');
  const line = await dial(inn, '/ws');
  line.send(hello({ secret: SECRET, locale: 'en' }));
  await line.next('welcome');
  expect(await drafts()).toBe(404);
  line.send(append(CONVERSATION, 'a1', 'How much is shipping?'));
  await line.next((frame) => JSON.stringify(frame).includes('"hidden"'));
  const said = JSON.stringify(await createSqliteLog(inn.store).read(CONVERSATION, 0, 20));
  expect(said).toContain('A colleague will answer you on this');
  expect(said).toContain('"replies":["Shipping is free from ¥88."');
  // What was asked has its reply in the summary; the next question has a draft.
  expect(await drafts()).toEqual([]);
  line.send(append(CONVERSATION, 'a2', 'what does delivery cost then?'));
  await line.next((frame) => frame.t === 'ack' && frame['id'] === 'a2');
  expect(await drafts()).toEqual([{ id: expect.stringMatching(/^draft:\d+$/), text: 'Shipping is free from ¥88.' }]);
  expect((await ask(inn, `/desk/api/drafts?conversation=${CONVERSATION}`)).status).toBe(401);
});
