import { readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import typescript from '@rollup/plugin-typescript';
import { playgroundBundle } from './examples/playground/bundle.mjs';
import { storefront } from './examples/storefront/bundle.mjs';
import { deskBundle } from './packages/desk/bundle.mjs';
import { widgetPackage } from './packages/widget/bundle.mjs';
import { cssAsText } from './scripts/css-as-text.mjs';
import { letForConst } from './scripts/let-for-const.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));

/** A classic script has neither static imports nor exports, and keeps its names to itself. */
const classicScript = (name) => ({
  name: 'classic-script',
  // To a script of another origin without `crossorigin`, a relative address has no base: it gets the script's, `_src`.
  renderDynamicImport({ moduleId }) {
    return this.getModuleInfo(moduleId)?.isEntry ? { left: 'import(new URL(', right: ', _src))' } : null;
  },
  renderChunk(code, chunk) {
    if (chunk.name !== name || !chunk.isEntry) return null;
    if (chunk.imports.length > 0 || chunk.exports.length > 0 || !/^[!(]/.test(code))
      this.error(`${name} must be a classic script: one function that calls itself, without imports and exports`);
    return null;
  },
});

/** Chunks of earlier builds have other hashes: they go. */
const sweep = {
  name: 'sweep',
  writeBundle({ dir }, bundle) {
    for (const file of readdirSync(dir)) if (file.endsWith('.js') && !(file in bundle)) rmSync(`${dir}/${file}`);
  },
};

/**
 * Files for browsers: the entry under its own name, everything that it loads later under a name with a hash.
 *
 * @param {string} name of the entry's file, without `.js`
 * @param {string} input the entry's source
 * @param {string} outDir where the files go
 * @param {{ classic?: boolean, tsconfig?: string }} [options] `classic`: the entry is for a tag without `type=module`
 */
export function browserBundle(name, input, outDir, { classic = false, tsconfig = 'tsconfig.browser.json' } = {}) {
  return {
    input: { [name]: input },
    // What every package.json of ours says by `sideEffects`; sources found by their own condition do not get to say it.
    treeshake: { moduleSideEffects: (id) => !id.startsWith(`${root}packages/`) },
    output: {
      dir: outDir,
      format: 'es',
      entryFileNames: '[name].js',
      chunkFileNames: ({ name: chunk }) => `${chunk === 'browser' ? 'widget' : chunk}-[hash:6].js`,
      generatedCode: { preset: 'es2015', symbols: false },
      // Nobody changes a module of ours.
      freeze: false,
    },
    plugins: [
      cssAsText,
      nodeResolve({ exportConditions: ['xiaoer-source'], extensions: ['.js', '.mjs', '.ts', '.tsx'] }),
      typescript({
        // Its own file: with `references` the plugin leaves out the sources of sibling packages. Types are checked by
        // `tsc -b`, on the newer compiler.
        tsconfig,
        filterRoot: root,
        include: ['**/*.ts', '**/*.tsx'],
        compilerOptions: { outDir },
      }),
      letForConst,
      terser({ ecma: 2020, module: true, compress: { passes: 3 } }),
      ...(classic ? [classicScript(name)] : []),
      sweep,
    ],
    onwarn(warning, warn) {
      // A cycle or a missing export is a mistake, not a remark.
      if (warning.code === 'CIRCULAR_DEPENDENCY' || warning.code === 'MISSING_EXPORT') throw new Error(warning.message);
      warn(warning);
    },
  };
}

export default [
  {
    ...browserBundle('xiaoer', 'packages/widget/src/loader/loader.ts', 'packages/widget/dist/browser', {
      classic: true,
    }),
    input: {
      xiaoer: 'packages/widget/src/loader/loader.ts',
      'xiaoer-analytics': 'packages/widget/src/analytics/browser.ts',
    },
  },
  widgetPackage(browserBundle),
  deskBundle(browserBundle),
  playgroundBundle(browserBundle),
  storefront(),
];
