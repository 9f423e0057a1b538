import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { build } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { install, requireNode } from './install.mjs';
import { ROOT, run } from './run.mjs';

requireNode();
await install();

let passed = 0;
let failed = 0;
const bin = (name) => `${ROOT}node_modules/.bin/${name}`;

/** One check that either holds or does not. */
async function check(name, work) {
  const started = performance.now();
  const { code, output } = await work().catch((error) => ({ code: 1, output: String(error) }));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (code === 0) passed++;
  else failed++;
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
  if (code !== 0) console.log(output);
}

const command = (name, args) => () => run(name, args, { quiet: true });

/** A vitest project: every test in it counts. */
async function suite(name, projects) {
  console.log(`\n${name}`);
  const report = `${ROOT}node_modules/.cache/xiaoer-${name}.json`;
  rmSync(report, { force: true });
  const { code } = await run(bin('vitest'), [
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  try {
    const { numPassedTests, numFailedTests, numFailedTestSuites, numPendingTests } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    passed += numPassedTests;
    // A file that cannot be loaded has no failed test, yet it has failed.
    failed += Math.max(numFailedTests, numFailedTestSuites > 0 && numFailedTests === 0 ? 1 : 0);
    if (code !== 0 && numFailedTests === 0 && numFailedTestSuites === 0) failed++;
    if (numPendingTests > 0) console.log(`${numPendingTests} skipped: see above for what they need`);
  } catch {
    console.log(`✗ ${name}: no report was written`);
    failed++;
  }
}

mkdirSync(`${ROOT}node_modules/.cache`, { recursive: true });
const packages = readdirSync(`${ROOT}packages`).filter((name) => name !== 'desk');

await check('format and lint', command(bin('biome'), ['ci', '.']));
await check('build and types', async () => {
  await build();
  return { code: 0, output: '' };
});
await check('layers', command(process.execPath, ['scripts/layers.mjs']));
await check('theming docs are up to date', command(process.execPath, ['scripts/theming-docs.mjs', '--check']));
await check('API docs are up to date', command(process.execPath, ['scripts/api-docs.mjs', '--check']));
for (const name of packages) await check(`publint ${name}`, command(bin('publint'), ['--strict', `packages/${name}`]));
for (const name of packages)
  await check(
    `types of ${name} for consumers`,
    command(bin('attw'), ['--profile', 'esm-only', '--pack', `packages/${name}`]),
  );
await check('byte budgets', command(process.execPath, ['scripts/size.mjs', '--assert']));
await suite('unit', ['unit', 'react']);
const chromium = await ensureChromium();
if (chromium) await suite('stories', ['stories']);
else {
  console.log('✗ stories: no Chromium. Install it, or name it in CHROMIUM.');
  failed++;
}

console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
