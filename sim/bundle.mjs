import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const OUT = `${ROOT}node_modules/.cache/xiaoer-sim`;

const OPTIONS = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  verbatimModuleSyntax: true,
};

const transpiled = new Map();
const transpile = (source) => {
  const known = transpiled.get(source);
  if (known) return known;
  const { outputText } = ts.transpileModule(source, { compilerOptions: OPTIONS });
  transpiled.set(source, outputText);
  return outputText;
};

/** A mutant is a source in which one rule is missing. What it replaces must be there exactly once. */
function mutated(source, { name, file, find, replace }) {
  const count = source.split(find).length - 1;
  if (count !== 1) throw new Error(`mutant «${name}»: ${file} has ${count} times, instead of once: ${find}`);
  return source.replace(find, () => replace);
}

let modules;
let count = 0;

/**
 * The address of the simulation as one module, so that it runs fast and every `import()` inside is a plain promise.
 *
 * @param {string} name of the file
 * @param {{ name: string, file: string, find: string, replace: string }} [mutant] what to change in the sources
 */
export async function writeBundle(name, mutant) {
  let applied = !mutant;
  const built = await rollup({
    input: `${ROOT}sim/index.ts`,
    cache: modules,
    treeshake: false,
    plugins: [
      nodeResolve({ exportConditions: ['xiaoer-source'], extensions: ['.js', '.mjs', '.ts'] }),
      {
        name: 'sources',
        load(id) {
          if (!id.endsWith('.ts')) return null;
          const source = readFileSync(id, 'utf8');
          if (mutant?.file !== relative(ROOT, id)) return transpile(source);
          applied = true;
          return transpile(mutated(source, mutant));
        },
      },
    ],
    onwarn(warning) {
      if (warning.code !== 'CIRCULAR_DEPENDENCY') throw new Error(warning.message);
    },
  });
  if (!applied) throw new Error(`mutant «${mutant.name}»: the simulation does not use ${mutant.file}`);
  modules ??= built.cache;
  const { output } = await built.generate({ format: 'es', inlineDynamicImports: true });
  await built.close();
  mkdirSync(OUT, { recursive: true });
  const file = `${OUT}/${name}.mjs`;
  // Several processes may bundle at once: none reads what another has half written.
  writeFileSync(`${file}.${process.pid}`, output[0].code);
  renameSync(`${file}.${process.pid}`, file);
  return `${pathToFileURL(file).href}?${count++}`;
}

/** The same, loaded here. */
export const bundleSim = async (name, mutant) => import(await writeBundle(name, mutant));
