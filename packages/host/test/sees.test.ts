import type { InboxRow } from '@xiaoer/core/protocol';
import { expect, test } from 'vitest';
import { C1, type Guest, type Inn, openInn, UNTOLD } from './inn.ts';

const C2 = 'conversation-0000002';
const groups: Readonly<Record<string, readonly string[]>> = { tang: ['after-sales'], lead: ['after-sales', 'vip'] };

/** Whoever holds it or is asked to look, and its group. */
const sees = (agent: string, { group, agent: holder, mentions = [] }: InboxRow): boolean =>
  group === undefined || holder?.id === agent || mentions.includes(agent) || (groups[agent] ?? []).includes(group);

/** The number of the serving state. */
const now = async ({ log }: Inn): Promise<number> =>
  (await log.read(C1, 0, 99)).findLast(({ kind, body }) => kind === 'handoff' && body['state'] !== 'queued')?.seq ?? 0;

const rowsOf = (guest: Guest): readonly string[] => {
  const rows = new Map<string, InboxRow>();
  for (const frame of guest.frames) {
    if (frame.t !== 'signal' || frame.name !== 'inbox') continue;
    const { rows: changed, gone } = frame.body as { rows: InboxRow[]; gone: string[] };
    for (const row of changed) rows.set(row.conversation, row);
    for (const id of gone) rows.delete(id);
  }
  return [...rows.values()].map(({ conversation, mode }) => `${conversation} ${mode}`);
};

test('agents see what is of their groups: in lists, live, in pages, and in what they may say', async () => {
  const read: string[] = [];
  const inn = await openInn({
    sees,
    settings: UNTOLD,
    onRead: ({ id }, conversation) => void read.push(`${id} ${conversation}`),
  });
  const man = await inn.shopper();
  const [lin, tang, wang] = [await inn.agent('lin'), await inn.agent('tang'), await inn.agent('wang')];
  man.say(C1, 'a1', '找人');
  await inn.env.pass(200);
  for (const agent of [lin, tang, wang]) expect(rowsOf(agent)).toEqual([`${C1} queued`]);
  wang.watch(C1);
  lin.op(C1, 'j', 'handoff', { state: 'joined' }, { serving: await now(inn) });
  await inn.env.settle();
  lin.op(C1, 'p', 'handoff', { state: 'requested', group: 'after-sales' }, { serving: await now(inn) });
  await inn.env.pass(200);
  expect([lin, tang, wang].map(rowsOf)).toEqual([[], [`${C1} queued`], []]);
  // Who has gone away and comes again finds no more than that, and who was reading hears nothing further.
  const [late, boss] = [await inn.agent('late'), await inn.agent('lead')];
  expect([late, boss].map(rowsOf)).toEqual([[], [`${C1} queued`]]);
  for (const agent of [lin, tang, wang, late]) agent.since();
  man.say(C1, 'a2', '西湖区 1 号');
  await inn.env.settle();
  expect(wang.since('inbox', 'team')).toEqual([]);
  wang.watch(C1);
  wang.send({ t: 'pull', conversation: C1, nonce: 'p', before: 9, limit: 9 });
  wang.op(C1, 'n', 'note', { text: '看' });
  wang.op(C1, 't', 'handoff', { state: 'joined' }, { serving: await now(inn) });
  await inn.env.settle();
  expect(wang.since('inbox', 'team')).toEqual([
    'nack rejected forbidden -',
    'nack rejected forbidden p',
    'nack rejected not-found n',
    'nack rejected not-found t',
  ]);
  tang.watch(C1);
  await inn.env.settle();
  // A colleague who is asked to look may.
  tang.op(C1, 'm', 'note', { text: '@wang', mentions: ['wang'] });
  await inn.env.pass(200);
  expect(rowsOf(wang)).toEqual([`${C1} queued`]);
  wang.watch(C1);
  await inn.env.settle();
  expect(read).toEqual([`wang ${C1}`, `tang ${C1}`, `wang ${C1}`]);
});

test('with the bot, and asked for again by the shopper, it stays a matter of its group; one that is nobody’s is everybody’s', async () => {
  const inn = await openInn({ sees, settings: UNTOLD });
  const [man, eve] = [await inn.shopper(), await inn.shopper('eve')];
  const [tang, wang] = [await inn.agent('tang'), await inn.agent('wang')];
  man.say(C1, 'a1', '找人');
  eve.say(C2, 'a1', '运费');
  await inn.env.settle();
  tang.op(C1, 'j', 'handoff', { state: 'joined' }, { serving: await now(inn) });
  await inn.env.settle();
  tang.op(C1, 'p', 'handoff', { state: 'requested', group: 'after-sales' }, { serving: await now(inn) });
  await inn.env.settle();
  tang.op(C1, 'j2', 'handoff', { state: 'joined' }, { serving: await now(inn) });
  await inn.env.settle();
  tang.op(C1, 'b', 'handoff', { state: 'returned' }, { serving: await now(inn) });
  await inn.env.settle();
  man.say(C1, 'a3', '找人');
  await inn.env.pass(200);
  expect([tang, wang].map(rowsOf)).toEqual([[`${C1} queued`, `${C2} bot`], [`${C2} bot`]]);
});

test('a veil lies over what agents get, in pages, live and in the list, and never over what the shopper gets', async () => {
  const inn = await openInn({
    veil: (event) => ({
      ...event,
      body: { ...event.body, text: String(event.body['text'] ?? '').replace(/\d/g, '•') },
    }),
  });
  const man = await inn.shopper();
  const lin = await inn.agent();
  man.say(C1, 'a1', '卡号 62');
  await inn.env.settle();
  lin.watch(C1);
  await inn.env.settle();
  man.say(C1, 'a2', '还有 31');
  await inn.env.pass(200);
  expect(lin.sees(C1).filter((line) => line.includes('shopper'))).toEqual([
    '1 shopper text 卡号 ••',
    '4 shopper text 还有 ••',
  ]);
  expect(man.sees(C1).filter((line) => line.includes('shopper'))).toEqual([
    '1 shopper text 卡号 62',
    '4 shopper text 还有 31',
  ]);
  const rows = lin.frames.flatMap((frame) =>
    frame.t === 'signal' && frame.name === 'inbox' ? (frame.body as { rows: InboxRow[] }).rows : [],
  );
  expect(rows.map(({ last }) => last?.text)).not.toContain('还有 31');
  expect(rows.at(-1)?.last?.text).toBe('还有 ••');
});
