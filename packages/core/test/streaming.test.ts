import { createDeskClient } from '@xiaoer/core/desk';
import { BOT, eventOf, SHOPPER } from '@xiaoer/core/testing';
import { expect, test } from 'vitest';
import { returning, type Talk, talk } from './talk.ts';

const CONVERSATION = 'c'.repeat(22);
const AGENT = { role: 'agent', id: 'agent:li', name: 'Li' } as const;
const open = (head: number) => [{ conversation: CONVERSATION, epoch: 'A', head }];

const asked = eventOf(1, SHOPPER, 'silk?');
const opening = eventOf(2, BOT, { text: 'Silk ', streaming: true }, 'bot:1:stream');
const final = (text: string, cut?: string) => eventOf(3, BOT, { of: 2, text, cut }, 'bot:1:final', 'final');

const delta = ({ server }: Talk, offset: number, text: string, id = 'bot:1:stream') =>
  server.send({ t: 'signal', name: 'delta', conversation: CONVERSATION, body: { id, offset, text } });

/** A shopper whose question is being answered. */
async function answering() {
  const here = talk(returning());
  here.client.connect();
  await here.greet(undefined, open(0));
  here.server.events(CONVERSATION, [asked, opening]);
  await here.env.settle();
  return here;
}

test('rule 15: deltas grow the row of the opening, and the final replaces its text there', async () => {
  const here = await answering();
  const { env, server, client, lines } = here;
  const shown = [lines()[1]];
  const keys = new Set<string | undefined>();
  const step = async (happens: () => void) => {
    happens();
    await env.settle();
    shown.push(lines()[1]);
    keys.add(client.messages.value[1]?.key);
  };
  await step(() => delta(here, 0, 'Silk keeps '));
  await step(() => delta(here, 11, 'you warm'));
  await step(() => server.events(CONVERSATION, [final('Silk keeps you warm.'), eventOf(4, BOT, {}, 'e4', 'hidden')]));
  await step(() => delta(here, 0, 'late'));
  expect(shown).toEqual([
    '2 bot Silk  …',
    '2 bot Silk keeps  …',
    '2 bot Silk keeps you warm …',
    '2 bot Silk keeps you warm.',
    '2 bot Silk keeps you warm.',
  ]);
  expect(keys.size).toBe(1);
  expect(lines()).toHaveLength(2);
});

test('rule 15: a delta that leaves a gap is ignored until one reaches back to what is there', async () => {
  const here = await answering();
  const { env, lines } = here;
  delta(here, 9, 'lost piece');
  delta(here, 19, ' and on');
  await env.settle();
  expect(lines()[1]).toBe('2 bot Silk  …');
  delta(here, 5, 'keeps');
  await env.settle();
  expect(lines()[1]).toBe('2 bot Silk keeps …');
  delta(here, 0, 'Cotton');
  await env.settle();
  expect(lines()[1]).toBe('2 bot Cotton …');
});

test('rule 15: what is no delta, or of no open reply, changes nothing', async () => {
  const here = await answering();
  const before = here.client.messages.value;
  delta(here, 0, 'x', 'bot:9:stream');
  delta(here, 0, 'x', asked.id);
  here.server.sendText(
    JSON.stringify({
      t: 'signal',
      name: 'delta',
      conversation: CONVERSATION,
      body: { id: 'bot:1:stream', offset: -1 },
    }),
  );
  await here.env.settle();
  expect(here.client.messages.value).toBe(before);
});

test('rule 15: a reader who gets no delta ends up right, and a final says why it was cut', async () => {
  const { env, server, lines } = await answering();
  server.events(CONVERSATION, [final('Silk keeps', 'silent')]);
  await env.settle();
  expect(lines()).toEqual(['1 shopper silk? sent', '2 bot Silk keeps cut=silent']);
});

test('rule 3: a streamed reply whose opening and end come together is told once', async () => {
  const { env, server, client, greet, told } = talk(returning());
  client.connect();
  await greet(undefined, open(0));
  server.events(CONVERSATION, [asked, opening, final('Silk keeps you warm.')]);
  await env.settle();
  expect(told.filter((line) => line.startsWith('received'))).toEqual(['received Silk keeps you warm.']);
});

test('rule 15: a final without its opening is a row of its own until the page before has come', async () => {
  const { env, server, client, greet, lines } = talk(returning());
  client.connect();
  await greet(undefined, open(3));
  const page = { t: 'reset', conversation: CONVERSATION, epoch: 'A', head: 3, first: 1 } as const;
  server.send({ ...page, events: [final('Silk keeps you warm.')] });
  await env.settle();
  expect(lines()).toEqual(['3 bot Silk keeps you warm.']);
  const loaded = client.loadOlder();
  await env.settle();
  const { nonce } = server.lastPull();
  server.send({ t: 'events', conversation: CONVERSATION, epoch: 'A', events: [asked, opening], first: 1, nonce });
  await loaded;
  expect(lines()).toEqual(['1 shopper silk? sent', '2 bot Silk keeps you warm.']);
});

test('rule 15: losing the link is no cancel: the text stays and grows on from where the next link begins', async () => {
  const here = await answering();
  const { env, server, greet, lines } = here;
  delta(here, 5, 'keeps ');
  await env.settle();
  server.cut();
  await env.advance(500);
  await greet(undefined, open(2));
  expect(lines()[1]).toBe('2 bot Silk keeps  …');
  delta(here, 0, 'Silk keeps you');
  await env.settle();
  expect(lines()[1]).toBe('2 bot Silk keeps you …');
});

test('rule 15: a page of history that comes in between keeps the text that has grown', async () => {
  const here = talk(returning());
  const { env, server, client, greet, lines } = here;
  client.connect();
  await greet(undefined, open(2));
  const page = { t: 'reset', conversation: CONVERSATION, epoch: 'A', head: 2, first: 1 } as const;
  server.send({ ...page, events: [opening] });
  await env.settle();
  delta(here, 5, 'keeps');
  await env.settle();
  const loaded = client.loadOlder();
  await env.settle();
  const { nonce } = server.lastPull();
  server.send({ t: 'events', conversation: CONVERSATION, epoch: 'A', events: [asked], first: 1, nonce });
  await loaded;
  expect(lines()).toEqual(['1 shopper silk? sent', '2 bot Silk keeps …']);
});

test('rule 15: a delta makes another object of its row and of no other; the host is told once, of the whole', async () => {
  const here = await answering();
  const { env, server, client, told } = here;
  const before = client.messages.value;
  delta(here, 5, 'keeps');
  await env.settle();
  const after = client.messages.value;
  expect(after.map((row, n) => row === before[n])).toEqual([true, false]);
  server.events(CONVERSATION, [final('Silk keeps you warm.'), eventOf(4, BOT, 'More?')]);
  await env.settle();
  expect(told.filter((line) => line.startsWith('received'))).toEqual([
    'received Silk keeps you warm.',
    'received More?',
  ]);
});

test('rule 15: the desk sees the bot write', async () => {
  const here = talk();
  const { server, env, greet } = here;
  const desk = createDeskClient({ shop: 'inn', transport: server.transport, env });
  desk.connect();
  await greet(AGENT);
  const { messages } = desk.conversation(CONVERSATION);
  server.events(CONVERSATION, [asked, opening]);
  delta(here, 5, 'keeps');
  await env.settle();
  expect(messages.value.map(({ content, streaming }) => [content.body, streaming])).toEqual([
    [{ text: 'silk?' }, undefined],
    [{ text: 'Silk keeps', streaming: true }, true],
  ]);
});
