import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { withShortNames } from '../../scripts/css-as-text.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const OUT = `${HERE}dist/browser`;

/** Sheets of the page in the order in which later ones may refine earlier ones. */
const SHEETS = [
  'frame',
  'rail',
  'parts',
  'inbox',
  'conversation',
  'composer',
  'offers',
  'side',
  'tickets',
  'privacy',
  'numbers',
  'quality',
  'account',
  'merchant',
  'effect',
  'teaching',
  'lessons',
  'settings',
  'house',
  'flows',
  'forced-colors',
];

/** The sheet of the charts' library. */
const CHARTS = createRequire(import.meta.url).resolve('uplot/dist/uPlot.min.css');

/** Puts the page and its sheet beside the script. */
const page = {
  name: 'desk-page',
  buildStart() {
    this.addWatchFile(`${HERE}page/index.html`);
    for (const sheet of SHEETS) this.addWatchFile(`${HERE}src/styles/${sheet}.css`);
  },
  renderStart() {
    rmSync(OUT, { recursive: true, force: true });
  },
  writeBundle() {
    mkdirSync(OUT, { recursive: true });
    for (const file of ['index.html', 'icon.svg']) cpSync(`${HERE}page/${file}`, `${OUT}/${file}`);
    const css = [CHARTS, ...SHEETS.map((sheet) => `${HERE}src/styles/${sheet}.css`)].map((path) =>
      readFileSync(path, 'utf8'),
    );
    writeFileSync(
      `${OUT}/desk.css`,
      withShortNames(css.join('\n'))
        .replace(/\/\*[\s\S]*?\*\//g, '')
        .replace(/\n\s*/g, '\n'),
    );
  },
};

/**
 * The desk's part of the root rollup configuration: the script by the root's own recipe, and the page beside it.
 *
 * @param {(name: string, input: string, outDir: string) => { plugins: unknown[] }} browserBundle
 */
export function deskBundle(browserBundle) {
  const bundle = browserBundle('desk', 'packages/desk/src/main.tsx', 'packages/desk/dist/browser');
  // Sixty-four chunks and more have no names of six signs.
  const output = { ...bundle.output, chunkFileNames: '[name]-[hash:8].js' };
  return { ...bundle, output, plugins: [...bundle.plugins, page] };
}
