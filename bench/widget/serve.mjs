import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

const { WebSocketServer } = createRequire(
  fileURLToPath(new URL('../../packages/server/package.json', import.meta.url)),
)('ws');

const OURS = fileURLToPath(new URL('../../packages/widget/dist/browser', import.meta.url));
const PAGE = readFileSync(new URL('page.js', import.meta.url));
const HTML = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Shop</title>
<style>body{margin:0}#chat{width:380px;height:600px}</style><div id="chat"></div><script src="/page.js"></script></html>`;

const TEXT = 'Is the wool duvet still there in 220 × 240, and when would it arrive?';
const CONVERSATION = 'c'.repeat(22);
const STREAM = 'bot:stream';
const PAGE_EVENTS = 100;
const BOT = { role: 'bot', id: 'bot', name: 'Xiaoer' };
const ME = { role: 'shopper', id: 'me' };

const eventOf = (seq, { role, text }, more) => ({
  seq,
  id: `e${seq}`,
  at: 1_700_000_000_000 + seq * 1_000,
  from: role === 'me' ? ME : BOT,
  kind: 'text',
  body: { text, ...more },
});

/**
 * Speaks our protocol to the widget: a log of so many messages, of which a new device gets the newest page. What the widget
 * writes, which is how far it has read, goes into the log and back to it, as with any server.
 */
function createHouse() {
  let head = 0;
  let sent = 0;
  const links = new Set();
  const send = (frame) => {
    for (const link of links) link.send(JSON.stringify(frame));
  };
  const events = (list) => send({ t: 'events', conversation: CONVERSATION, epoch: 'A', events: list, first: 1 });
  return {
    hold(count) {
      head = count;
      sent = 0;
    },
    take(socket) {
      links.add(socket);
      socket.on('close', () => links.delete(socket));
      socket.on('message', (data) => {
        const frame = JSON.parse(String(data));
        if (frame.t === 'append') {
          const { id, kind, body } = frame;
          head += 1;
          send({ t: 'ack', conversation: CONVERSATION, epoch: 'A', id, seq: head });
          events([{ seq: head, id, at: Date.now(), from: ME, kind, body }]);
        }
        if (frame.t !== 'hello') return;
        const at = { conversation: CONVERSATION, epoch: 'A', head };
        send({
          t: 'welcome',
          v: 1,
          nonce: frame.nonce,
          principal: ME,
          time: Date.now(),
          limits: { frameBytes: 32768, bodyBytes: 24576, textChars: 4000, sendWindow: 16, pageEvents: PAGE_EVENTS },
          heartbeat: 25_000,
          conversations: head ? [at] : [],
          shop: { name: 'Bench', agents: 0 },
        });
        if (!head || frame.cursors.length > 0) return;
        const from = Math.max(0, head - PAGE_EVENTS);
        const newest = Array.from({ length: head - from }, (_, n) => from + n + 1);
        send({
          t: 'reset',
          ...at,
          first: 1,
          events: newest.map((seq) => eventOf(seq, { role: seq % 2 ? 'me' : 'bot', text: `${seq} ${TEXT}` })),
        });
      });
    },
    append(message) {
      head += 1;
      events([eventOf(head, message)]);
    },
    stream(text) {
      if (sent === 0) {
        head += 1;
        events([{ ...eventOf(head, { role: 'bot', text }, { streaming: true }), id: STREAM }]);
      } else
        send({
          t: 'signal',
          name: 'delta',
          conversation: CONVERSATION,
          from: BOT,
          body: { id: STREAM, offset: sent, text: text.slice(sent) },
        });
      sent = text.length;
    },
  };
}

/** Says the same to the other chats, whose pages hear it over a socket of their own. */
function createRadio() {
  const sockets = new Set();
  const say = (what) => {
    for (const socket of sockets) socket.send(JSON.stringify(what));
  };
  return {
    take(socket) {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
    },
    hold() {},
    append: (append) => say({ append }),
    stream: (stream) => say({ stream }),
  };
}

/** Serves the page and the chats, and knows their sizes. */
export async function serve(chats) {
  const house = createHouse();
  const radio = createRadio();
  const find = (path) => {
    if (path === '/') return ['text/html', HTML];
    if (path === '/page.js') return ['text/javascript', PAGE];
    const code = path.startsWith('/xiaoer/')
      ? readFileSync(join(OURS, basename(path)))
      : chats.get(basename(path, '.js'));
    return code && ['text/javascript', code];
  };
  const server = createServer((request, response) => {
    const found = find(new URL(request.url, 'http://bench').pathname);
    response.writeHead(found ? 200 : 404, found ? { 'Content-Type': found[0] } : {});
    response.end(found?.[1]);
  });
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  server.on('upgrade', (request, socket, first) =>
    sockets.handleUpgrade(request, socket, first, (link) => (request.url === '/said' ? radio : house).take(link)),
  );
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    sayerOf: (name) => (name === 'xiaoer' ? house : radio),
    /** Brotli bytes of scripts of chats, ours without the few lines that stand for the script tag. */
    bytesOf: (paths) =>
      paths
        .filter((path) => path.endsWith('.js') && !['/page.js', '/chats/xiaoer.js'].includes(path))
        .reduce((sum, path) => sum + brotliCompressSync(find(path)[1]).length, 0),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
