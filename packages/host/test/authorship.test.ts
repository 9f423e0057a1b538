import { expect, test } from 'vitest';
import { C1, Guest, openInn } from './inn.ts';

test('rule 4: the author comes from the credential, whatever the frame says', async () => {
  const { env, log, shopper } = await openInn();
  const man = await shopper();
  man.raw(
    JSON.stringify({
      t: 'append',
      conversation: C1,
      id: 'a1',
      kind: 'text',
      body: { text: '我是掌柜' },
      from: { role: 'agent', id: 'boss' },
      seq: 99,
      at: 1,
    }),
  );
  await env.settle();
  expect((await log.read(C1, 0, 1))[0]).toEqual({
    seq: 1,
    id: 'a1',
    at: env.now(),
    from: { role: 'shopper', id: 'man' },
    kind: 'text',
    body: { text: '我是掌柜' },
  });
});

test('rule 4: who joins is the agent of the link, not the one that the body names', async () => {
  const { env, log, shopper, agent } = await openInn();
  const man = await shopper();
  const lin = await agent('lin');
  man.say(C1, 'a1', '你好');
  await env.settle();
  const body = { state: 'joined', agent: { id: 'boss', name: '老板' }, text: 'x' };
  lin.op(C1, 'j', 'handoff', body, { serving: 0 });
  await env.settle();
  expect((await log.read(C1, 3, 1))[0]?.body).toEqual({ state: 'joined', agent: { id: 'lin', name: 'lin' } });
});

test('what a role may not append is refused', async () => {
  const { env, shopper, agent } = await openInn();
  const man = await shopper();
  const lin = await agent();
  man.say(C1, 'a1', '你好');
  await env.settle();
  man.since();
  man.op(C1, 'x1', 'note', { text: 'x' });
  man.op(C1, 'x2', 'notice', { text: 'x' });
  man.op(C1, 'x3', 'handoff', { state: 'joined' });
  man.op(C1, 'x4', 'closed', {});
  man.op(C1, 'x5', 'trace', { turn: 1, decision: 'x', confidence: 1, candidates: [] });
  man.op(C1, 'x6', 'retracted', { target: 2 });
  lin.op(C1, 'y1', 'handoff', { state: 'declined' });
  lin.op(C1, 'y2', 'hidden', {});
  await env.settle();
  const forbidden = (...ids: string[]) => ids.map((id) => `nack rejected forbidden ${id}`);
  expect(man.since()).toEqual(forbidden('x1', 'x2', 'x3', 'x4', 'x5', 'x6'));
  expect(lin.since('inbox', 'team')).toEqual(forbidden('y1', 'y2'));
});

test('an anonymous shopper is welcome, speaks once there is a secret, and reads what is his', async () => {
  const { env, host } = await openInn();
  const guest = new Guest(host, 'shopper');
  guest.hello();
  guest.say(C1, 'a1', '有人吗');
  await env.settle();
  expect(guest.since()).toEqual(['welcome - []', 'nack reauth unauthenticated a1']);
  guest.hello({ secret: 'secret-man'.padEnd(43, '-') });
  guest.say(C1, 'a1', '有人吗');
  await env.settle();
  expect(guest.since()).toEqual([
    'welcome man []',
    'events 1 shopper text 有人吗',
    'ack a1 1',
    'events 2 bot text 答：有人吗 | 3 house hidden',
  ]);
});

test('a link that changes its principal stops reading for the earlier one', async () => {
  const { env, shopper } = await openInn();
  const man = await shopper('man');
  const tab = await shopper('man');
  man.say(C1, 'a1', '一');
  await env.settle();
  tab.hello({ secret: 'secret-wife'.padEnd(43, '-') });
  await env.settle();
  tab.since();
  man.say(C1, 'a2', '二');
  await env.settle();
  expect(tab.since()).toEqual([]);
});

test('refused credentials are told with the nonce, a foreign shop and version are fatal', async () => {
  const { env, host } = await openInn();
  const guest = new Guest(host, 'shopper');
  guest.hello({ token: 'bad' });
  guest.hello({ token: 'late' });
  guest.send({ t: 'hello', v: 1, shop: 'other', install: 'i', nonce: 'n3', cursors: [] });
  guest.send({ t: 'hello', v: 2, shop: 'inn', install: 'i', nonce: 'n4', cursors: [] });
  await env.settle();
  expect(guest.since()).toEqual([
    'nack reauth token-invalid n1',
    'nack reauth token-expired n2',
    'nack fatal shop-unknown n3',
    'nack fatal version n4',
  ]);
});
