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

/** Whether a module is the loader or its sister for elements in a page: what they import has its own name in the bundle. */
const isLoader = (id) => /\/loader\/(?:loader|element)\.ts$/.test(id);

/**
 * A classic script has neither static imports nor exports, and keeps its names to itself. What it imports later are chunks
 * whose exports keep their names for it, by addresses that are written in once they are known.
 */
const classicScript = (name) => ({
  name: 'classic-script',
  async resolveDynamicImport(specifier, importer) {
    if (!isLoader(importer)) return null;
    const { id } = await this.resolve(specifier, importer);
    return { id: `chunk:${id}`, external: true };
  },
  // To a script of another origin without `crossorigin`, a relative address has no base: it gets the script's, `_src`.
  renderDynamicImport: ({ moduleId }) =>
    moduleId.endsWith('/loader.ts') ? { left: 'import(new URL(', right: ', _src))' } : null,
  renderChunk(code, chunk) {
    if (chunk.name !== name || !chunk.isEntry) return null;
    if (chunk.imports.length > 0 || chunk.exports.length > 0 || !/^[!(]/.test(code))
      this.error(`${name} must be a classic script: one function that calls itself, without imports and exports`);
    return null;
  },
  generateBundle(_, bundle) {
    const chunks = Object.values(bundle);
    for (const chunk of chunks.filter(({ facadeModuleId }) => isLoader(facadeModuleId)))
      chunk.code = chunk.code.replace(/"chunk:([^"]+)"/g, (_, source) => {
        const { fileName } = chunks.find(({ facadeModuleId }) => facadeModuleId === source);
        return JSON.stringify(`./${fileName}`);
      });
  },
});

/**
 * Nearly all functions of the widget's first chunk run before its panel is painted. An engine that is told so compiles them
 * beside the main thread while they arrive, and not one by one when they are called.
 */
const compileAtOnce = {
  name: 'compile-at-once',
  renderChunk: (code, { name }) =>
    name === 'widget' ? { code: `//# allFunctionsCalledOnLoad\n${code}`, map: null } : null,
};

/** What the frame of the panel is drawn with travels with it, and whoever else needs any of that gets it from there. */
const FRAME = `${root}packages/widget/src/frame.ts`;
function withFrame(id, { getModuleInfo }) {
  const found = new Set([FRAME]);
  for (const each of found) for (const next of getModuleInfo(each).importedIds) found.add(next);
  return found.has(id) ? 'frame' : null;
}

/** Whether a file is of the page's own house, which is built beside the widget and into the same folder. */
const ofHouse = (file) => /^(?:xiaoer-page|page-.*)\.js$/.test(file);

/** Chunks of earlier builds have other hashes: they go. */
const sweep = {
  name: 'sweep',
  writeBundle({ dir }, bundle) {
    const house = Object.keys(bundle).some(ofHouse);
    for (const file of readdirSync(dir))
      if (file.endsWith('.js') && !(file in bundle) && ofHouse(file) === house) rmSync(`${dir}/${file}`);
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
      chunkFileNames: '[name]-[hash:6].js',
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
      ...(classic ? [classicScript(name), compileAtOnce] : []),
      sweep,
    ],
    onwarn(warning, warn) {
      // A cycle or a missing export is a mistake, not a remark.
      if (warning.code === 'CIRCULAR_DEPENDENCY' || warning.code === 'MISSING_EXPORT') throw new Error(warning.message);
      warn(warning);
    },
  };
}

const widget = browserBundle('xiaoer', 'packages/widget/src/loader/loader.ts', 'packages/widget/dist/browser', {
  classic: true,
});

/**
 * The widget never takes the page's house in: it is a file of its own, for a worker has one, and every other page is spared
 * it. `folder` leads there from a chunk.
 */
const houseApart = (folder) => ({
  name: 'house-apart',
  resolveDynamicImport: (specifier) =>
    /xiaoer-page\.[jt]s$/.test(specifier) ? { id: 'house:xiaoer-page.js', external: true } : null,
  renderChunk: (code) => (code.includes('house:') ? { code: code.replaceAll('house:', folder), map: null } : null),
});

/** Host and assistant for pages without a server: a worker's module, and the page's own where none may be started. */
const house = browserBundle(
  'xiaoer-page',
  'packages/widget/src/in-page/xiaoer-page.ts',
  'packages/widget/dist/browser',
);

export default [
  {
    ...widget,
    plugins: [...widget.plugins, houseApart('./')],
    input: {
      ...widget.input,
      frame: 'packages/widget/src/frame.ts',
      widget: 'packages/widget/src/browser.ts',
      'xiaoer-element': 'packages/widget/src/loader/element.ts',
      'xiaoer-analytics': 'packages/widget/src/analytics/browser.ts',
    },
    preserveEntrySignatures: 'allow-extension',
    output: {
      ...widget.output,
      manualChunks: withFrame,
      entryFileNames: ({ name }) => (name === 'widget' || name === 'frame' ? '[name]-[hash:6].js' : '[name].js'),
    },
  },
  {
    ...house,
    preserveEntrySignatures: 'strict',
    output: { ...house.output, chunkFileNames: 'page-[name]-[hash:6].js' },
  },
  widgetPackage(browserBundle, houseApart('../browser/')),
  deskBundle(browserBundle),
  playgroundBundle(browserBundle),
  storefront(),
];
