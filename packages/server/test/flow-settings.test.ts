import { expect, test } from 'vitest';
import { createSqliteLog } from '../src/engines/sqlite-log.ts';
import { agentCookie, append, ask, dial, hello, openInn, ownOrigin } from './inn.ts';
import { conversationId } from './made-up.ts';
import { secretOf } from './upload-calls.ts';

const NOTE = {
  flow: 1,
  id: 'gift-note',
  title: 'a gift note',
  phrases: 'add a gift note',
  slots: { note: { type: 'text', label: 'Note', ask: 'What shall it say?' } },
  steps: [{ ask: 'note' }, { say: 'Noted.' }],
};
const text = (flow: object) => JSON.stringify(flow, null, 2);

async function open() {
  const server = await openInn();
  const cookie = await agentCookie(server, 'Mei', 'admin');
  const headers = { cookie, origin: ownOrigin(server) };
  let n = 0;
  const post = async (path: string, body: object) => {
    const got = await ask(server, `/desk/api${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    return { status: got.status, body: JSON.parse(got.text) };
  };
  return {
    server,
    post,
    list: async () => JSON.parse((await ask(server, '/desk/api/flows', { headers })).text),
    save: (...changes: object[]) => post('/settings/versions', { id: `save-${++n}`, changes }),
    undo: (version: number) => post('/settings/undo', { id: `undo-${++n}`, version }),
  };
}

test('lists what comes along and what is the shop’s own, and checks a text to the very line', async () => {
  const { list, post, save } = await open();
  const before = await list();
  expect(before.flows.map(({ id }: { id: string }) => id)).toContain('cancel-order');
  expect(before.flows[0]).toMatchObject({ from: 'shipped', below: 'shipped', off: false, flow: { flow: 1 } });
  expect(before.tools).toContain('orders.change-address');
  const wrong = text({ ...NOTE, steps: [{ ask: 'note' }, { ask: 'nothing' }] });
  expect((await post('/flows/check', { text: wrong })).body.problems).toEqual([
    { line: 18, column: 14, pointer: '/steps/1/ask', message: 'there is no slot “nothing”' },
  ]);
  expect((await post('/flows/check', { text: text(NOTE) })).body).toMatchObject({
    problems: [],
    flow: { id: 'gift-note' },
  });
  expect((await post('/flows/check', { text: 7 })).status).toBe(400);
  for (const change of [
    { place: 'flows/gift-note', to: wrong },
    { place: 'flows/other', to: text(NOTE) },
    { place: 'flows/gift-note', to: NOTE },
    { place: 'flows-off/gift-note', to: 'yes' },
    { place: 'flows-off/ no', to: true },
  ])
    expect([change.place, (await save({ do: 'set', ...change })).status]).toEqual([change.place, 400]);
  expect((await save({ do: 'set', place: 'flows/gift-note', to: text(NOTE) })).status).toBe(200);
  const row = (await list()).flows.find(({ id }: { id: string }) => id === 'gift-note');
  expect(row).toMatchObject({ from: 'desk', below: null, off: false, text: text(NOTE) });
});

test('a saved flow is asked at once, one that is off no more, and undoing brings it back; all without a restart', async () => {
  const { server, save, undo } = await open();
  const line = await dial(server, '/ws');
  line.send(hello({ secret: secretOf('mei'), locale: 'en' }));
  await line.next('welcome');
  const log = createSqliteLog(server.store);
  const room = conversationId('flows');
  let n = 0;
  const say = async (words: string): Promise<string> => {
    const head = (await log.head(room))?.head ?? 0;
    line.send(append(room, `a${++n}`, words));
    await line.next((frame) => frame.t === 'events' && JSON.stringify(frame).includes('"hidden"'));
    return JSON.stringify(
      (await log.read(room, head, 50)).filter(({ from, kind }) => from.role === 'bot' && kind !== 'hidden'),
    );
  };
  expect(await say('add a gift note')).not.toContain('What shall it say?');
  await save({ do: 'set', place: 'flows/gift-note', to: text(NOTE) });
  expect(await say('add a gift note')).toContain('What shall it say?');
  // Who is in the middle goes on to the end, also of one that is switched off meanwhile.
  const off = await save({ do: 'set', place: 'flows-off/gift-note', to: true });
  expect(await say('happy birthday')).toContain('Noted.');
  expect(await say('add a gift note')).not.toContain('What shall it say?');
  expect((await undo(off.body.version)).status).toBe(200);
  expect(await say('add a gift note')).toContain('What shall it say?');
  const longer = {
    ...NOTE,
    slots: { who: { type: 'text', label: 'For', ask: 'For whom?' }, ...NOTE.slots },
    steps: [{ ask: 'who' }, ...NOTE.steps],
  };
  await save({ do: 'set', place: 'flows/gift-note', to: text(longer) });
  expect(await say('happy birthday')).toMatch(/just changed how this is done.*For whom\?/);
});
