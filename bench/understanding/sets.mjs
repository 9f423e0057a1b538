import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const { parse } = createRequire(`${ROOT}packages/server/package.json`)('csv-parse/sync');

/** The development sets stand beside the project; none of them is part of it. */
export const DATA = `${ROOT}../shared/data/`;

export const hasData = existsSync(DATA);

const read = (path) => readFileSync(DATA + path, 'utf8');

/** Rows of two columns of a file of tabs with a header. */
export const tsv = (path, label = 1) =>
  read(path)
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))
    .map((row) => ({ text: row[0] ?? '', label: row[label] ?? '' }));

const csv = (path) => parse(read(path), { columns: true, relax_quotes: true });

/** CLINC150: training rows in scope, and the test with what is out of scope. */
export function clinc() {
  const { train, test, oos_test: oos } = JSON.parse(read('clinc150/clinc150.json'));
  const rows = (list) => list.map(([text, label]) => ({ text, label }));
  return { train: rows(train), test: rows([...test, ...oos]), oos: 'oos' };
}

/** Live messages of a shop for games, in the version of the paper. */
export function hint3() {
  const rows = (path) => csv(path).map(({ sentence, label }) => ({ text: sentence, label }));
  return {
    train: rows('hint3-powerplay11/v1_train.csv'),
    test: rows('hint3-powerplay11/v1_test.csv'),
    oos: 'NO_NODES_DETECTED',
  };
}

/** The first rows of each class. */
export function firstOfEach(rows, most) {
  const taken = new Map();
  return rows.filter(({ label }) => {
    taken.set(label, (taken.get(label) ?? 0) + 1);
    return taken.get(label) <= most;
  });
}

/** Reviews with their polarity: 1 is positive. */
export const eprstmt = () =>
  read('fewclue-eprstmt/test_public.jsonl')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .map(({ sentence, label }) => ({ text: sentence, positive: label === 'Positive' }));

/** Rows whose index is a multiple of five are the test. */
export const waimai = () =>
  csv('waimai10k/waimai_10k.csv')
    .filter((_, i) => i % 5 === 0)
    .map(({ review, label }) => ({ text: review, positive: label === '1' }));

/** Comments, and whether anger is among their emotions. */
export function anger() {
  const names = read('goemotions-ekman/labels.txt').trim().split('\n');
  const at = String(names.indexOf('anger'));
  return tsv('goemotions-ekman/test.tsv').map(({ text, label }) => ({ text, angry: label.split(',').includes(at) }));
}
