import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { connect, createServer as createTcpServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { Server } from 'socket.io';

const { WebSocketServer } = createRequire(
  fileURLToPath(new URL('../../packages/server/package.json', import.meta.url)),
)('ws');

const PAGE_EVENTS = 100;
const GREETING = 'Welcome';
const BOT = { role: 'bot', id: 'bot', name: 'Xiaoer' };
const CONVERSATION = 'c'.repeat(22);
const TEXT = 'Is the wool duvet still there in 220 × 240, and when would it arrive?';

const listen = (server) =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(server.address().port));
  });

/** Every peer is measured with the same settings: no compression, text frames. */
function sockets(onSocket) {
  const server = createServer();
  new WebSocketServer({ server, perMessageDeflate: false }).on('connection', onSocket);
  return server;
}

/** Speaks our protocol: a conversation of so many events, and the echo of what is appended. */
export async function xiaoerServer() {
  let events = 0;
  const server = sockets((socket) => {
    const send = (frame) => socket.send(JSON.stringify(frame));
    const heads = new Map();
    const headOf = (conversation) => heads.get(conversation) ?? 0;
    const say = (conversation, list) => {
      heads.set(conversation, list.at(-1).seq);
      send({ t: 'events', conversation, epoch: 'A', events: list, first: 1 });
    };
    socket.on('message', (data) => {
      const frame = JSON.parse(String(data));
      if (frame.t === 'hello') {
        for (const { conversation, seq } of frame.cursors) heads.set(conversation, Math.max(seq, headOf(conversation)));
        send({
          t: 'welcome',
          v: 1,
          nonce: frame.nonce,
          principal: { role: 'shopper', id: 'me' },
          time: Date.now(),
          limits: { frameBytes: 32768, bodyBytes: 24576, textChars: 4000, sendWindow: 16, pageEvents: PAGE_EVENTS },
          heartbeat: 25_000,
          conversations: events ? [{ conversation: CONVERSATION, epoch: 'A', head: events }] : [],
          shop: { name: 'Bench', agents: 0 },
        });
        if (events === 0 && heads.size === 0)
          say(CONVERSATION, [{ seq: 1, id: 'g', at: Date.now(), from: BOT, kind: 'text', body: { text: GREETING } }]);
        for (let from = headOf(CONVERSATION); from < events; from += PAGE_EVENTS)
          say(
            CONVERSATION,
            Array.from({ length: Math.min(PAGE_EVENTS, events - from) }, (_, n) => ({
              seq: from + n + 1,
              id: `e${from + n + 1}`,
              at: Date.now(),
              from: BOT,
              kind: 'text',
              body: { text: `${from + n + 1} ${TEXT}` },
            })),
          );
      }
      if (frame.t === 'append') {
        const { conversation, id, kind, body } = frame;
        const seq = headOf(conversation) + 1;
        send({ t: 'ack', conversation, id, epoch: 'A', seq });
        say(conversation, [{ seq, id, at: Date.now(), from: { role: 'shopper', id: 'me' }, kind, body }]);
      }
    });
  });
  return {
    port: await listen(server),
    hold(count) {
      events = count;
    },
  };
}

/** socket.io: a greeting, an acknowledgement and the echo. */
export async function socketioServer() {
  const server = createServer();
  new Server(server, { perMessageDeflate: false, cors: { origin: '*' } }).on('connection', (socket) => {
    socket.emit('message', { text: GREETING });
    socket.on('say', (body, ack) => {
      ack();
      socket.emit('message', body);
    });
  });
  return { port: await listen(server) };
}

/** The commands of Centrifugo's JSON protocol that the talk needs. */
export async function centrifugeServer() {
  const server = sockets((socket) => {
    const send = (reply) => socket.send(JSON.stringify(reply));
    const push = (data) => send({ push: { channel: 'talk', pub: { data } } });
    socket.on('message', (lines) => {
      for (const line of String(lines).split('\n').filter(Boolean)) {
        const { id, connect: hello, subscribe, publish } = JSON.parse(line);
        if (hello) send({ id, connect: { client: 'a', version: '1', ping: 25, pong: true } });
        if (subscribe) {
          send({ id, subscribe: {} });
          push({ text: GREETING });
        }
        if (publish) {
          send({ id, publish: {} });
          push(publish.data);
        }
      }
    });
  });
  return { port: await listen(server) };
}

/** Stands before a server and counts what passes, both ways. */
export async function counter(port) {
  const counted = { bytes: 0 };
  const server = createTcpServer((client) => {
    const upstream = connect(port, '127.0.0.1');
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ]) {
      from.on('data', (data) => {
        counted.bytes += data.length;
        to.write(data);
      });
      from.on('close', () => to.destroy());
      from.on('error', () => to.destroy());
    }
  });
  return { port: await listen(server), counted };
}

/** A page of its own origin with one script. */
export async function pageServer(script) {
  const server = createServer((request, response) => {
    const isScript = request.url === '/page.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? script : '<!doctype html><title>Bench</title><script src="/page.js"></script>');
  });
  return { port: await listen(server) };
}
