import { memoryStore, type Store } from '@xiaoer/core';
import { eventFor, eventOf } from '@xiaoer/core/testing';
import { expect, test } from 'vitest';
import { begun } from './begun-tab.ts';
import { tabOf, twoTabs } from './tab-talk.ts';
import { talk } from './talk.ts';

// What the simulation found about restores that a tab learns of late; decisions/0014 names each.

const tokenOf = (sub: string) => `h.${btoa(JSON.stringify({ sub }))}.${sub}`;
const MEI = { role: 'shopper', id: 'user:mei' } as const;
const HOUSE = { role: 'system', id: 'house' } as const;

/** What a restore that takes a conversation away whole is told by. */
const goneOf = (conversation: string, epoch = 'B') =>
  ({ t: 'reset', conversation, epoch, events: [], head: 0, first: 1 }) as const;

/** Two tabs that share a link, and a conversation in which the one that follows has said something. */
async function following() {
  const { profile, first, second } = await twoTabs();
  await second.say('one');
  first.server.welcome();
  await profile.settle();
  const op = first.server.op('one');
  first.server.events(op.conversation, [eventFor(op, 1)]);
  await profile.settle();
  return { profile, first, second, conversation: op.conversation };
}

test('rule 16: what was acked behind a page that replaces the log stands as sent, and its event comes', async () => {
  const { profile, tab, conversation } = await begun();
  await tab.say('two');
  const op = tab.server.op('two');
  tab.server.ack(op, 2);
  await profile.settle();
  tab.server.ops();
  tab.server.send({
    ...goneOf(conversation, 'A'),
    events: [eventOf(1, { role: 'shopper', id: 'p-shopper' }, 'zero')],
    head: 1,
  });
  await profile.settle();
  expect([tab.lines(), tab.server.ops()]).toEqual([['1 shopper zero sent', '- shopper two sent'], []]);
  tab.server.events(conversation, [eventFor(op, 2)]);
  await profile.settle();
  expect(tab.lines()).toEqual(['1 shopper zero sent', '2 shopper two sent']);
});

test('rule 16: an ack of a later epoch than that of a loss which is read only now counts', async () => {
  const { profile, first, second, conversation } = await following();
  first.server.send(goneOf(conversation));
  await profile.settle();
  expect(second.lines()).toEqual([]);
  await second.say('two');
  await profile.settle();
  const seen: string[] = [];
  const stop = second.client.messages.subscribe(() => void seen.push(...second.lines()));
  first.server.ack(first.server.op('two'), 1, 'C');
  await profile.settle();
  await second.env.live('visible');
  await profile.advance(3_000);
  stop();
  const sent = seen.indexOf('- shopper two sent');
  expect([sent >= 0, seen.slice(sent).filter((line) => line !== '- shopper two sent')]).toEqual([true, []]);
});

test('rule 16: a conversation that is gone is not put back by a store that refused to say so', async () => {
  const store = memoryStore();
  let refuses = false;
  const openStore = async (): Promise<Store> => ({
    ...store,
    durable: true,
    transact: (keys, decide) => (refuses ? Promise.reject(new Error('refused')) : store.transact(keys, decide)),
    close() {},
  });
  const { client, server, greet, say, env, lines, told } = talk({ openStore });
  client.connect();
  await say('one');
  await greet();
  const { conversation } = server.op('one');
  server.events(conversation, [
    eventFor(server.op('one'), 1),
    eventOf(2, { role: 'bot', id: 'p-bot', name: 'Xiaoer' }, 'yes'),
  ]);
  await env.settle();
  expect(lines()).toEqual(['1 shopper one sent', '2 bot yes']);
  refuses = true;
  server.send(goneOf(conversation));
  await env.settle();
  refuses = false;
  told.length = 0;
  await env.live('visible');
  await env.settle();
  expect([lines(), told.filter((line) => line.startsWith('received'))]).toEqual([[], []]);
});

test('rule 10: a tab that follows goes to the conversation that a restore opened again, not to a newer one that is gone', async () => {
  const { profile, first, second, conversation } = await following();
  first.server.events(conversation, [eventOf(2, HOUSE, {}, 'end', 'closed')]);
  await profile.settle();
  await second.say('anew');
  await profile.settle();
  const next = first.server.op('anew');
  expect(next.conversation).not.toBe(conversation);
  first.server.events(next.conversation, [eventFor(next, 1)]);
  await profile.settle();
  expect(second.lines()).toEqual(['1 shopper anew sent']);
  first.server.cut();
  await profile.advance(1_000);
  await first.greet(undefined, [
    { conversation: next.conversation, epoch: 'B', head: 0 },
    { conversation, epoch: 'B', head: 1 },
  ]);
  first.server.send(goneOf(next.conversation));
  first.server.send({
    ...goneOf(conversation),
    events: [eventOf(1, { role: 'shopper', id: 'p-shopper' }, 'one')],
    head: 1,
  });
  await profile.advance(3_000);
  expect([first.lines(), second.lines()]).toEqual([['1 shopper one sent'], ['1 shopper one sent']]);
});

test('rule 12, claim: a tab that nobody could tell sends nothing of a claimed visitor, although a restore forgot the claim', async () => {
  const { profile, tab, conversation } = await begun();
  const other = tabOf(profile);
  other.client.connect();
  await other.greet(undefined, [{ conversation, epoch: 'A', head: 1 }]);
  await other.say('mine');
  other.server.events(conversation, [eventFor(other.server.op('mine'), 2)]);
  await profile.settle();
  tab.server.cut();
  await tab.say('late');
  const signed = other.client.identify(async () => tokenOf('mei'));
  await profile.settle();
  other.server.accept();
  await profile.settle();
  other.server.welcome(MEI, [{ conversation, epoch: 'A', head: 2 }], true);
  await signed;
  await profile.settle();
  expect(other.server.op('late').conversation).toBe(conversation);
  tab.server.ops();
  await profile.advance(1_000);
  // The server was restored: it knows the visitor, and of no claim.
  await tab.greet(undefined, [{ conversation, epoch: 'B', head: 1 }]);
  tab.server.send({
    ...goneOf(conversation),
    events: [eventOf(1, { role: 'shopper', id: 'p-shopper' }, 'zero')],
    head: 1,
  });
  await profile.settle();
  expect([tab.server.ops(), tab.lines()]).toEqual([[], []]);
});
