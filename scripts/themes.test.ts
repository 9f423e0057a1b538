import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { TOKENS } from '../packages/widget/src/theme/tokens.ts';

const FOLDER = new URL('../examples/themes/', import.meta.url);
const themes = readdirSync(FOLDER).filter((file) => file.endsWith('.css'));

test('there are five themes, and the readme names each', () => {
  const readme = readFileSync(new URL('README.md', FOLDER), 'utf8');
  expect(themes.length).toBe(5);
  expect(themes.filter((file) => !readme.includes(`](${file})`))).toEqual([]);
});

test.each(themes)('%s sets public variables, and nothing else', (file) => {
  const css = readFileSync(new URL(file, FOLDER), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const rules = [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selector = '', body = '']) => ({
    selector: selector.trim(),
    names: body.split(';').flatMap((line) => (line.trim() ? [line.split(':')[0]?.trim()] : [])),
  }));
  const known = new Set(TOKENS.map(({ name }) => `--xiaoer-${name}`));
  const selectors = ['xiaoer-chat', 'xiaoer-chat[data-scheme="dark"]'];
  expect(rules.filter(({ selector }) => !selectors.includes(selector))).toEqual([]);
  expect(rules.flatMap(({ names }) => names).filter((name) => !known.has(name ?? ''))).toEqual([]);
  expect(rules.length > 0).toBe(file !== 'plain.css');
});
