import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './run.mjs';

const BROWSER = join(ROOT, 'packages/widget/dist/browser');

/** The hash of a file as `integrity` attributes and policies name it. */
const hashOf = (file) => `sha384-${createHash('sha384').update(readFileSync(file)).digest('base64')}`;

/** Every file of the widget with its hash, the loader first. */
export function integrityOf(folder = BROWSER) {
  const names = readdirSync(folder).filter((name) => name.endsWith('.js'));
  names.sort((a, b) => Number(b === 'xiaoer.js') - Number(a === 'xiaoer.js') || a.localeCompare(b, 'en'));
  return Object.fromEntries(names.map((name) => [name, hashOf(join(folder, name))]));
}

/** The map by which a browser checks everything that the loader fetches from `base`, an address that ends with a slash. */
export function importMapOf(hashes, base) {
  return { integrity: Object.fromEntries(Object.entries(hashes).map(([name, hash]) => [base + name, hash])) };
}

/** Writes `integrity.json` beside the files, so that it is served with them. */
export function writeIntegrity(folder = BROWSER) {
  const hashes = integrityOf(folder);
  writeFileSync(join(folder, 'integrity.json'), `${JSON.stringify(hashes, null, 2)}\n`);
  return hashes;
}

/**
 * What a page needs that allows these files and no other script: the import map as it is to stand in the page, and the
 * sources of `script-src`, the map's own among them.
 */
export function strictestOf(hashes, base) {
  const map = JSON.stringify(importMapOf(hashes, base));
  const own = `sha384-${createHash('sha384').update(map).digest('base64')}`;
  return { map, sources: [own, ...Object.values(hashes)].map((hash) => `'${hash}'`).join(' ') };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const base = process.argv[2];
  if (!base?.endsWith('/')) throw new Error('usage: node scripts/integrity.mjs https://chat.your-shop.example/xiaoer/');
  const { map, sources } = strictestOf(integrityOf(), base);
  console.log(`<script type="importmap">${map}</script>\n\nscript-src ${sources}`);
}
