import type { Env } from '@xiaoer/core/env';
import type { ChatEvent } from '@xiaoer/core/protocol';
import type { ConversationRecord, Unread } from '@xiaoer/host';
import { expect, test } from 'vitest';
import { createContacts } from '../src/notices/contacts.ts';
import { createLateReplies } from '../src/notices/late-replies.ts';
import { createNoticeRows } from '../src/notices/notice-rows.ts';
import { createSignedKeys } from '../src/notices/signed-key.ts';
import type { Notice } from '../src/notify.ts';
import { openInn } from './inn.ts';

const MINUTE = 60_000;
const C = 'c'.repeat(22);

/** Late replies over a real database, with a clock that is moved by hand and a log of what the test says. */
async function open(subject: string) {
  const { store } = await openInn();
  let now = 1_800_000_000_000;
  let timers: { at: number; task: () => void }[] = [];
  const env = {
    now: () => now,
    timer(task: () => void, ms: number) {
      const timer = { at: now + ms, task };
      timers.push(timer);
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
    log: () => undefined,
  } as Partial<Env> as Env;
  const record: ConversationRecord = { id: C, shop: 'inn', subject, createdAt: now, locale: 'zh-CN' };
  const events: ChatEvent[] = [];
  const sent: string[] = [];
  let unread: Unread | undefined;
  const contacts = createContacts(store, { shop: 'inn', secret: 'k', now: env.now });
  const late = createLateReplies({
    env,
    log: {
      head: async () => ({ record, head: events.length }),
      read: async (_, after) => events.slice(after),
    } as never,
    rows: createNoticeRows(store, env.now),
    contacts,
    keys: createSignedKeys('k', env.now),
    notify: {
      async send(notice: Notice) {
        const { kind, to } = notice;
        sent.push([kind, to.email ?? to.subject, notice.kind === 'reply' ? notice.values.text : ''].join(' ').trim());
      },
    },
    shop: 'inn',
    shopName: () => '客栈',
    address: () => 'https://chat.example',
    afterMs: 5 * MINUTE,
    unreadIn: async () => unread,
  });
  return {
    sent,
    contacts,
    store,
    says(role: 'agent' | 'shopper' | 'system', kind: string, body: Record<string, unknown>) {
      const seq = events.length + 1;
      const event: ChatEvent = { seq, id: `e${seq}`, at: now, from: { role, id: role, name: '小棠' }, kind, body };
      events.push(event);
      if (role !== 'shopper') unread ??= { seq, at: now };
      late.observe({ record, events: [event], unread });
    },
    reads() {
      unread = undefined;
      late.observe({ record, events: [], unread });
    },
    async pass(ms: number) {
      now += ms;
      for (const due of timers.filter(({ at }) => at <= now)) {
        timers = timers.filter((one) => one !== due);
        due.task();
      }
      await late.idle();
    },
    state: () => store.reader.prepare('SELECT seq, state FROM notice ORDER BY seq').all(),
  };
}

test('five minutes unseen make one notice of all that was said, and what is read in time makes none', async () => {
  const inn = await open('guest');
  await inn.contacts.confirm((await inn.contacts.add('guest', 'mei@example.com', false)).n);
  inn.says('agent', 'text', { text: '盖子补发给您' });
  await inn.pass(4 * MINUTE);
  inn.reads();
  await inn.pass(2 * MINUTE);
  expect(inn.sent).toEqual([]);
  inn.says('agent', 'text', { text: '第一件' });
  inn.says('agent', 'text', { text: '写错了' });
  inn.says('agent', 'retracted', { target: 3 });
  inn.says('agent', 'note', { text: '内部' });
  inn.says('system', 'notice', { text: '工单 1 已完成' });
  await inn.pass(5 * MINUTE);
  expect(inn.sent).toEqual(['reply mei@example.com 第一件\n\n工单 1 已完成']);
  inn.says('agent', 'text', { text: '第三件' });
  await inn.pass(60 * MINUTE);
  expect(inn.sent).toHaveLength(1);
  inn.reads();
  inn.says('agent', 'text', { text: '还有吗' });
  await inn.pass(6 * MINUTE);
  expect(inn.sent.slice(1)).toEqual(['reply mei@example.com 还有吗']);
});

test('who has signed in is told by the merchant’s system where no address is known', async () => {
  const inn = await open('user:mei');
  inn.says('agent', 'text', { text: '到了' });
  await inn.pass(5 * MINUTE);
  expect(inn.sent).toEqual(['reply mei 到了']);
});

test('an address that is vouched for by a token needs no question, and a guest’s address gets no word before its yes', async () => {
  const inn = await open('user:mei');
  await inn.contacts.add('user:mei', 'mei@example.com', true);
  inn.says('agent', 'text', { text: '到了' });
  await inn.pass(5 * MINUTE);
  expect(inn.sent).toEqual(['reply mei@example.com 到了']);
  const guest = await open('guest');
  guest.says('shopper', 'form', { to: 1, answers: { contact: 'lin@example.com', message: '盖子' } });
  await guest.pass(0);
  guest.says('agent', 'text', { text: '到了' });
  await guest.pass(5 * MINUTE);
  expect(guest.sent).toEqual(['confirm-mail lin@example.com', 'confirm-mail lin@example.com']);
  expect(guest.state()).toEqual([{ seq: 2, state: 'asked' }]);
});

test('nobody to tell, and old things, are not tried', async () => {
  const inn = await open('guest');
  inn.says('agent', 'text', { text: '到了' });
  await inn.pass(5 * MINUTE);
  expect([inn.sent, inn.state()]).toEqual([[], [{ seq: 1, state: 'nowhere' }]]);
  const old = await open('user:mei');
  await old.pass(0);
  old.says('agent', 'text', { text: '到了' });
  old.reads();
  await old.pass(4 * 24 * 60 * MINUTE);
  expect(old.sent).toEqual([]);
});
