import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative, resolve, sep } from 'node:path';
import { isObject } from '@xiaoer/core/protocol';
import { parse } from 'csv-parse/sync';
import { pick } from './field-source.ts';
import { helpRows } from './help/help-rows.ts';
import type { ImportNotes, ImportPart, RowNotes } from './import-report.ts';
import type { SourceMapping } from './mapping.ts';

/** One row of a file. */
export interface SourceRow {
  readonly row: number;
  readonly value: Readonly<Record<string, unknown>>;
  readonly notes: RowNotes;
  /** It is out of a help page, whose fields have our names whatever the mapping says. */
  readonly page?: true | undefined;
}

const FORMATS: Readonly<Record<string, 'json' | 'ndjson' | 'csv' | 'markdown' | 'html'>> = {
  '.json': 'json',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
  '.csv': 'csv',
  '.tsv': 'csv',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
};

/** Pages hold questions with answers, and nothing else that we read. */
const isPage = (format: string): format is 'markdown' | 'html' => format === 'markdown' || format === 'html';

/** Endings of files that can be read. */
export const ENDINGS: readonly string[] = Object.keys(FORMATS);

/** Most bytes of one file. */
const MOST_BYTES = 256 * 1024 * 1024;

const words = (error: unknown): string => (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';

interface Numbered {
  readonly row: number;
  readonly value: unknown;
}

function jsonRows(text: string, path: string | undefined): Numbered[] {
  const whole: unknown = JSON.parse(text);
  const list = path === undefined ? whole : pick(whole, path);
  if (!Array.isArray(list))
    throw new Error(
      path === undefined ? 'it is not a list of rows; name its place with "rows"' : `there is no list at "${path}"`,
    );
  return list.map((value: unknown, n) => ({ row: n + 1, value }));
}

function ndjsonRows(text: string, bad: (row: number, reason: string) => void): Numbered[] {
  return text.split('\n').flatMap((line, n): Numbered[] => {
    if (!line.trim()) return [];
    try {
      return [{ row: n + 1, value: JSON.parse(line) }];
    } catch (error) {
      bad(n + 1, `the line is not JSON: ${words(error)}`);
      return [];
    }
  });
}

function csvRows(text: string, delimiter: string, bad: (row: number, reason: string) => void): Numbered[] {
  const rows = parse<{ record: Record<string, string>; info: { lines: number } }>(text, {
    columns: true,
    delimiter,
    info: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      bad(Number(error?.['lines'] ?? 0), `the line does not fit the header: ${words(error)}`);
      return undefined;
    },
  });
  return rows.map(({ record, info }) => ({ row: info.lines, value: record }));
}

/** UTF-8, or else GB 18030, which Chinese spreadsheets write. */
function decode(bytes: Uint8Array, onOther: () => void): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    onOther();
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** The file of a part: named by the mapping, or the first of its usual names that exists. */
function fileOf(directory: string, part: ImportPart, mapping: SourceMapping): string | undefined {
  if (mapping.file !== undefined) return mapping.file;
  return Object.entries(FORMATS)
    .filter(([, format]) => part === 'answers' || !isPage(format))
    .map(([ending]) => part + ending)
    .find((name) => existsSync(join(directory, name)));
}

/** The shop's help pages, `help/` with all its folders, in the order of their names. */
export function helpPages(directory: string): readonly string[] {
  const folder = join(directory, 'help');
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => isPage(FORMATS[extname(name).toLowerCase()] ?? ''))
    .map((name) => join('help', name).split(sep).join('/'))
    .sort();
}

/** Reads the rows of one part. What cannot be read is noted, never thrown. */
export function readRows(
  directory: string,
  part: ImportPart,
  mapping: SourceMapping,
  notes: ImportNotes,
  locales: readonly string[],
): SourceRow[] {
  const file = fileOf(directory, part, mapping);
  if (file === undefined) return [];
  const bad = (row: number, reason: string) => notes.row(part, file, row).skip(reason);
  const path = resolve(directory, file);
  if (relative(directory, path).split(sep)[0] === '..') {
    bad(0, 'the file is outside the shop folder');
    return [];
  }
  try {
    const bytes = readFileSync(path);
    if (bytes.length > MOST_BYTES) throw new Error('it is larger than 256 MB');
    const text = decode(bytes, () =>
      notes
        .row(part, file, 0)
        .flag('the file is not UTF-8 and was read as GB 18030; save it as UTF-8 if texts look wrong'),
    );
    const ending = extname(file).toLowerCase();
    const format = mapping.format ?? FORMATS[ending] ?? 'json';
    if (isPage(format)) {
      if (part !== 'answers') throw new Error(`a page holds questions and answers, no ${part}`);
      const { rows, skipped, flag } = helpRows(text, format, locales);
      if (flag !== undefined) notes.row(part, file, 0).flag(flag);
      for (const { line, reason } of skipped) bad(line, reason);
      return rows.map(({ line, value, flag: own }) => {
        const row: SourceRow = { row: line, value, notes: notes.row(part, file, line), page: true };
        if (own !== undefined) row.notes.flag(own);
        return row;
      });
    }
    const rows =
      format === 'json'
        ? jsonRows(text, mapping.rows)
        : format === 'ndjson'
          ? ndjsonRows(text, bad)
          : csvRows(text, mapping.delimiter ?? (ending === '.tsv' ? '\t' : ','), bad);
    return rows.flatMap(({ row, value }) => {
      if (isObject(value)) return [{ row, value, notes: notes.row(part, file, row) }];
      bad(row, 'the row is not an object with fields');
      return [];
    });
  } catch (error) {
    bad(0, `the file cannot be read: ${words(error)}`);
    return [];
  }
}
