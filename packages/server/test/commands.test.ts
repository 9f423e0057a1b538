import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runCommand } from '../src/commands/run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'xiaoer-commands-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const THINGS = 'refund parcel invoice coupon size colour login points review'.split(' ');
const WAYS = [
  'where is my X',
  'tell me about the X',
  'a question on X',
  'X please',
  'the X is wrong',
  'help with my X',
];
const rows = THINGS.flatMap((thing) => WAYS.map((way) => ({ text: way.replace('X', thing), label: thing })));
const csv = (list: readonly { text: string; label: string }[]) =>
  `text,label\n${list.map(({ text, label }) => `"${text}",${label}`).join('\n')}\n`;

const train = file('train.csv', csv(rows));
const asked = [
  { text: 'my refund please', label: 'refund' },
  { text: 'the coupon, please', label: 'coupon' },
  { text: 'the weather tomorrow', label: 'none' },
];

test.each([
  ['test.csv', csv(asked)],
  ['test.tsv', `text\tlabel\n${asked.map(({ text, label }) => `${text}\t${label}`).join('\n')}`],
  ['test.jsonl', asked.map((row) => JSON.stringify(row)).join('\n')],
])('eval reads %s and says the same', async (name, text) => {
  const args = ['--train', train, '--test', file(name, text), '--text', 'text', '--label', 'label', '--oos', 'none'];
  const result = JSON.parse(await runCommand('eval', [...args, '--json']));
  expect(result).toMatchObject({
    train: { rows: 54, classes: 9, skipped: 0 },
    rows: 2,
    outOfScope: 1,
    unseen: 0,
    accuracy: { value: 1, interval: [1, 1] },
    top3: { value: 1 },
    auroc: { value: 1 },
  });
  expect(Object.keys(result)).toEqual(
    expect.arrayContaining(['macroF1', 'inScopeAt80', 'atThreshold', 'microseconds']),
  );
  expect(await runCommand('eval', args)).toContain('accuracy');
});

const say = (name: string, ...args: string[]) => runCommand(name, args).then(String, (error: Error) => error.message);

test('bad input: what is wrong, where, and what to do', async () => {
  const use = (test: string, ...more: string[]) =>
    say('eval', '--train', train, '--test', test, '--text', 'text', '--label', 'label', ...more);
  const where = (text: string) => text.replaceAll(`${folder}/`, '');
  expect(where(await use(join(folder, 'none.csv')))).toBe('none.csv: there is no such file.');
  expect(where(await use(folder))).toContain('this is a folder');
  expect(where(await use(file('a.xls', 'x')))).toContain(
    'it is not known how to read ".xls". Use .csv, .tsv or .jsonl.',
  );
  expect(where(await use(file('b.csv', 'a,b\n1,2\n')))).toBe(
    'b.csv: there is no column "text". Its columns are: a, b.',
  );
  expect(where(await use(file('c.csv', 'text,label\n')))).toContain('there are no rows');
  expect(where(await use(file('d.csv', 'text,label\n,\n')))).toBe('d.csv: no row has both a "text" and a "label".');
  expect(where(await use(file('e.jsonl', '{"text":"a","label":"b"}\nnot json\n')))).toContain(
    'e.jsonl, line 2: this is not JSON',
  );
  expect(await say('eval', '--train', train)).toContain('--test, --text, --label missing');
  expect(await use(train, '--colour', 'red')).toContain("Unknown option '--colour'");
  const one = file('one.csv', csv(rows.filter(({ label }) => label === 'size')));
  expect(await say('eval', '--train', one, '--test', train, '--text', 'text', '--label', 'label')).toContain(
    'there is one label',
  );
  expect(await say('evaluate')).toContain('There is no command "evaluate"');
  expect(await say('')).toContain('npx xiaoer understand TEXT');
  expect(await say('understand', ' ')).toContain('There is no text');
  expect(await say('understand', 'hi', '--lang', 'fr')).toContain('the library speaks zh and en');
  expect(await say('intents')).toContain('--test missing');
  expect(await say('intents', '--help')).toContain('npx xiaoer intents --test FILE');
});

test('understand shows the band, the ranking, the hints, the nearest phrasing and the signals', async () => {
  const text = await runCommand('understand', ['我要退货', '--lang', 'zh']);
  expect(text).toMatch(/^answer /);
  expect(text).toContain('return.request');
  expect(text).toMatch(/hints\s+.*return/);
  expect(JSON.parse(await runCommand('understand', ['is anybody there?', '--json']))).toMatchObject({ lang: 'en' });
});

test('intents tries the library alone', async () => {
  const test = file(
    'own.tsv',
    'text\tintent\nwhere is my parcel\tdelivery.track\nthank you so much\tthanks\nbake me a cake\toos\n',
  );
  expect(JSON.parse(await runCommand('intents', ['--test', test, '--json']))).toMatchObject({
    lang: 'en',
    rows: 2,
    outOfScope: 1,
  });
});
