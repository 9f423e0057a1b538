import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PARTS, TOKENS } from '../src/theme/tokens.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const css = read('../src/theme/styles/tokens.css') + read('../src/theme/styles/late-tokens.css');
const used = (text: string) => [...new Set(text.match(/--xiaoer-[a-z-]+/g))].sort();

test('there are twenty-four, and the sheet reads exactly these', () => {
  expect(TOKENS.length).toBe(24);
  expect(used(css)).toEqual(TOKENS.map(({ name }) => `--xiaoer-${name}`).sort());
});

test('the sheet never declares one, so that a value from outside wins', () => {
  expect(css.match(/^\s*--xiaoer-[a-z-]+\s*:/gm)).toBe(null);
});

test('values that are told are the ones in the sheet', () => {
  const told = TOKENS.flatMap(({ name, light, dark }) =>
    [light, dark ?? ''].filter((value) => /^(#|[\d.]+(px|em)$)/.test(value)).map((value) => [name, value] as const),
  );
  expect(told.length).toBeGreaterThan(12);
  const missing = told.filter(([name, value]) => {
    const own = new RegExp(`--xiaoer-${name},\\s*(var\\([^)]*,\\s*)?${value}\\b`);
    const dark = new RegExp(`--xiaoer-${name}-dark,\\s*var\\(--xiaoer-${name},\\s*${value}\\b`);
    return !own.test(css) && !dark.test(css);
  });
  expect(missing).toEqual([]);
});

test('the launcher before the widget reads the same variables with the same values', () => {
  const loader = read('../src/loader/loader.ts');
  const values = (text: string) =>
    [...text.matchAll(/var\((--xiaoer-[a-z-]+),\s*(#[0-9a-f]+|[\d.]+px)\)/g)].map(
      ([, name, value]) => `${name} ${value}`,
    );
  const known = values(css).map((value) => value.replace('#ffffff', '#fff'));
  expect(values(loader).filter((value) => !known.includes(value))).toEqual([]);
});

test('the parts that are told are those that the sources draw', () => {
  const src = new URL('../src/', import.meta.url);
  const sources = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  const drawn = sources.flatMap((file) => {
    const text = readFileSync(new URL(file, src), 'utf8');
    const names = [...text.matchAll(/\bpart="([^"]+)"|\bpart: '([^']+)'/g)].map(([, one, other]) => one ?? other ?? '');
    // A bubble is named by its side.
    return /\bpart=\{`bubble-\$\{side\}`\}/.test(text) ? [...names, 'bubble-in', 'bubble-out'] : names;
  });
  expect([...new Set(drawn.flatMap((names) => names.split(' ')))].sort()).toEqual(Object.keys(PARTS).sort());
});

test('docs/theming.md is made from the list', () => {
  const docs = read('../../../docs/theming.md');
  expect(used(docs).filter((name) => !used(css).includes(name))).toEqual([]);
  const rows = TOKENS.filter(({ name, sets }) => !docs.includes(`| \`--xiaoer-${name}\` |`) || !docs.includes(sets));
  expect(rows).toEqual([]);
});
