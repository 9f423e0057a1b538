import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { build } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { install, requireNode } from './install.mjs';
import { ROOT, run } from './run.mjs';
import { bin, createTally } from './tally.mjs';

requireNode();
await install();

const { check, suite, missing, close } = createTally();
const command = (name, args) => () => run(name, args, { quiet: true });
const packages = readdirSync(`${ROOT}packages`).filter((name) => name !== 'desk');

await check('format and lint', command(bin('biome'), ['ci', '.']));
await check('build and types', async () => {
  await build();
  return { code: 0, output: '' };
});
// What needs nothing of another: as many at once as there are cores.
const apart = [
  ['layers', command(process.execPath, ['scripts/layers.mjs'])],
  ['theming docs are up to date', command(process.execPath, ['scripts/theming-docs.mjs', '--check'])],
  ['API docs are up to date', command(process.execPath, ['scripts/api-docs.mjs', '--check'])],
  ['byte budgets', command(process.execPath, ['scripts/size.mjs', '--assert'])],
  ...packages.map((name) => [`publint ${name}`, command(bin('publint'), ['--strict', `packages/${name}`])]),
  ...packages.map((name) => [
    `types of ${name} for consumers`,
    command(bin('attw'), ['--profile', 'esm-only', '--pack', `packages/${name}`]),
  ]),
];
const lane = async () => {
  for (let next = apart.shift(); next; next = apart.shift()) await check(...next);
};
await Promise.all(Array.from({ length: availableParallelism() }, lane));
await check(
  'simulation: 1,000 seeds, nothing worse than what is known',
  command(process.execPath, ['scripts/sim.mjs', '--no-worse']),
);
await suite('unit', ['--project', 'unit', '--project', 'faces', '--project', 'react']);
if (await ensureChromium()) await suite('stories', ['--project', 'stories']);
else missing('stories: no Chromium. Install it, or name it in CHROMIUM.');
close();
