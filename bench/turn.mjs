/**
 * One turn as a shopper feels it: from the append frame to the first event of the bot's reply, over a real socket, with
 * question and answer on disk, the real assistant and the bundled shop. The page's typing pause is not part of it.
 *
 *   node bench/turn.mjs [--json] [--turns 1200]
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { option, quantile, round, wantsJson } from './statistics.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const { WebSocket } = createRequire(`${ROOT}packages/server/package.json`)('ws');

const TURNS = option('turns', 1_200);
const WARM_UP = 60;
/** Turns of one visitor: fewer than the burst that a principal may send. */
const EACH = 12;
const PATIENCE_MS = 10_000;

const data = mkdtempSync(join(tmpdir(), 'xiaoer-bench-'));
const server = spawn(process.execPath, ['packages/server/dist/cli.js'], {
  cwd: ROOT,
  env: { ...process.env, PORT: '0', DATA_DIR: data, LOG_LEVEL: 'error' },
  stdio: ['ignore', 'pipe', 'inherit'],
});

const address = await new Promise((resolve, reject) => {
  let said = '';
  server.stdout.on('data', (chunk) => {
    said += chunk;
    const found = /(http:\S+)\/health/.exec(said);
    if (found) resolve(found[1]);
  });
  server.once('exit', (code) => reject(new Error(`the server ended with ${code}; run npm run build first`)));
});

/** Questions about this very shop, in both languages. */
async function questions() {
  const found = [];
  for (const [locale, ask] of [
    ['zh-CN', (card, name) => [`${card.title}的${name}是什么`, `有没有${card.title}`, '运费怎么算', '什么时候发货']],
    [
      'en',
      (card, name) => [
        `what is the ${name} of the ${card.title}`,
        `do you have a ${card.title}`,
        'how much is shipping',
      ],
    ],
  ]) {
    const { products } = await (await fetch(`${address}/shop/catalogue.json?locale=${locale}`)).json();
    for (const card of products) {
      const name = Object.keys(card.attributes ?? {})[0];
      if (name) found.push(...ask(card, name).map((text) => ({ text, locale, about: card.id })));
    }
  }
  return found;
}

/** A visitor who asks one question after the other, until enough or until a person is to come. */
function visit(asked, locale, record) {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${address.replace('http', 'ws')}/ws`);
    const conversation = randomBytes(16).toString('base64url');
    const { id: shop } = catalogue.shop;
    let sent = 0;
    let replied = false;
    let next = 0;
    const timer = setTimeout(() => reject(new Error(`no reply to "${asked[next - 1]?.text}"`)), PATIENCE_MS);
    const finish = () => {
      clearTimeout(timer);
      socket.close();
      resolve(next);
    };
    const send = () => {
      const question = asked[next];
      if (!question) return finish();
      next += 1;
      replied = false;
      const body = { text: question.text, about: { product: question.about } };
      const frame = JSON.stringify({ t: 'append', conversation, id: `q${next}`, kind: 'text', body });
      sent = performance.now();
      socket.send(frame);
    };
    socket.on('error', reject);
    socket.on('open', () => {
      const secret = randomBytes(32).toString('base64url');
      socket.send(
        JSON.stringify({ t: 'hello', v: 1, shop, install: 'bench', nonce: 'n', secret, cursors: [], locale }),
      );
    });
    socket.on('message', (text) => {
      const at = performance.now();
      const frame = JSON.parse(text);
      if (frame.t === 'welcome') send();
      if (frame.t === 'nack') reject(new Error(`refused: ${text}`));
      if (frame.t !== 'events') return;
      if (!replied && frame.events.some(({ from }) => from.role === 'bot')) {
        replied = true;
        record(at - sent);
      }
      if (frame.events.some(({ kind, body }) => kind === 'handoff' && body.state === 'declined')) finish();
      // The place of the trace is the last of an answer.
      else if (frame.events.at(-1).kind === 'hidden' && !frame.events.some(({ kind }) => kind === 'handoff')) send();
    });
  });
}

const catalogue = await (await fetch(`${address}/shop/catalogue.json`)).json();
const all = await questions();
const times = [];
let visitors = 0;
const started = performance.now();
for (let turn = 0; turn < TURNS + WARM_UP; visitors++) {
  const start = (visitors * EACH) % all.length;
  const asked = all.slice(start, start + EACH);
  turn += await visit(asked, asked[0].locale, (ms) => times.push(ms));
}
const seconds = (performance.now() - started) / 1_000;
server.kill('SIGTERM');
await new Promise((resolve) => server.once('exit', resolve));
rmSync(data, { recursive: true, force: true });

const sorted = times.slice(WARM_UP).sort((a, b) => a - b);
const result = {
  p50: round(quantile(sorted, 0.5)),
  p90: round(quantile(sorted, 0.9)),
  p99: round(quantile(sorted, 0.99)),
  max: round(sorted.at(-1)),
  turns: sorted.length,
  visitors,
  seconds: round(seconds, 1),
};
if (wantsJson) console.log(JSON.stringify(result));
else
  console.log(
    `${result.turns} turns of ${visitors} visitors in ${result.seconds} s, one after the other\n  append to reply: p50 ${result.p50} ms, p90 ${result.p90} ms, p99 ${result.p99} ms, longest ${result.max} ms`,
  );
