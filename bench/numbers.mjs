/**
 * The numbers: how long 1,000,000 events take to be counted anew, what a message more costs, and how long a month's board
 * takes, in one thread.
 *
 *   npm run -s bench:numbers -- [--json] [--events 1000000] [--days 92] [--boards 5]
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../packages/server/dist/engines/open-database.js';
import { openNumbersDatabase } from '../packages/server/dist/numbers/numbers-database.js';
import { createNumbersEngine } from '../packages/server/dist/numbers/numbers-engine.js';
import { DEFAULT_RULES } from '../packages/server/dist/quality/default-rules.js';
import { writeLog } from './numbers-log.mjs';
import { median, option, round, wantsJson } from './statistics.mjs';

const EVENTS = option('events', 1_000_000);
const DAYS = option('days', 92);
const BOARDS = option('boards', 5);
const DAY = 86_400_000;
const UNTIL = Date.UTC(2026, 10, 22);

const folder = mkdtempSync(join(tmpdir(), 'xiaoer-bench-'));
const path = join(folder, 'log.db');
const started = performance.now();
const log = await writeLog({ path, events: EVENTS, days: DAYS, until: UNTIL });
const wroteMs = performance.now() - started;

const source = await openDatabase(path, { readOnly: true });
const own = await openNumbersDatabase(join(folder, 'numbers.db'));
const engine = createNumbersEngine(source, own, { timeZone: 'Asia/Shanghai', capacity: 5, rules: DEFAULT_RULES });

const timed = (what) => {
  const begun = performance.now();
  const cpu = process.cpuUsage();
  const result = what();
  const { user, system } = process.cpuUsage(cpu);
  return { ms: performance.now() - begun, cpuMs: (user + system) / 1e3, result };
};

const rebuild = timed(() => engine.rebuild());
const nothing = timed(() => engine.catchUp());
const opened = timed(() => engine.open());
const board = (days, more = {}) => {
  const wish = { from: UNTIL - days * DAY, to: UNTIL, now: UNTIL, groups: {}, ...more };
  const runs = Array.from({ length: BOARDS }, () => timed(() => engine.board(wish)));
  const of = (name) => round(median(runs.map((run) => run[name])), 0);
  return { ms: of('ms'), cpuMs: of('cpuMs'), sessions: runs[0].result.volume.sessions };
};
const result = {
  events: log.events,
  conversations: log.conversations,
  wroteSeconds: round(wroteMs / 1_000, 1),
  rebuildSeconds: round(rebuild.ms / 1_000, 1),
  rebuildCpuSeconds: round(rebuild.cpuMs / 1_000, 1),
  perSecond: Math.round(rebuild.result.events / (rebuild.ms / 1_000)),
  nothingNewMs: round(nothing.ms, 0),
  openMs: round(opened.ms, 0),
  month: board(30),
  monthOfAgent: board(30, { agent: 'agent:0' }),
  whole: board(DAYS),
  fileMb: round(statSync(join(folder, 'numbers.db')).size / 1e6, 0),
  heapMb: round(process.memoryUsage().heapUsed / 1e6, 0),
};
own.close();
source.close();
rmSync(folder, { recursive: true, force: true });

if (wantsJson) console.log(JSON.stringify(result));
else {
  const {
    events,
    conversations,
    rebuildSeconds,
    rebuildCpuSeconds,
    perSecond,
    nothingNewMs,
    month,
    monthOfAgent,
    whole,
    fileMb,
  } = result;
  console.log(
    `${events} events of ${conversations} conversations counted anew in ${rebuildSeconds} s (${rebuildCpuSeconds} s of CPU, ${perSecond}/s), ${fileMb} MB`,
  );
  console.log(`nothing new: ${nothingNewMs} ms`);
  console.log(
    `a month's board: ${month.ms} ms, ${month.cpuMs} of CPU (${month.sessions} sessions); of one agent: ${monthOfAgent.ms} ms`,
  );
  console.log(`${DAYS} days: ${whole.ms} ms (${whole.sessions} sessions)`);
}
