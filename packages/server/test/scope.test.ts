import { expect, test } from 'vitest';
import { agentCookie, append, ask, dial, hello, openInn, ownOrigin } from './inn.ts';
import { conversationId } from './made-up.ts';
import { secretOf } from './upload-calls.ts';

const ROOM = conversationId('room');

test('groups bound lists, tickets, orders, drafts, files, uploads and CSV alike; leads see all', async () => {
  const server = await openInn();
  const enter = async (name: string, groups: readonly string[], role: 'agent' | 'lead' = 'agent') => {
    await server.agents.add(name, groups, role);
    const cookie = await agentCookie(server, name);
    const headers = { cookie, origin: ownOrigin(server), 'content-type': 'application/json' };
    const get = (path: string) => ask(server, path, { headers });
    const post = (path: string, body: object) =>
      ask(server, path, { method: 'POST', headers, body: JSON.stringify(body) });
    return { headers, get, post };
  };
  const [tang, wang, boss] = [
    await enter('Tang', ['vip']),
    await enter('Wang', ['sales']),
    await enter('Bo', [], 'lead'),
  ];
  const page = await dial(server, '/ws');
  page.send(hello({ secret: secretOf('mei') }));
  await page.next('welcome');
  page.send(append(ROOM, 'a1', '找人工'));
  await page.next((frame) => frame.t === 'events' && JSON.stringify(frame).includes('"handoff"'));
  const opened = JSON.parse(
    (
      await tang.post('/desk/api/tickets', {
        id: 't1',
        type: 'message',
        group: 'vip',
        fields: { message: 'm', contact: 'c' },
      })
    ).text,
  ) as { ticket?: { number: string } };
  const number = opened.ticket?.number ?? JSON.stringify(opened);
  const line = await dial(server, '/desk/ws', { cookie: tang.headers.cookie, origin: tang.headers.origin });
  line.send(hello());
  await line.next('welcome');
  line.send({ t: 'watch', conversation: ROOM, on: true });
  const reset = await line.next('reset');
  const serving = (reset['serving'] as { seq: number }).seq;
  line.send({ t: 'append', conversation: ROOM, id: 'j', kind: 'handoff', body: { state: 'joined' }, serving });
  const { seq } = await line.next((frame) => frame.t === 'ack' && frame['id'] === 'j');
  line.send({
    t: 'append',
    conversation: ROOM,
    id: 'p',
    kind: 'handoff',
    body: { state: 'requested', group: 'vip' },
    serving: seq,
  });
  await line.next((frame) => frame.t === 'ack' && frame['id'] === 'p');
  const statuses = async ({ headers, get, post }: typeof tang) => [
    (await get(`/desk/api/orders?conversation=${ROOM}`)).status,
    (await get(`/desk/api/drafts?conversation=${ROOM}`)).status,
    (await get(`/desk/api/tickets/draft?conversation=${ROOM}`)).status,
    (await post('/desk/api/reveal', { conversation: ROOM, seq: 1, reason: 'refund' })).status,
    (await get(`/desk/api/tickets/${number}`)).status,
    (await post(`/desk/api/tickets/${number}`, { id: `c${headers.cookie.slice(-9)}`, do: 'comment', text: 'x' }))
      .status,
    (
      await ask(server, `/desk/upload/${'u'.repeat(22)}?conversation=${ROOM}&offset=0&size=4`, {
        method: 'PUT',
        headers,
        body: 'text',
      })
    ).status,
    JSON.parse((await get('/desk/api/tickets')).text).tickets.length,
    (await get('/desk/api/tickets.csv')).text.includes(number),
  ];
  expect(await statuses(tang)).toEqual([200, 200, 200, 200, 200, 200, 200, 1, true]);
  expect(await statuses(wang)).toEqual([404, 404, 404, 404, 404, 404, 403, 0, false]);
  expect(await statuses(boss)).toEqual([200, 200, 200, 200, 200, 200, 200, 1, true]);
  await server.privacy.audit.idle();
  const written = server.privacy.audit.entries(99).map(({ what, detail }) => `${what} ${detail}`);
  expect(written).toContain(`reveal.numbers ${ROOM} 1: refund`);
  expect(written).toContain(`read.ticket ${number}`);
});

test('card numbers reach agents masked, and whole only for a reason', async () => {
  const server = await openInn();
  const cookie = await agentCookie(server);
  const headers = { cookie, origin: ownOrigin(server) };
  const page = await dial(server, '/ws');
  page.send(hello({ secret: secretOf('mei') }));
  await page.next('welcome');
  page.send(append(ROOM, 'a1', '卡 4111111111111111'));
  await page.next('ack');
  const line = await dial(server, '/desk/ws', headers);
  line.send(hello());
  const inbox = await line.next((frame) => frame.t === 'signal' && frame['name'] === 'inbox');
  expect(JSON.stringify(inbox)).toContain('卡 ••••••••••••1111');
  line.send({ t: 'watch', conversation: ROOM, on: true });
  expect(JSON.stringify(await line.next('reset'))).not.toContain('4111111111111111');
  const reveal = (reason: string) =>
    ask(server, '/desk/api/reveal', {
      method: 'POST',
      headers,
      body: JSON.stringify({ conversation: ROOM, seq: 1, reason }),
    });
  expect((await reveal('')).status).toBe(400);
  expect(JSON.parse((await reveal('refund to this card')).text)).toEqual({ body: { text: '卡 4111111111111111' } });
});
