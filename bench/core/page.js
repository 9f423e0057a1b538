import { browserEnv, createClient, idbStore, websocketTransport } from '@xiaoer/core';
import { Centrifuge } from 'centrifuge';
import { io } from 'socket.io-client';

const SHOP = 'bench';
const CONVERSATION = 'c'.repeat(22);
const PAGE = 100;
const SECRET = 's'.repeat(43);
const TEXT = 'Is the wool duvet still there in 220 × 240, and when would it arrive?';

const event = (seq) => ({
  seq,
  id: `e${seq}`,
  at: 1_700_000_000_000 + seq,
  from: { role: seq % 2 ? 'shopper' : 'bot', id: seq % 2 ? 'me' : 'bot', name: 'Xiaoer' },
  kind: 'text',
  body: { text: `${seq} ${TEXT}` },
});

/** A page of events as one row has them. */
const page = (after) => Array.from({ length: PAGE }, (_, n) => event(after + n + 1));

const op = (n) => ({
  n,
  id: `op${n}`,
  conversation: CONVERSATION,
  kind: 'text',
  body: { text: `${n} ${TEXT}` },
  at: 1_700_000_000_000,
  state: 'queued',
  age: 0,
});

const client = (address, more) =>
  createClient({
    shop: SHOP,
    env: browserEnv(),
    transport: websocketTransport(address, WebSocket),
    openStore: idbStore,
    resume: true,
    ...more,
  });

const until = (signal, test) =>
  new Promise((resolve) => {
    const stop = signal.subscribe((value) => {
      if (!test(value)) return;
      const now = performance.now();
      setTimeout(() => stop());
      resolve(now);
    });
  });

/** Rows of a shopper of before: so many events, and ops that wait. */
async function fill(events, ops) {
  const store = await idbStore(`${SHOP}:visitor`);
  await store.wipe();
  const rows = [
    [['install'], 'i'.repeat(22)],
    [['secret'], SECRET],
    [['conversation', CONVERSATION], { id: CONVERSATION, order: 1, epoch: 'A', seq: events, first: 1 }],
    // The older half as it came in pages, the newer as it was said.
    ...Array.from({ length: events / 2 / PAGE }, (_, n) => [['event', CONVERSATION, n * PAGE + 1], page(n * PAGE)]),
    ...Array.from({ length: events / 2 }, (_, n) => [
      ['event', CONVERSATION, events / 2 + n + 1],
      [event(events / 2 + n + 1)],
    ]),
    ...Array.from({ length: ops }, (_, n) => [['op', n + 1], op(n + 1)]),
    [['n'], ops],
  ];
  await store.transact([], () => rows.map(([put, value]) => ({ put, value })));
  store.close();
}

/** Milliseconds from `createClient` until what was stored is on the screen, to the last waiting op, and a message can be written. */
async function coldStart(address, last) {
  const start = performance.now();
  const it = client(address);
  it.connect();
  const done = await until(it.messages, (messages) => messages.at(-1)?.id === last);
  it.destroy();
  return done - start;
}

/** Milliseconds until so many events are on the screen. */
async function replay(address, events) {
  const start = performance.now();
  const it = client(address);
  it.connect();
  const done = await until(it.messages, (messages) => messages.at(-1)?.seq === events);
  it.destroy();
  return done - start;
}

/** Milliseconds of each `send()`, which resolves when the op is durable. */
async function enqueue(address, count) {
  const it = client(address);
  it.connect();
  await until(it.connection, ({ state }) => state === 'online');
  const times = [];
  for (let n = 0; n < count; n++) {
    const start = performance.now();
    await it.send('text', { text: `${n} ${TEXT}` });
    times.push(performance.now() - start);
  }
  it.destroy();
  return times;
}

/** A way to talk to the echo of a server: `first` resolves with the first message, `say` when the own one came back. */
const PEERS = {
  xiaoer(address) {
    const it = client(address, { openStore: undefined, resume: false });
    return {
      first: () => {
        it.connect();
        return until(it.messages, (messages) => messages.length > 0);
      },
      async say(text) {
        const id = await it.send('text', { text });
        await until(it.messages, (messages) => messages.some((row) => row.id === id && row.seq));
      },
      end: () => it.destroy(),
    };
  },
  socketio(address) {
    const socket = io(address, { transports: ['websocket'], autoConnect: false });
    return {
      first: () =>
        new Promise((resolve) => {
          socket.once('message', () => resolve(performance.now()));
          socket.connect();
        }),
      say: (text) =>
        new Promise((resolve) => {
          socket.once('message', () => resolve());
          socket.emit('say', { text }, () => {});
        }),
      end: () => socket.disconnect(),
    };
  },
  centrifuge(address) {
    const centrifuge = new Centrifuge(address);
    const channel = centrifuge.newSubscription('talk');
    return {
      first: () =>
        new Promise((resolve) => {
          channel.once('publication', () => resolve(performance.now()));
          channel.subscribe();
          centrifuge.connect();
        }),
      say: (text) =>
        new Promise((resolve) => {
          channel.once('publication', () => resolve());
          void channel.publish({ text });
        }),
      end: () => centrifuge.disconnect(),
    };
  },
};

/** Milliseconds from making the client to its first message; then so many messages there and back. */
async function talk(peer, address, messages) {
  const start = performance.now();
  const it = PEERS[peer](address);
  const connected = (await it.first()) - start;
  for (let n = 0; n < messages; n++) await it.say(`${n} ${TEXT}`);
  it.end();
  return connected;
}

window.bench = { fill, coldStart, replay, enqueue, talk };
