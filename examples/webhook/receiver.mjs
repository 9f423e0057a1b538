import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';

/** Most bytes of a message: contact and text have 4,000 characters at most. */
const MOST_BYTES = 32_768;

/** What an address may post: so many at once, and one more each minute. All addresses together have fifty times that. */
const BURST = 5;
const EVERY_MS = 60_000;
const ALL = 50;

/** What is wrong with a message, or undefined. What it has besides is not kept. */
function problemOf(message) {
  const text = (name, most, least = 1) =>
    typeof message[name] === 'string' && message[name].trim().length >= least && message[name].length <= most;
  if (typeof message !== 'object' || message === null || Array.isArray(message)) return 'the body is no object';
  if (message.v !== 1) return '"v" is not 1';
  if (!/^[\w:.-]{8,64}$/.test(message.id)) return '"id" is not 8 to 64 letters, digits, _ : . -';
  for (const name of ['shop', 'conversation', 'locale'])
    if (!text(name, 128)) return `"${name}" is missing or too long`;
  if (!Number.isSafeInteger(message.at) || message.at < 0) return '"at" is no time in milliseconds';
  if (!text('contact', 4_000)) return '"contact" is missing or too long';
  if (!text('message', 4_000)) return '"message" is missing or too long';
  return undefined;
}

/** A bucket of tokens a name: answers the milliseconds to wait, 0 for who may. */
function createRate(burst, now) {
  const buckets = new Map();
  return (name) => {
    const at = now();
    const { tokens, since } = buckets.get(name) ?? { tokens: burst, since: at };
    const left = Math.min(burst, tokens + ((at - since) * burst) / (EVERY_MS * BURST));
    // Whoever has been away for long is as good as new.
    if (buckets.size > 10_000) buckets.clear();
    buckets.set(name, { tokens: left >= 1 ? left - 1 : left, since: at });
    return left >= 1 ? 0 : Math.ceil(((1 - left) * EVERY_MS * BURST) / burst);
  };
}

/** One JSON object a line; what is in it when this returns outlives a crash of the machine. */
function createFile(path) {
  const ids = new Set();
  let whole = '';
  if (existsSync(path)) {
    whole = readFileSync(path, 'utf8');
    for (const line of whole.split('\n')) {
      // A crash may have cut the last line off: nobody was told that it was kept.
      try {
        ids.add(JSON.parse(line).id);
      } catch {}
    }
  }
  const file = openSync(path, 'a', 0o600);
  if (whole !== '' && !whole.endsWith('\n')) writeSync(file, '\n');
  return {
    has: (id) => ids.has(id),
    keep(message) {
      writeSync(file, `${JSON.stringify(message)}\n`);
      fsyncSync(file);
      ids.add(message.id);
    },
    close: () => closeSync(file),
  };
}

async function readBody(request) {
  const parts = [];
  let bytes = 0;
  for await (const part of request) {
    bytes += part.length;
    if (bytes > MOST_BYTES) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/**
 * A handler for `node:http` that takes the messages shoppers leave in a chat without a server. A public page has no secret, so
 * nobody can prove to be a page of yours: what it does instead is in README.md.
 *
 * @param {{ origins: string[], file: string, now?: () => number, addressOf?: (request: import('node:http').IncomingMessage) => string }} options
 *   `origins`: those of your pages, as `https://shop.example`; `file`: where messages are kept, a line each;
 *   `addressOf`: who posts, for the rate; behind a proxy of yours, what that says.
 */
export function createReceiver({
  origins,
  file,
  now = () => performance.now(),
  addressOf = (request) => request.socket.remoteAddress ?? '',
}) {
  const kept = createFile(file);
  const rate = createRate(BURST, now);
  const rateOfAll = createRate(BURST * ALL, now);

  async function handle(request, response) {
    const { origin } = request.headers;
    const answer = (status, body = {}, headers = {}) => {
      response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...headers });
      response.end(JSON.stringify(body));
    };
    response.setHeader('Vary', 'Origin');
    if (!origins.includes(origin)) return answer(403, { error: 'this origin is not among those that may post here' });
    response.setHeader('Access-Control-Allow-Origin', origin);
    if (request.method === 'OPTIONS')
      return answer(
        200,
        {},
        {
          'Access-Control-Allow-Methods': 'POST',
          'Access-Control-Allow-Headers': 'Content-Type',
          'Access-Control-Max-Age': '86400',
        },
      );
    if (request.method !== 'POST') return answer(405, { error: 'POST a message' }, { Allow: 'POST, OPTIONS' });
    // A form of another page can be posted without asking for leave, but never as JSON.
    if (!/^application\/json\b/.test(request.headers['content-type'] ?? ''))
      return answer(415, { error: 'the content type must be application/json' });
    const wait = Math.max(rate(addressOf(request)), rateOfAll('all'));
    if (wait > 0)
      return answer(429, { error: 'too many messages' }, { 'Retry-After': String(Math.ceil(wait / 1_000)) });
    const body = await readBody(request);
    if (body === undefined)
      return answer(413, { error: `the message has more than ${MOST_BYTES} bytes` }, { Connection: 'close' });
    let message;
    try {
      message = JSON.parse(body);
    } catch {
      return answer(400, { error: 'the body is no JSON' });
    }
    const problem = problemOf(message);
    if (problem) return answer(422, { error: problem });
    const { v, id, shop, conversation, at, locale, contact, message: text } = message;
    // The answer to it was lost: it is kept already.
    if (kept.has(id)) return answer(200, { id, repeat: true });
    kept.keep({ v, id, shop, conversation, at, locale, contact, message: text, receivedAt: new Date().toISOString() });
    return answer(201, { id });
  }

  return {
    handle: (request, response) =>
      handle(request, response).catch(() => {
        // A disk that is full, a connection that broke: the page keeps the message and comes again.
        if (!response.headersSent) response.writeHead(503, { 'Retry-After': '30' });
        response.end();
      }),
    close: kept.close,
  };
}
