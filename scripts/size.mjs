import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import { minify } from 'terser';
import { ROOT } from './run.mjs';

const BROWSER = join(ROOT, 'packages/widget/dist/browser');
const CORE = join(ROOT, 'packages/core/dist');

/** Most bytes that each part is to have, brotli 11. */
const BUDGET = { loader: 1_200, widget: 30_000, core: 9_000 };

const brotli = (code) =>
  brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }).length;

function read(file) {
  if (!existsSync(file)) throw new Error(`${file} is missing: run npm run build first`);
  return readFileSync(file, 'utf8');
}

const chunk = (name) => read(join(BROWSER, name));
const names = (code, pattern) => [...code.matchAll(pattern)].map(([, name]) => name);
const staticImports = (code) => names(code, /(?:\bfrom|\bimport)\s*["']\.\/([\w.-]+\.js)["']/g);
const dynamicImports = (code) => names(code, /\bimport\((?:new URL\()?["']\.\/([\w.-]+\.js)["']/g);

/** A chunk with everything that its static imports bring along. */
function closure(name, found = new Set()) {
  if (found.has(name)) return found;
  found.add(name);
  for (const next of staticImports(chunk(name))) closure(next, found);
  return found;
}

const bytesOf = (chunks) => [...chunks].reduce((sum, name) => sum + brotli(chunk(name)), 0);

/** Whether a chunk is a table of the shell's words, known by a word that a panel cannot open without. */
const isShellTable = (name) => chunk(name).includes('"launcher.open":');

/** The loader, and everything that is fetched from the press until one can chat: the widget and one language. */
function widgetBytes() {
  const loader = 'xiaoer.js';
  const fetched = dynamicImports(chunk(loader));
  const widget = new Set(fetched.filter((name) => !isShellTable(name)).flatMap((name) => [...closure(name)]));
  // The loader fetches one of its tables beside the widget, which knows the way to all of them.
  const tables = new Set(
    [...fetched, ...[...widget].flatMap((name) => dynamicImports(chunk(name)))].filter(isShellTable),
  );
  const words = [...tables].map((name) => bytesOf([...closure(name)].filter((each) => !widget.has(each))));
  if (widget.size === 0 || words.length === 0)
    throw new Error(`${BROWSER}: the widget or its words cannot be found from ${loader}`);
  return { loader: bytesOf([loader]), widget: bytesOf([loader, ...widget]) + Math.max(...words) };
}

/**
 * `createClient` with one transport, without the two packages that it builds on, and without the parts that it fetches
 * at their first need (signing in, reading back, typing, taking back, refusals, resets).
 */
async function coreBytes() {
  const entry = join(CORE, 'index.js');
  read(entry);
  const bundle = await rollup({
    input: 'core',
    external: ['@preact/signals-core', 'idb-keyval'],
    preserveEntrySignatures: 'allow-extension',
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === 'core' ? id : null),
        load: (id) =>
          id === 'core' ? `export { createClient, websocketTransport } from ${JSON.stringify(entry)}` : null,
      },
      nodeResolve(),
    ],
  });
  const { output } = await bundle.generate({ format: 'es' });
  const needed = new Set([output[0].fileName]);
  for (const name of needed)
    for (const next of output.find((each) => each.fileName === name)?.imports ?? []) needed.add(next);
  let bytes = 0;
  for (const { fileName, code } of output)
    if (needed.has(fileName))
      bytes += brotli((await minify(code, { ecma: 2020, module: true, compress: { passes: 3 } })).code);
  return bytes;
}

async function measure() {
  return { ...widgetBytes(), core: await coreBytes() };
}

function table(sizes) {
  const row = ([name, bytes]) => `${name.padEnd(8)}${String(bytes).padStart(7)} of ${String(BUDGET[name]).padStart(6)}`;
  return Object.entries(sizes).map(row).join('\n');
}

function excess(sizes) {
  return Object.entries(sizes)
    .filter(([name, bytes]) => bytes > BUDGET[name])
    .map(([name, bytes]) => `${name} is ${bytes - BUDGET[name]} bytes over its budget of ${BUDGET[name]}`);
}

try {
  const sizes = await measure();
  console.log(process.argv.includes('--json') ? JSON.stringify(sizes) : table(sizes));
  const over = excess(sizes);
  if (process.argv.includes('--assert') && over.length > 0) throw new Error(over.join('\n'));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
