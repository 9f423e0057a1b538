import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCommand } from '../src/commands/run-command.ts';
import { printReport } from '../src/shops/import-report.ts';
import { loadFolder } from '../src/shops/load-folder.ts';
import { makeFolder } from './folder.ts';

const FLOW = {
  flow: 1,
  id: 'gift-note',
  title: 'a gift note',
  phrases: 'add a gift note',
  slots: { note: { type: 'text', label: 'Note', ask: 'What shall it say?' } },
  steps: [
    { ask: 'note' },
    { confirm: 'The note: {note}. Shall I add it?' },
    { call: 'gifts.note', with: { text: 'note' } },
    { say: 'It is added.' },
  ],
};

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = makeFolder({ 'answers.json': [] });
  mkdirSync(join(folder, 'flows'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, 'flows', name), text);
  return folder;
}

test('flows of the shop’s folder are taken; one with mistakes is left out, each with its line', () => {
  const folder = folderWith({
    'a.json': JSON.stringify(FLOW, null, 2),
    'b.json': JSON.stringify({ ...FLOW, id: 'other', steps: [{ ask: 'nothing' }] }, null, 2),
    'c.json': '{ "flow": 1,',
    'd.json': JSON.stringify(FLOW),
    'notes.txt': 'no flow',
  });
  const { knowledge, report } = loadFolder(folder);
  expect(knowledge.flows?.map(({ id }) => id)).toEqual(['gift-note']);
  expect(printReport(report).split('\n').slice(3)).toMatchInlineSnapshot(`
    [
      "  flows     1 taken, 4 skipped, 0 flagged",
      "  skipped flows/b.json row 7: column 13: no step asks for “note”",
      "  skipped flows/b.json row 15: column 14: there is no slot “nothing”",
      "  skipped flows/c.json row 1: column 13: a key in double quotes belongs here, not the end of the file",
      "  skipped flows/d.json: the id "gift-note" is that of an earlier file",
    ]
  `);
});

test('npx xiaoer flows names every mistake, and is no success then', async () => {
  const folder = folderWith({ 'a.json': JSON.stringify(FLOW, null, 2), 'c.json': '{ "flow": 1,\n oops' });
  expect(await runCommand('flows', [join(folder, 'flows/a.json')])).toContain('gift-note, 4 steps, nothing wrong');
  await expect(runCommand('flows', [join(folder, 'flows/c.json')])).rejects.toThrow(
    /c\.json:2:2: a key in double quotes/,
  );
  await expect(runCommand('flows', [join(folder, 'nope.json')])).rejects.toThrow(/no such file/);
  await expect(runCommand('flows', [])).rejects.toThrow(/no file/);
});
