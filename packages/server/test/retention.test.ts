import type { Env } from '@xiaoer/core/env';
import { expect, onTestFinished, test } from 'vitest';
import { createSqliteLog } from '../src/engines/sqlite-log.ts';
import { openSqliteStore } from '../src/engines/sqlite-store.ts';
import { createAudit, MANY } from '../src/privacy/audit.ts';
import { createRetention } from '../src/privacy/retention.ts';
import { makeFolder } from './folder.ts';
import { conversationId, creation, event } from './made-up.ts';

const DAY = 86_400_000;
const START = 1_800_000_000_000;

async function open() {
  const store = await openSqliteStore(`${makeFolder()}/log.db`);
  onTestFinished(() => store.close());
  let now = START;
  const told: string[] = [];
  const env = { now: () => now, timer: () => () => undefined, log: (_: string, name: string) => void told.push(name) };
  const log = createSqliteLog(store);
  const audit = createAudit(store, { secret: 'k', now: env.now, log: env.log as Env['log'] });
  const swept: number[] = [];
  const retention = createRetention({
    env: env as Pick<Env, 'now' | 'timer' | 'log'>,
    store,
    shop: 'inn',
    keeping: { conversationDays: 30, uploadDays: 10, ticketDays: 100, auditDays: 400 },
    host: () => ({
      upkeep: {
        env,
        lanes: { run: (_, task) => task() },
        conversations: { load: async () => undefined, apply: () => undefined, release: () => undefined },
      },
    }),
    tickets: () => ({ erase: async (_, commit) => void (await commit()) }),
    uploads: () => ({
      forgetOlder: async (before) => swept.push((now - before) / DAY),
      sweepAll: async () => undefined,
    }),
    audit,
  });
  const pass = (days: number) => {
    now += days * DAY;
  };
  return { store, log, audit, retention, swept, told, pass };
}

const closed = (seq: number) =>
  event(seq, `c${seq}`, { at: START, kind: 'closed', from: { role: 'system', id: 'house' } });

test('each class goes after its own time; what is open stays, and the key goes with the last of a shopper', async () => {
  const { store, log, retention, swept, pass } = await open();
  const said = event(1, 'a', { at: START });
  await log.insert([creation('over', [said, closed(2)]), creation('lin', [said, closed(2)], { subject: 'user:lin' })]);
  await log.insert([creation('open', [said])]);
  const ticket = { id: 'ticket:270115-0001', shop: 'inn#tickets', subject: 'user:lin', createdAt: START };
  await log.insert([{ conversation: ticket.id, create: ticket, events: [said, closed(2)] }]);
  const kept = async () => [
    ...(await log.read(conversationId('over'), 0, 9)).map(({ kind }) => kind),
    ...store.reader
      .prepare('SELECT subject FROM subject_key ORDER BY shop, subject')
      .all()
      .map(({ subject }) => subject),
  ];
  pass(29);
  expect(await retention.run()).toMatchObject({ conversations: 0, tickets: 0 });
  expect(await kept()).toEqual(['text', 'closed', 'user:lin', 'user:mei', 'user:lin']);
  pass(2);
  expect(await retention.run()).toMatchObject({ conversations: 2, tickets: 0 });
  // Mei still has one that is open, and Lin a ticket.
  expect(await kept()).toEqual(['closed', 'user:lin', 'user:mei', 'user:lin']);
  pass(80);
  expect(await retention.run()).toMatchObject({ conversations: 0, tickets: 1 });
  expect(await kept()).toEqual(['closed', 'user:mei']);
  expect(swept).toEqual([10, 10, 10]);
  expect(await log.read(conversationId('open'), 0, 9)).toEqual([said]);
});

test('the audit log is only added to, tells shoppers apart without naming them, and warns once of who looks at many', async () => {
  const { store, audit, told, pass, retention } = await open();
  for (let n = 0; n < MANY + 5; n++) {
    audit.read('agent:1', 'read.conversation', `user:${n % 2 === 0 ? n : n - 1}-${n}`);
    await audit.idle();
  }
  expect(told).toEqual(['audit.many-shoppers']);
  expect(audit.entries(1_000, { about: audit.nameOf('user:0-0') })).toMatchObject([
    { who: 'agent:1', what: 'read.conversation' },
  ]);
  expect(audit.nameOf('user:0-0')).not.toContain('user');
  await expect(store.run("UPDATE audit SET who = 'agent:2'")).rejects.toThrow('the audit log is not changed');
  pass(401);
  expect((await retention.run()).audit).toBe(MANY + 6);
});
