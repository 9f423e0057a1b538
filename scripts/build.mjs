import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { install, requireNode } from './install.mjs';
import { writeIntegrity } from './integrity.mjs';
import { ROOT, run } from './run.mjs';

const SOURCES = [
  'packages',
  'examples',
  'scripts/build.mjs',
  'rollup.config.mjs',
  'tsconfig.json',
  'package-lock.json',
];
const SKIP = new Set(['node_modules', 'dist', 'test']);

function* files(path) {
  if (!statSync(ROOT + path).isDirectory()) {
    yield path;
    return;
  }
  for (const name of readdirSync(ROOT + path).sort()) if (!SKIP.has(name)) yield* files(`${path}/${name}`);
}

/** A hash of everything the build reads. */
function fingerprint() {
  const hash = createHash('sha256').update(process.versions.node);
  for (const source of SOURCES) for (const file of files(source)) hash.update(file).update(readFileSync(ROOT + file));
  return hash.digest('hex');
}

/** Every output whose absence means that somebody cleaned. */
const OUTPUTS = [
  'packages/server/dist/cli.js',
  'packages/widget/dist/browser/xiaoer.js',
  'packages/widget/dist/browser/integrity.json',
  'packages/desk/dist/browser/index.html',
  'examples/playground/dist/index.html',
  'examples/storefront/dist/index.html',
];

/** Builds every package and the browser bundles, unless they are there and nothing has changed since. */
export async function build() {
  const stamp = `${ROOT}node_modules/.cache/xiaoer-built`;
  const sources = fingerprint();
  if (
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === sources &&
    OUTPUTS.every((output) => existsSync(ROOT + output))
  )
    return;
  console.log('Building …');
  const steps = [
    [process.execPath, ['node_modules/@typescript/native/bin/tsc', '-b']],
    [process.execPath, ['node_modules/rollup/dist/bin/rollup', '-c', '--silent']],
  ];
  for (const [command, args] of steps) {
    const { code } = await run(command, args);
    if (code !== 0) throw new Error(`the build failed at: ${args.join(' ')}`);
  }
  const { 'xiaoer.js': loader } = writeIntegrity();
  console.log(`xiaoer.js  integrity="${loader}"\nall files  packages/widget/dist/browser/integrity.json`);
  mkdirSync(`${ROOT}node_modules/.cache`, { recursive: true });
  writeFileSync(stamp, sources);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  requireNode();
  await install();
  await build().catch((error) => {
    console.error(error.message);
    process.exit(1);
  });
}
