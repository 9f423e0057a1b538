/**
 * Scripted shoppers visit the assistant over two shops. Each goal comes twice, as it is written and with slips of the keyboard;
 * the conversation goes through the server's own responder. Prints what became of them, or with --json one line:
 *
 *   npm run -s bench:simulator -- --json [--shop bundled|litemall] [--half even|odd] [--seed N] [--list] [--show ID]
 *
 * --list names the goals that were missed and every fact said that is not in the data; --show prints one goal's conversations.
 */
import { parseArgs } from 'node:util';
import { simulate } from './simulator/simulate.mjs';
import { transcript } from './simulator/transcript.mjs';

const { values: flags } = parseArgs({
  options: {
    json: { type: 'boolean' },
    list: { type: 'boolean' },
    shop: { type: 'string', multiple: true },
    half: { type: 'string' },
    seed: { type: 'string', default: '1' },
    show: { type: 'string' },
  },
});

const { rows, missed, skipped, visits } = await simulate({
  shops: flags.shop,
  half: flags.half,
  seed: Number(flags.seed),
  only: flags.show,
});
for (const name of skipped) process.stderr.write(`${name}: skipped, its data are not beside the project\n`);
if (flags.show) for (const each of visits) console.log(transcript(each));
else if (flags.json) console.log(JSON.stringify({ rows, missed, skipped }));
else for (const [name, row] of Object.entries(rows)) console.log(name.padEnd(34), JSON.stringify(row));
if (flags.list)
  for (const { goal, level, failed, wrong } of visits) {
    if (failed) console.log(`${goal.id} ${level} ${goal.kind}: ${failed}`);
    for (const fact of wrong) console.log(`${goal.id} ${level} said: ${fact}`);
  }
