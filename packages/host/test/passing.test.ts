import type { InboxRow, TeamMember } from '@xiaoer/core/protocol';
import { expect, test } from 'vitest';
import { C1, C2, type Guest, openInn } from './inn.ts';

const groups: Readonly<Record<string, readonly string[]>> = { tang: ['after-sales'] };
const groupsOf = (agent: string) => groups[agent] ?? [];

const team = (guest: Guest): readonly TeamMember[] =>
  guest.frames.flatMap((frame) => (frame.t === 'signal' && frame.name === 'team' ? [frame.body.agents] : [])).at(-1) ??
  [];

const rowOf = (guest: Guest): Partial<InboxRow> =>
  guest.frames
    .flatMap((frame) => (frame.t === 'signal' && frame.name === 'inbox' ? frame.body.rows : []))
    .filter(({ conversation }) => conversation === C1)
    .at(-1) ?? {};

const shown = (guest: Guest) =>
  team(guest).map(({ name, away, groups: good, held, capacity }) =>
    [name, away && 'away', good?.join(), `${held}/${capacity}`].filter(Boolean).join(' '),
  );

const away = (guest: Guest, on: boolean) => guest.send({ t: 'signal', name: 'away', body: { on } });

/** A shopper whom Lin serves, and Tang who is free. */
async function serve(more: Parameters<typeof openInn>[0] = {}) {
  const inn = await openInn({ groupsOf, ...more });
  const [lin, tang] = [await inn.agent('lin'), await inn.agent('tang')];
  const man = await inn.shopper();
  man.op(C1, 'h', 'handoff', { state: 'requested' });
  await inn.env.pass(1_000);
  lin.op(C1, 'j', 'handoff', { state: 'joined' }, { serving: 1 });
  await inn.env.pass(1_000);
  return { ...inn, lin, tang, man };
}

test('agents see who is at the desk: groups, what is held, and who is away', async () => {
  const { env, lin, tang, man } = await serve();
  expect(shown(tang)).toEqual(['tang after-sales 0/5', 'lin 1/5']);
  away(tang, true);
  await env.pass(1_000);
  expect(shown(lin)).toEqual(['lin 1/5', 'tang away after-sales 0/5']);
  tang.cut();
  await env.pass(1_000);
  expect(shown(lin)).toEqual(['lin 1/5']);
  expect(man.heard.filter((text) => text.startsWith('signal team'))).toEqual([]);
});

test('passed on to a colleague: the conversation is theirs at once, with who gave it', async () => {
  const { env, lin, tang, written } = await serve();
  lin.op(C1, 'p', 'handoff', { state: 'requested', agent: { id: 'tang', name: 'somebody else' } }, { serving: 3 });
  await env.pass(1_000);
  expect((await written(C1)).slice(2)).toEqual(['3 agent handoff joined', '4 agent handoff joined']);
  expect(rowOf(tang)).toMatchObject({
    mode: 'agent',
    agent: { id: 'tang', name: 'tang' },
    givenBy: { id: 'lin', name: 'lin' },
  });
  expect(shown(lin)).toEqual(['lin 0/5', 'tang after-sales 1/5']);
  tang.say(C1, 't1', '我来', { serving: 4 });
  lin.say(C1, 'l1', '等等', { serving: 4 });
  await env.settle();
  expect((await written(C1)).slice(4)).toEqual(['5 agent text 我来']);
  expect(lin.nacks().map(({ code }) => code)).toEqual(['serving-changed']);
});

test('a colleague who is away, gone or full gets nothing; nor does anybody from one who does not hold it', async () => {
  const { env, lin, tang, man, agent, shopper } = await serve({ settings: { agentCapacity: 1 } });
  const pass = (guest: Guest, id: string, to: string, serving = 3) =>
    guest.op(C1, id, 'handoff', { state: 'requested', agent: { id: to, name: to } }, { serving });
  pass(lin, 'p1', 'nobody');
  pass(lin, 'p2', 'lin');
  tang.op(C1, 'p3', 'handoff', { state: 'requested', group: 'vip' }, { serving: 3 });
  await env.settle();
  away(tang, true);
  pass(lin, 'p4', 'tang');
  await env.settle();
  away(tang, false);
  const wife = await shopper('wife');
  wife.say(C2, 'b1', '你好');
  await env.settle();
  tang.op(C2, 'j', 'handoff', { state: 'joined' }, { serving: 0 });
  await env.settle();
  pass(lin, 'p5', 'tang');
  await env.settle();
  expect(lin.nacks().map(({ id, code }) => `${id} ${code}`)).toEqual([
    'p1 not-found',
    'p2 not-found',
    'p4 not-found',
    'p5 capacity',
  ]);
  expect(tang.nacks().map(({ id, code }) => `${id} ${code}`)).toEqual(['p3 serving-changed']);
  // A shopper cannot name who is to serve him.
  man.op(C1, 'h2', 'handoff', { state: 'requested', agent: { id: 'tang', name: 'tang' }, group: 'vip' });
  await env.settle();
  expect(rowOf(await agent('wang')).agent?.id).not.toBe('tang');
});

test('passed on to a group: one batch, the queue again with a head start, and the same op twice is one', async () => {
  const { env, lin, tang, shopper, written } = await serve();
  const wife = await shopper('wife');
  wife.op(C2, 'h', 'handoff', { state: 'requested' });
  await env.pass(1_000);
  const pass = () => lin.op(C1, 'p', 'handoff', { state: 'requested', group: 'after-sales' }, { serving: 3 });
  pass();
  pass();
  await env.pass(1_000);
  expect((await written(C1)).slice(3)).toEqual([
    '4 agent handoff returned agent',
    '5 agent handoff requested agent',
    '6 house handoff queued',
  ]);
  // She asked earlier, but he has waited once already.
  expect(rowOf(tang)).toMatchObject({ conversation: C1, mode: 'queued', group: 'after-sales', position: 1 });
  expect(shown(lin)).toEqual(['lin 0/5', 'tang after-sales 0/5']);
  tang.op(C1, 'j', 'handoff', { state: 'joined' }, { serving: 5 });
  await env.pass(1_000);
  const { mode, group, givenBy } = rowOf(tang);
  expect([mode, group, givenBy]).toEqual(['agent', 'after-sales', undefined]);
});

test('with everybody away a wish is declined, as with nobody at the desk; who is away still hears of the inbox', async () => {
  const { env, shopper, agent, written } = await openInn();
  const lin = await agent();
  away(lin, true);
  const man = await shopper();
  man.op(C1, 'h', 'handoff', { state: 'requested' });
  await env.pass(1_000);
  expect(await written(C1)).toEqual(['1 shopper handoff requested wish', '2 house handoff declined nobody']);
  expect(rowOf(lin)).toMatchObject({ conversation: C1, mode: 'bot' });
});

test('a note asks colleagues to look, until they do something there; shoppers see nothing of it', async () => {
  const { env, lin, tang, man, restart } = await serve();
  lin.op(C1, 'n', 'note', { text: '@tang @wang 看看', mentions: ['tang', 'wang', 'lin'] });
  await env.pass(1_000);
  expect(rowOf(tang).mentions).toEqual(['tang', 'wang']);
  expect(man.sees(C1).at(-1)).toContain('hidden');
  tang.op(C1, 'r', 'read', { upTo: 4 });
  await env.pass(1_000);
  expect(rowOf(lin).mentions).toEqual(['wang']);
  const again = await restart();
  expect(rowOf(await again.agent('wang')).mentions).toEqual(['wang']);
});
