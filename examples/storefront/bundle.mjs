import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import typescript from '@rollup/plugin-typescript';

const here = fileURLToPath(new URL('.', import.meta.url));
const source = (path) => readFileSync(`${here}src/${path}`, 'utf8');

/** The page, its stylesheet and its pictures, beside the script. */
const assets = {
  name: 'storefront-assets',
  buildStart() {
    for (const folder of ['styles', 'pictures'])
      for (const file of readdirSync(`${here}src/${folder}`)) this.addWatchFile(`${here}src/${folder}/${file}`);
    this.addWatchFile(`${here}src/index.html`);
  },
  generateBundle() {
    const emit = (fileName, text) => this.emitFile({ type: 'asset', fileName, source: text });
    emit('index.html', source('index.html'));
    emit(
      'storefront/storefront.css',
      readdirSync(`${here}src/styles`)
        .sort()
        .map((file) => source(`styles/${file}`))
        .join('\n'),
    );
    for (const file of readdirSync(`${here}src/pictures`)) emit(`storefront/${file}`, source(`pictures/${file}`));
  },
};

/** The rollup configuration of the storefront. `dist` is served as it lies; index.html also at every other page. */
export const storefront = () => ({
  input: `${here}src/main.ts`,
  output: { dir: `${here}dist`, entryFileNames: 'storefront/storefront.js', format: 'es' },
  plugins: [
    typescript({
      tsconfig: `${here}tsconfig.json`,
      filterRoot: here,
      composite: false,
      incremental: false,
      declaration: false,
      emitDeclarationOnly: false,
      noEmitOnError: true,
    }),
    assets,
  ],
});

// biome-ignore lint/style/noDefaultExport: so that `rollup -c` can build the storefront alone.
export default storefront();
