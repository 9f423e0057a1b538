import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCommand } from '../src/commands/run-command.ts';
import { loadFolder } from '../src/shops/load-folder.ts';
import { makeFolder } from './folder.ts';

const FILES = {
  'faq.csv': 'question,answer,until\n可以退货吗？,7 天内可以。,\n双十一几折？,九折。,2026-11-30\n没有答案？,,\n',
  'help.md': '# 帮助\n## 可以退货吗\n15 天内可以。\n## 发票\n下单时填抬头。\n',
  'help.html': '<html lang="en"><h2>Can I pay by card?</h2><p>Yes.</p>',
};

test('files of any kind become one list of answers, with a report and what conflicts', async () => {
  const folder = makeFolder(FILES);
  const at = (name: string) => join(folder, name);
  const out = at('answers.json');
  const said = await runCommand('import', [...Object.keys(FILES).map(at), '--out', out, '--report', at('report.txt')]);
  expect(said.split('\n')).toEqual([
    '  answers   5 taken, 1 skipped, 1 flagged',
    '  flagged help.md row 4: "发票" is a title and no question; add phrasings in which shoppers ask it',
    '  skipped faq.csv row 4: there is no answer',
    'Questions with answers that conflict: 1',
    expect.stringMatching(
      /^ {2}conflict answer-2 "可以退货吗？" and q-[\da-f]{12} "可以退货吗": one says 7, the other 15$/,
    ),
    `5 answers were written to ${out}`,
  ]);
  expect(readFileSync(at('report.txt'), 'utf8')).toContain('conflict answer-2');
  // What was written is read again as it was.
  const again = loadFolder(makeFolder({ 'answers.json': readFileSync(out, 'utf8') })).knowledge.answers;
  expect(again).toHaveLength(5);
  expect(again[1]?.when).toEqual({ until: Date.parse('2026-12-01T00:00:00Z') });
  await expect(runCommand('import', [at('faq.csv'), '--out', out])).rejects.toThrow(
    'this file is there already, and nothing was written over it',
  );
});

test('a shop folder is imported as the server reads it; --json is for programs', async () => {
  const price = { amount: 1000, currency: 'CNY' };
  const folder = makeFolder({ 'products.json': [{ id: 'a', title: '甲', price }, { id: 'b' }] });
  const said = JSON.parse(await runCommand('import', [folder, '--json']));
  expect(said.taken.products).toBe(1);
  expect(said.notes).toMatchObject([{ file: 'products.json', row: 2, level: 'skipped' }]);
  expect(said.clashes).toEqual([]);
});

test('what cannot be read is said with what to do', async () => {
  const folder = makeFolder({ 'faq.docx': 'x', 'faq.csv': 'question,answer\n' });
  await expect(runCommand('import', [])).rejects.toThrow('There is no file. Use: npx xiaoer import');
  await expect(runCommand('import', [join(folder, 'none.csv')])).rejects.toThrow('there is no such file or folder');
  await expect(runCommand('import', [join(folder, 'faq.docx')])).rejects.toThrow('how to read ".docx". Use .json');
  await expect(runCommand('import', [folder, join(folder, 'faq.csv')])).rejects.toThrow('is imported alone');
});
