/**
 * Start: milliseconds from spawning the server to its first answer (the request goes out when it prints its address), with
 * an empty shop and a new database, and the memory it holds then and when the assistant has woken. Beside it a bare HTTP server, the least that Node takes.
 *
 *   node bench/start.mjs [--json] [--repeat 15]
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median, option, round, wantsJson } from './statistics.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const REPEAT = option('repeat', 15);
/** The assistant wakes a tenth of a second after the door was opened. */
const SETTLE_MS = 500;

const BARE = `
const server = require('node:http').createServer((request, response) => response.end('ok'));
server.listen(0, '127.0.0.1', () => console.log('http://127.0.0.1:' + server.address().port + '/health'));
`;

async function start(args, env) {
  const started = performance.now();
  const server = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const address = await new Promise((resolve, reject) => {
    let said = '';
    server.stdout.on('data', (chunk) => {
      said += chunk;
      const found = /http:\S+\/health/.exec(said);
      if (found) resolve(found[0]);
    });
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}; run npm run build first`)));
  });
  const { status } = await fetch(address);
  if (status !== 200) throw new Error(`${address} answered ${status}`);
  const ms = performance.now() - started;
  const memory = () => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(server.pid)])) / 1024;
  const rss = memory();
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  const awake = memory();
  server.kill('SIGTERM');
  await ended;
  return { ms, rss, awake };
}

/** Starts with a folder of its own, so that nothing of an earlier start is found. */
async function startEmpty() {
  const folder = mkdtempSync(join(tmpdir(), 'xiaoer-bench-'));
  const shop = join(folder, 'shop');
  mkdirSync(shop);
  const env = { ...process.env, PORT: '0', DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'error', DRAIN_MS: '0' };
  try {
    return await start(['packages/server/dist/cli.js', '--shop', shop], env);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const runs = { xiaoer: [], bare: [] };
// One of each in turn, so that both meet the same disturbances.
for (let n = 0; n < REPEAT; n++) {
  runs.bare.push(await start(['--eval', BARE], process.env));
  runs.xiaoer.push(await startEmpty());
}

const figures = (list) => ({
  ms: round(median(list.map(({ ms }) => ms)), 0),
  best: round(Math.min(...list.map(({ ms }) => ms)), 0),
  rssMb: round(median(list.map(({ rss }) => rss)), 1),
  awakeMb: round(median(list.map(({ awake }) => awake)), 1),
});
const result = { xiaoer: figures(runs.xiaoer), bare: figures(runs.bare), repeat: REPEAT };
if (wantsJson) console.log(JSON.stringify(result));
else
  for (const name of ['xiaoer', 'bare']) {
    const { ms, best, rssMb, awakeMb } = result[name];
    console.log(
      `${name.padEnd(6)} ${ms} ms to the first answer (best ${best}), RSS ${rssMb} MB, half a second later ${awakeMb} MB`,
    );
  }
