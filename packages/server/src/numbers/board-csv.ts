import { csvCell } from '../csv-cell.ts';
import type { Board } from './board.ts';

/** Names of ids, as the desk shows them. */
export interface BoardNames {
  /** Answers, policies and tasks by `kind:id`. */
  readonly topics: Readonly<Record<string, string>>;
  readonly products: Readonly<Record<string, string>>;
  readonly agents: Readonly<Record<string, string>>;
  readonly rules: Readonly<Record<string, string>>;
}

type Line = readonly [measure: string, part: string, key: string, name: string, day: string, value: number | undefined];

const HEAD = ['measure', 'part', 'key', 'name', 'day', 'value'];

/**
 * A board as CSV in one long table, a number a row: what a spreadsheet sorts and pivots. Times are milliseconds, days are
 * those of the shop.
 */
export function boardCsv(board: Board, names: BoardNames, dayText: (at: number) => string): string {
  const { volume, minute, waiting, handling, bot, satisfaction, questions, words, emotion, products, agents, days } =
    board;
  const lines: Line[] = [];
  const add = (measure: string, part: string, value: number | undefined, day = '', key = '', name = '') =>
    lines.push([measure, part, key, name, day, value]);
  const each = <T>(list: readonly T[], write: (one: T, day: string) => void) =>
    list.forEach((one, n) => {
      write(one, dayText(days[n] ?? 0));
    });

  add('sessions', 'sessions', volume.sessions);
  add('sessions', 'shoppers', volume.shoppers);
  each(volume.byDay, (n, day) => add('sessions', 'sessions', n, day));
  for (const part of ['met', 'of', 'outside'] as const) add('within-a-minute', part, minute[part]);
  each(minute.byDay, ({ met, of }, day) => {
    add('within-a-minute', 'met', met, day);
    add('within-a-minute', 'of', of, day);
  });
  for (const part of ['asked', 'givenUp', 'left', 'nobody'] as const) add('waiting', part, waiting[part]);
  add('waiting', 'first-reply-median', waiting.firstReply.median);
  add('waiting', 'first-reply-p90', waiting.firstReply.p90);
  add('waiting', 'queue-median', waiting.queue.median);
  each(waiting.byDay, ({ n, median, p90 }, day) => {
    add('waiting', 'first-replies', n, day);
    add('waiting', 'first-reply-median', median, day);
    add('waiting', 'first-reply-p90', p90, day);
  });
  add('handling', 'work-median', handling.work.median);
  add('handling', 'work-p90', handling.work.p90);
  add('handling', 'duration-median', handling.duration.median);
  const outcomes = ['resolved', 'pending', 'repeated', 'abandoned', 'assisted', 'person'] as const;
  add('bot', 'sessions', bot.of);
  add('bot', 'contained', bot.contained);
  for (const part of outcomes) add('bot', part, bot[part]);
  each(bot.byDay, (sums, day) => {
    for (const part of outcomes) add('bot', part, sums[part], day);
  });
  for (const part of ['asked', 'given', 'good'] as const) add('satisfaction', part, satisfaction[part]);
  satisfaction.scores.forEach((n, at) => {
    add('satisfaction', `score-${at + 1}`, n);
  });
  for (const { key, n, lately, before, missed } of questions) {
    const name = names.topics[key] ?? key;
    add('questions', 'sessions', n, '', key, name);
    add('questions', 'this-week', lately, '', key, name);
    add('questions', 'week-before', before, '', key, name);
    add('questions', 'unanswered', missed, '', key, name);
  }
  for (const { key, n, before } of words) {
    add('words', 'this-week', n, '', key, key);
    add('words', 'week-before', before, '', key, key);
  }
  for (const part of ['of', 'angry', 'upset', 'calm', 'glad', 'calmed'] as const) add('emotion', part, emotion[part]);
  each(emotion.byDay, (sums, day) => {
    for (const part of ['angry', 'upset', 'calm', 'glad'] as const) add('emotion', part, sums[part], day);
  });
  for (const { key, n, handed } of products) {
    add('products', 'sessions', n, '', key, names.products[key] ?? key);
    add('products', 'to-a-person', handed, '', key, names.products[key] ?? key);
  }
  add('quality', 'sessions', board.quality.of);
  add('quality', 'median', board.quality.scores.median);
  add('quality', 'good', board.quality.good);
  add('quality', 'critical', board.quality.critical);
  for (const { key, n } of board.quality.rules) add('quality', 'hit', n, '', key, names.rules[key] ?? key);
  for (const one of agents) {
    const name = names.agents[one.agent] ?? one.agent;
    const put = (part: string, value: number | undefined) => add('agents', part, value, '', one.agent, name);
    put('taken', one.taken);
    put('messages', one.lines);
    put('first-reply-median', one.firstReply.median);
    put('handling-median', one.handling.median);
    put('busy', one.busyMs);
    put('at-once', one.atOnce);
    put('peak', one.peak);
    put('load', one.load);
    put('ratings', one.ratings);
    put('ratings-good', one.good);
  }
  return `${[HEAD, ...lines].map((line) => line.map(csvCell).join(',')).join('\r\n')}\r\n`;
}
