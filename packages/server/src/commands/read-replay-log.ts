import { createReadStream, existsSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { createInterface } from 'node:readline';
import { type Book, type ReplayRow, readRounds, rowsOf } from '@xiaoer/assistant/learning';
import { type ChatEvent, isChatEvent, isName, isObject } from '@xiaoer/core/protocol';

/** A line of a log that was left out, or a part of one. */
export interface LeftOut {
  /** From 1. */
  readonly line: number;
  readonly reason: string;
}

/** What is in a log. */
export interface ReplayLog {
  readonly rows: readonly ReplayRow[];
  readonly conversations: number;
  readonly leftOut: readonly LeftOut[];
}

const MOST_TEXT = 4_000;
/** Longer lines are no conversations of ours. */
const MOST_LINE = 64 * 1024 * 1024;

const textOf = (value: unknown, most = 200): string | undefined =>
  typeof value === 'string' && value.trim() !== '' && value.length <= most ? value : undefined;

/** One message with what is right for it. */
function messageRow(value: Readonly<Record<string, unknown>>, locale: string): ReplayRow | string {
  const { expect, about, at, signedIn } = value;
  const text = textOf(value['text'], MOST_TEXT);
  if (text === undefined) return `"text" has 1 to ${MOST_TEXT} characters`;
  const expected = Array.isArray(expect) ? expect : expect === undefined || expect === null ? [] : [expect];
  if (!expected.every((one) => textOf(one) !== undefined))
    return '"expect" is the id of an answer, a list of them, or "person"';
  if (about !== undefined && !isName(about)) return '"about" is the id of a product';
  return {
    text,
    about,
    locale: textOf(value['locale'], 35) ?? locale,
    signedIn: signedIn === true,
    at: typeof at === 'number' && Number.isFinite(at) ? at : Date.now(),
    intent: textOf(value['intent']),
    truth: {
      right: expected.filter((one) => one !== 'person').map(String),
      wrong: [],
      ...(expected.includes('person') ? { person: true as const } : {}),
    },
  };
}

/**
 * Reads a log for replay: a JSON object a line, which is a conversation as it was recorded (`events`) or one message with what is
 * right for it (`text`). What cannot be read is left out and told.
 * @throws Error when there is no such file, or nothing in it can be read.
 */
export async function readReplayLog(file: string, book: Book, locale: string): Promise<ReplayLog> {
  if (!existsSync(file)) throw new Error(`${file}: there is no such file or folder.`);
  if (statSync(file).isDirectory())
    throw new Error(
      `${file}: there is no database in this folder. Name DATA_DIR of a server, or a file of lines of JSON.`,
    );
  if (!['.jsonl', '.ndjson'].includes(extname(file).toLowerCase()))
    throw new Error(`${file}: it is not known how to read "${extname(file) || 'no ending'}". Use .jsonl or .ndjson.`);
  const rows: ReplayRow[] = [];
  const leftOut: LeftOut[] = [];
  let conversations = 0;
  let line = 0;
  for await (const text of createInterface({
    input: createReadStream(file, 'utf8'),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    line += 1;
    const skip = (reason: string) => void leftOut.push({ line, reason });
    if (text.trim() === '') continue;
    if (text.length > MOST_LINE) {
      skip('the line is longer than 64 MB');
      continue;
    }
    let value: unknown;
    try {
      value = JSON.parse(line === 1 ? text.replace(/^\uFEFF/, '') : text);
    } catch {
      skip('this is not JSON');
      continue;
    }
    if (!isObject(value)) skip('this is no object');
    else if (Array.isArray(value['events'])) {
      conversations += 1;
      const events = value['events'].filter((event): event is ChatEvent => isChatEvent(event));
      const bad = value['events'].length - events.length;
      if (bad > 0) skip(`${bad} of its ${value['events'].length} events cannot be read; the others were taken`);
      const id = textOf(value['conversation'], 64) ?? `line ${line}`;
      const sorted = [...events].sort((a, b) => a.seq - b.seq);
      const recorded = { id, locale: textOf(value['locale'], 35) ?? locale, signedIn: value['signedIn'] === true };
      rows.push(...rowsOf(readRounds({ ...recorded, events: sorted }, book), book));
    } else {
      const row = messageRow(value, locale);
      if (typeof row === 'string') skip(value['text'] === undefined ? 'it has neither "events" nor "text"' : row);
      else rows.push(row);
    }
  }
  if (rows.length === 0) {
    const [first] = leftOut;
    throw new Error(
      `${file}: there is no message in it to ask again${first ? ` (line ${first.line}: ${first.reason})` : ''}. docs/learning.md shows the lines that are read.`,
    );
  }
  return { rows, conversations, leftOut };
}
