/**
 * A base of 670,000 question–answer pairs on one core: how long it takes from a file to the first answer, how much
 * memory, and how long a turn takes. Each run has a process of its own. The turns are questions of the base as written,
 * with something left out or changed, and plain lines that name no thing; a share tells how many of the questions brought
 * their own answer.
 *
 *   node bench/knowledge.mjs [--json] [--answers 670000] [--turns 4000]
 */
import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { pairs } from './knowledge/pairs.mjs';
import { option, wantsJson } from './statistics.mjs';

const answers = option('answers', 670_000);
const turns = option('turns', 4_000);

const folder = mkdtempSync(join(tmpdir(), 'xiaoer-knowledge-'));
try {
  const file = createWriteStream(join(folder, 'answers.ndjson'));
  for (const pair of pairs(answers))
    if (!file.write(`${JSON.stringify(pair)}\n`)) await new Promise((resolve) => file.once('drain', resolve));
  file.end();
  await finished(file);
  const shop = { id: 'bench', name: 'Bench', locales: ['zh-CN', 'en'], currency: 'CNY' };
  writeFileSync(join(folder, 'mapping.json'), JSON.stringify({ shop }));
  const measured = fileURLToPath(new URL('./knowledge/serve.mjs', import.meta.url));
  const { status, stdout } = spawnSync(
    process.execPath,
    ['--single-threaded', measured, folder, String(answers), String(turns)],
    { stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`the measured process ended with ${status}`);
  const result = JSON.parse(stdout);
  if (wantsJson) console.log(JSON.stringify(result));
  else
    console.log(
      [
        `${result.answers} answers, one core`,
        `  from file to first answer ${result.loadMs / 1000} s: read ${result.readMs} ms, compiled ${result.buildMs} ms; ${result.loadCpuMs} ms of CPU`,
        `  memory                    ${result.rssMB} MB, at most ${result.peakMB} MB`,
        `  a turn                    p50 ${result.p50} ms, p99 ${result.p99} ms, longest ${result.max} ms; of CPU p50 ${result.cpuP50} ms, p99 ${result.cpuP99} ms`,
        `  brought their own answer  ${result.own} of ${result.asked}`,
      ].join('\n'),
    );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
