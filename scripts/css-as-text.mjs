import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './run.mjs';

/** Variables that only our own sheets read. */
const PRIVATE = /--_[a-z][\w-]*/g;

/**
 * A short name for every private variable, the same in every bundle: the names that occur most get the shortest. Those
 * that scripts set keep theirs.
 */
function shortNames() {
  const counts = new Map();
  const scripts = new Set();
  for (const folder of ['packages/widget/src', 'packages/desk/src'])
    for (const file of readdirSync(join(ROOT, folder), { recursive: true })) {
      if (!/\.(css|tsx?)$/.test(file)) continue;
      for (const [name] of readFileSync(join(ROOT, folder, file), 'utf8').matchAll(PRIVATE))
        if (file.endsWith('.css')) counts.set(name, (counts.get(name) ?? 0) + 1);
        else scripts.add(name);
    }
  const byCount = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([name]) => name);
  return new Map(byCount.filter((name) => !scripts.has(name)).map((name, n) => [name, `--${n.toString(36)}`]));
}

const SHORT = shortNames();

/** A sheet with the short names: every sheet that stands beside the imported ones must have them, too. */
export const withShortNames = (css) => css.replace(PRIVATE, (name) => SHORT.get(name) ?? name);

/** Stylesheets are imported as text, without comments and white space that says nothing. */
export const cssAsText = {
  name: 'css-as-text',
  load(id) {
    if (!id.endsWith('.css')) return null;
    const text = withShortNames(readFileSync(id, 'utf8').replace(/\/\*[\s\S]*?\*\//g, ''))
      .replace(/\s+/g, ' ')
      .replace(/ ?([{};,]) ?/g, '$1')
      .replace(/: /g, ':')
      .replace(/;}/g, '}')
      .replace(/ !important/g, '!important')
      .replace(/ > /g, '>')
      .replace(/(?<=[\w\])]) ([+~]) (?=[\w:.*])(?![^{]*[;}])/g, '$1')
      .replace(/#([\da-f])\1([\da-f])\2([\da-f])\3\b/g, '#$1$2$3')
      .replace(/\( | \)/g, (found) => found.trim())
      .replace(/\) \* (?=[\d.])/g, ')*')
      .replace(/="([a-z][\w-]*)"\]/g, '=$1]')
      .replace(/\b0(\.\d)/g, '$1')
      .trim();
    return { code: `export default ${JSON.stringify(text)}`, map: null };
  },
};
