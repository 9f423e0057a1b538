import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { Example } from '@xiaoer/assistant/intents';
import { isObject } from '@xiaoer/core/protocol';
import { parse } from 'csv-parse/sync';

/** What was read from a file, and what was left out. */
export interface Labelled {
  readonly rows: readonly Example[];
  /** Rows without a text or without a label. */
  readonly skipped: number;
}

type Row = Readonly<Record<string, unknown>>;

function rowsOf(file: string, text: string): readonly Row[] {
  const format = extname(file).toLowerCase();
  if (format === '.jsonl' || format === '.ndjson')
    return text.split('\n').flatMap((line, n): Row[] => {
      if (line.trim() === '') return [];
      let row: unknown;
      try {
        row = JSON.parse(line);
      } catch {
        throw new Error(`${file}, line ${n + 1}: this is not JSON. A JSONL file has one object a line.`);
      }
      if (!isObject(row))
        throw new Error(`${file}, line ${n + 1}: this is no object. A JSONL file has one object a line.`);
      return [row];
    });
  if (format !== '.csv' && format !== '.tsv')
    throw new Error(`${file}: it is not known how to read "${format || 'no ending'}". Use .csv, .tsv or .jsonl.`);
  try {
    // Quotes have no meaning in a file of tabs; in one of commas they may stand inside a text by mistake.
    return parse<Row>(text, {
      columns: true,
      bom: true,
      skip_empty_lines: true,
      relax_column_count: true,
      ...(format === '.tsv' ? { delimiter: '\t', quote: null } : { relax_quotes: true }),
    });
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
  }
}

/**
 * Reads labelled rows of a CSV, TSV or JSONL file with a header line.
 *
 * @throws Error that says what is wrong with the file or its columns, and what to do.
 */
export function readLabelled(file: string, text: string, label: string): Labelled {
  let content: string;
  try {
    content = readFileSync(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new Error(
      code === 'ENOENT'
        ? `${file}: there is no such file.`
        : code === 'EISDIR'
          ? `${file}: this is a folder. Name a file.`
          : `${file}: it cannot be read (${code || String(error)}).`,
    );
  }
  const found = rowsOf(file, content);
  const [first] = found;
  if (!first)
    throw new Error(`${file}: there are no rows in it. The first line names the columns, then comes a row a line.`);
  const columns = Object.keys(first);
  for (const name of [text, label])
    if (!columns.includes(name))
      throw new Error(`${file}: there is no column "${name}". Its columns are: ${columns.join(', ')}.`);
  const word = (value: unknown): string =>
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value).trim() : '';
  const rows = found.flatMap((row): Example[] => {
    const one = { text: word(row[text]), label: word(row[label]) };
    return one.text === '' || one.label === '' ? [] : [one];
  });
  if (rows.length === 0) throw new Error(`${file}: no row has both a "${text}" and a "${label}".`);
  return { rows, skipped: found.length - rows.length };
}
