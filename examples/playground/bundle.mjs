import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { tone } from '../../scripts/tone.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const pages = `${here}src/pages`;
const goods = `${here}../storefront/shop/pictures`;

/** The pages with their sheets, and the files that the samples show. */
const assets = {
  name: 'playground-assets',
  buildStart() {
    for (const file of readdirSync(pages)) this.addWatchFile(`${pages}/${file}`);
  },
  generateBundle() {
    const emit = (fileName, source) => this.emitFile({ type: 'asset', fileName, source });
    for (const file of readdirSync(pages)) emit(file, readFileSync(`${pages}/${file}`, 'utf8'));
    for (const file of readdirSync(goods)) emit(`pictures/${file}`, readFileSync(`${goods}/${file}`, 'utf8'));
    emit('pictures/icon.svg', readFileSync(`${pages}/icon.svg`, 'utf8'));
    emit('pictures/voice.wav', tone());
  },
};

/**
 * The playground's part of the root rollup configuration: two scripts by the root's own recipe, for the page and for its
 * frames, and the pages beside them.
 *
 * @param {(name: string, input: string, outDir: string) => { plugins: unknown[] }} browserBundle
 */
export function playgroundBundle(browserBundle) {
  const source = 'examples/playground/src';
  const bundle = browserBundle('playground', `${source}/main.tsx`, 'examples/playground/dist');
  return {
    ...bundle,
    input: { ...bundle.input, preview: `${source}/preview/preview.ts` },
    plugins: [...bundle.plugins, assets],
  };
}
