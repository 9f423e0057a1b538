/**
 * The log: durable appends a second and CPU time each (both threads) with 1, 64 and 512 writers, and what kill -9 under
 * load leaves behind.
 *
 *   node bench/log.mjs [--json] [--seconds 1.5] [--repeat 3] [--rounds 100]
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { conversationId, openLoad } from './log-writer.mjs';
import { median, option, quantile, round, wantsJson } from './statistics.mjs';

const SECONDS = option('seconds', 1.5);
const REPEAT = option('repeat', 3);
const ROUNDS = option('rounds', 100);
const CONVERSATIONS = 2_000;

async function measure(writers) {
  const folder = mkdtempSync(join(tmpdir(), 'xiaoer-bench-'));
  const load = await openLoad(join(folder, 'log.db'));
  let made = 0;
  const times = [];
  const run = async (until) => {
    let running = true;
    setTimeout(() => {
      running = false;
    }, until * 1_000);
    let next = 0;
    await Promise.all(
      Array.from({ length: writers }, async () => {
        while (running) {
          const started = performance.now();
          made += 1;
          await load.append(conversationId(next++ % CONVERSATIONS), 'w', `op${made}`);
          times.push(performance.now() - started);
        }
      }),
    );
  };
  await run(0.4);
  times.length = 0;
  const cpu = process.cpuUsage();
  const started = performance.now();
  await run(SECONDS);
  const seconds = (performance.now() - started) / 1_000;
  const used = process.cpuUsage(cpu);
  await load.log.close();
  rmSync(folder, { recursive: true, force: true });
  times.sort((a, b) => a - b);
  return {
    rate: times.length / seconds,
    cpu: (used.user + used.system) / times.length,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
  };
}

/** Writers that are killed, and start again with the op whose answer they did not hear. */
async function killRounds() {
  const folder = mkdtempSync(join(tmpdir(), 'xiaoer-bench-'));
  const path = join(folder, 'log.db');
  const [writers, conversations] = [64, 48];
  const next = new Array(writers).fill(1);
  /** Number by writer and op. */
  const acknowledged = new Map();
  let renumbered = 0;
  for (let at = 0; at < ROUNDS; at++) {
    const child = spawn(
      process.execPath,
      [fileURLToPath(new URL('log-writer.mjs', import.meta.url)), path, writers, conversations, JSON.stringify(next)],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
    });
    child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), 20 + Math.random() * 180));
    await new Promise((resolve) => child.once('close', resolve));
    // The last line may be cut off: its op counts as not heard of.
    for (const line of said.split('\n').slice(0, -1)) {
      const [writer, n, seq] = line.split(' ').map(Number);
      const before = acknowledged.get(`${writer}:${n}`);
      if (before !== undefined && before !== seq) renumbered += 1;
      acknowledged.set(`${writer}:${n}`, seq);
      next[writer] = Math.max(next[writer], n + 1);
    }
  }

  const { log } = await openLoad(path);
  let [events, lost, doubled, gaps] = [0, 0, renumbered, 0];
  const stored = new Map();
  for (let n = 0; n < conversations; n++) {
    let last = 0;
    for (;;) {
      const page = await log.read(conversationId(n), last, 1_000);
      if (page.length === 0) break;
      for (const { seq, id } of page) {
        events += 1;
        if (seq !== last + 1) gaps += 1;
        last = seq;
        if (stored.has(id)) doubled += 1;
        stored.set(id, seq);
      }
    }
  }
  for (const [op, seq] of acknowledged) if (stored.get(`w${op}`) !== seq) lost += 1;
  await log.close();
  rmSync(folder, { recursive: true, force: true });
  return { rounds: ROUNDS, events, acknowledged: acknowledged.size, lost, doubled, gaps };
}

const result = { writers: {} };
for (const writers of [1, 64, 512]) {
  const runs = [];
  for (let n = 0; n < REPEAT; n++) runs.push(await measure(writers));
  const of = (name) => median(runs.map((run) => run[name]));
  result.writers[writers] = {
    perSecond: Math.round(of('rate')),
    cpuMicros: round(of('cpu'), 1),
    p50: round(of('p50')),
    p99: round(of('p99')),
  };
}
result.kill = await killRounds();

if (wantsJson) console.log(JSON.stringify(result));
else {
  for (const [writers, { perSecond, cpuMicros, p50, p99 }] of Object.entries(result.writers))
    console.log(
      `${writers.padStart(4)} writers: ${perSecond} durable appends/s, ${cpuMicros} µs CPU each, p50 ${p50} ms, p99 ${p99} ms`,
    );
  const { rounds, acknowledged, lost, doubled, gaps } = result.kill;
  console.log(
    `${rounds} × kill -9 under load: ${acknowledged} acknowledged, ${lost} lost, ${doubled} doubled, ${gaps} gaps`,
  );
}
if (result.kill.lost + result.kill.doubled + result.kill.gaps > 0) process.exitCode = 1;
