import { type Bar, groupBy, talksOf } from './bars.ts';
import type { Counted } from './counted.ts';

const MOST_BARS = 20;

/** What was asked, in how many sessions, and how it went. */
export interface Question extends Bar {
  /** Sessions of the seven days before the last seven. */
  readonly before: number;
  /** Sessions of the last seven days of the span. */
  readonly lately: number;
  /** Sessions in which it had no answer. */
  readonly missed: number;
}

/**
 * **Top questions** = answers, policies, attributes, tasks and intents by the sessions in which the bot used them for a
 * turn, or held them for the likeliest where it had no answer. Beside each its sessions in the last seven days and in the
 * seven before.
 */
export function questions(
  rows: readonly Counted[],
  week: { readonly lately: readonly Counted[]; readonly before: readonly Counted[] },
): readonly Question[] {
  const topicsOf = ({ session }: Counted) => Object.keys(session.topics);
  const count = (some: readonly Counted[]) =>
    new Map([...groupBy(some, topicsOf)].map(([key, group]) => [key, group.length]));
  const [lately, before] = [count(week.lately), count(week.before)];
  return [...groupBy(rows, topicsOf)]
    .sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1))
    .slice(0, MOST_BARS)
    .map(([key, group]) => ({
      key,
      n: group.length,
      lately: lately.get(key) ?? 0,
      before: before.get(key) ?? 0,
      missed: group.filter(({ session }) => (session.topics[key]?.[1] ?? 0) > 0).length,
      talks: talksOf(group),
    }));
}
