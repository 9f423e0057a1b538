import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { KnowledgeAnswer } from '@xiaoer/assistant';
import { type Clash, findClashes } from '../shops/find-clashes.ts';
import { fullReport, ImportNotes, type ImportReport, printReport } from '../shops/import-report.ts';
import { loadFolder } from '../shops/load-folder.ts';
import { type AnswerMapping, readMapping } from '../shops/mapping.ts';
import { readAnswer } from '../shops/read-answer.ts';
import { ENDINGS, readRows } from '../shops/read-rows.ts';
import { takeAnswers } from '../shops/take-answers.ts';

const USE = 'Use: npx xiaoer import FILE|FOLDER … [--mapping FILE] [--out answers.json] [--report FILE] [--json]';

/** Clashes shown of each kind; the report file has all of them. */
const SHOWN = 10;

interface Imported {
  readonly answers: readonly KnowledgeAnswer[];
  readonly report: ImportReport;
}

const line = ({ kind, ids, questions, says }: Clash): string =>
  `  ${kind} ${ids[0]} "${questions[0]}" and ${ids[1]} "${questions[1]}"${says ? `: one says ${says[0]}, the other ${says[1]}` : ''}`;

function clashLines(clashes: readonly Clash[], most: number): readonly string[] {
  return (['conflict', 'alike'] as const).flatMap((kind) => {
    const found = clashes.filter((one) => one.kind === kind);
    if (found.length === 0) return [];
    const what = kind === 'conflict' ? 'Questions with answers that conflict' : 'Questions that are asked twice';
    const rest = found.length - most;
    return [
      `${what}: ${found.length}`,
      ...found.slice(0, most).map(line),
      ...(rest > 0 ? [`    … and ${rest} more`] : []),
    ];
  });
}

/** Answers of files of any kind, one after the other, as if they were one. */
function importFiles(files: readonly string[], mappingFile: string | undefined): Imported {
  const mapping = mappingFile === undefined ? undefined : readMapping(readFileSync(mappingFile, 'utf8'), mappingFile);
  const { locales, timeZone } = { locales: ['zh-CN', 'en'], timeZone: undefined, ...mapping?.shop };
  const source: AnswerMapping = mapping?.answers ?? {};
  const locale = source.locale === locales[0] ? undefined : source.locale;
  const notes = new ImportNotes();
  const rows = files.flatMap((file) => {
    const { file: _, ...rest } = source;
    return readRows(dirname(resolve(file)), 'answers', { ...rest, file: basename(file) }, notes, locales);
  });
  const answers = takeAnswers(
    rows,
    (row) =>
      readAnswer(row, row.page ? {} : source, {
        currency: 'CNY',
        locale: row.page ? undefined : locale,
        timeZone: timeZone ?? 'UTC',
      }),
    [],
  );
  notes.taken.answers = answers.size;
  return { answers: [...answers.values()], report: notes };
}

function check(places: readonly string[], mapping: string | undefined): 'folder' | 'files' {
  if (places.length === 0) throw new Error(`There is no file. ${USE}`);
  for (const place of [...places, ...(mapping === undefined ? [] : [mapping])])
    if (!existsSync(place)) throw new Error(`${place}: there is no such file or folder.`);
  const folders = places.filter((place) => statSync(place).isDirectory());
  if (folders.length > 0 && places.length > 1)
    throw new Error(`${folders[0]}: a shop's folder is imported alone. Name it without other files.`);
  const unknown = places.find((place) => folders.length === 0 && !ENDINGS.includes(extname(place).toLowerCase()));
  if (unknown !== undefined)
    throw new Error(
      `${unknown}: it is not known how to read "${extname(unknown) || 'no ending'}". Use ${ENDINGS.join(', ')}.`,
    );
  return folders.length > 0 ? 'folder' : 'files';
}

/**
 * `import`: reads a shop's folder, or questions and answers out of tables, JSON, Markdown and help pages; tells what was
 * taken, flagged and skipped and which answers are in each other's way; and writes the answers in our shape where asked.
 */
export async function runImport(args: readonly string[]): Promise<string> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      mapping: { type: 'string' },
      out: { type: 'string' },
      report: { type: 'string' },
      json: { type: 'boolean' },
    },
    allowPositionals: true,
  });
  const { mapping, out, report: reportFile } = values;
  const kind = check(positionals, mapping);
  if (out !== undefined && existsSync(out))
    throw new Error(`${out}: this file is there already, and nothing was written over it. Name another, or remove it.`);
  const [place = ''] = positionals;
  const imported: Imported =
    kind === 'files'
      ? importFiles(positionals, mapping)
      : (({ knowledge, report }) => ({ answers: knowledge.answers, report }))(loadFolder(place, mapping));
  const { answers, report } = imported;
  const parts = kind === 'files' ? (['answers'] as const) : undefined;
  const clashes = findClashes(answers);
  if (out !== undefined) {
    mkdirSync(dirname(resolve(out)), { recursive: true });
    writeFileSync(out, `${JSON.stringify(answers.map(shape), null, 2)}\n`, { flag: 'wx' });
  }
  if (reportFile !== undefined)
    writeFileSync(reportFile, `${fullReport(report, parts)}${clashLines(clashes, clashes.length).join('\n')}\n`);
  if (values.json) return JSON.stringify({ taken: report.taken, notes: report.notes, clashes });
  return [
    printReport(report, parts),
    ...clashLines(clashes, SHOWN),
    ...(out === undefined ? [] : [`${answers.length} answers were written to ${out}`]),
  ].join('\n');
}

const moment = (at: number | undefined) => (at === undefined ? undefined : new Date(at).toISOString());

/** An answer as its file has it: moments are written, absent fields are not. */
function shape({ when, variants, phrasings, cutOff: _, ...answer }: KnowledgeAnswer): object {
  const condition = (one: NonNullable<KnowledgeAnswer['when']>) => ({
    ...one,
    ...(one.from === undefined ? {} : { from: moment(one.from) }),
    ...(one.until === undefined ? {} : { until: moment(one.until) }),
  });
  return {
    ...answer,
    ...(phrasings && phrasings.length > 0 ? { phrasings } : {}),
    ...(when ? { when: condition(when) } : {}),
    ...(variants ? { variants: variants.map((one) => ({ ...one, when: condition(one.when) })) } : {}),
  };
}
